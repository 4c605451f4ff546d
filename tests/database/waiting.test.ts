import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DatabaseSilent, isDatabaseAway } from '#db/away.ts';
import {
  closeDatabase,
  connect,
  databasePool,
  databaseUrl,
  db,
  unhurried,
} from '#db/database.server.ts';
import { pageLimits } from '#db/limits.ts';
import { startSilentServer } from '#tests/support/silent-server.ts';

let other: pg.Client;

beforeAll(async () => {
  await closeDatabase();
  process.env.DATABASE_PATIENCE = '1';
  other = new pg.Client({ connectionString: databaseUrl() });
  await other.connect();
  await other.query('create table shelf (id int primary key, books int not null)');
  await other.query('insert into shelf values (1, 0), (2, 0)');
});
afterAll(async () => {
  await other.end();
  await closeDatabase();
});

const add = (shelf: number) => sql`update shelf set books = books + 1 where id = ${shelf}`;
const failure = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error) => error,
  );

test('a row that somebody else holds is not waited for, and then nothing is left of it', async () => {
  await other.query('begin; select from shelf where id = 1 for update');
  const waited = await failure(db.transaction().execute((tx) => add(1).execute(tx)));
  await other.query('rollback');
  expect(waited).toMatchObject({ code: '55P03' });
  expect(isDatabaseAway(waited)).toBe(true);
  await db.transaction().execute((tx) => add(1).execute(tx));
  const { rows } = await other.query('select books from shelf where id = 1');
  expect(rows).toEqual([{ books: 1 }]);
});

test('many who want that row keep the others waiting for a connection only so long', async () => {
  await other.query('begin; select from shelf where id = 1 for update');
  const max = databasePool().options.max;
  const many = Array.from({ length: 3 * max }, () => failure(add(1).execute(db)));
  const answers = await Promise.all(many);
  await other.query('rollback');
  expect(answers.filter(isDatabaseAway)).toHaveLength(3 * max);
  expect(answers.some((error) => error instanceof DatabaseSilent)).toBe(true);
  expect(answers.some((error) => error.code === '55P03')).toBe(true);
  await add(2).execute(db);
  const { rows } = await other.query('select books from shelf order by id');
  expect(rows).toEqual([{ books: 1 }, { books: 1 }]);
});

test('a statement that takes too long ends, in a page and not in a job', async () => {
  const long = () => sql`select pg_sleep(1.2)`.execute(db);
  expect(await failure(long())).toMatchObject({ code: '57014' });
  await unhurried(long);
  // What comes after a job is in a hurry again.
  expect(await failure(long())).toMatchObject({ code: '57014' });
});

test('work without hurry goes over connections of its own', async () => {
  const who = async () => {
    const { rows } = await sql<{
      name: string;
    }>`select current_setting('application_name') as name`.execute(db);
    return rows[0]?.name;
  };
  const [page, job] = await Promise.all([who(), unhurried(who)]);
  expect([page, job]).toEqual(['octavo pages', 'octavo jobs']);
});

test('a transaction that is left standing is ended by the server, and its row let go', async () => {
  const { db: own, pool } = connect(databaseUrl(), 1, { ...pageLimits(), idle: 200 });
  const client = await pool.connect();
  await client.query('begin');
  await client.query('select from shelf where id = 1 for update');
  // Waits for as long as the other holds the row.
  await other.query('update shelf set books = 8 where id = 1');
  expect(isDatabaseAway(await failure(client.query('commit')))).toBe(true);
  client.release();
  await own.destroy();
});

test('a server that says nothing is given up, and its connection replaced', async () => {
  const server = await startSilentServer(databaseUrl());
  const { db: own, pool } = connect(server.url, 2, pageLimits());
  try {
    await sql`select 1`.execute(own);
    server.freeze();
    const started = own.transaction().execute((tx) => sql`select 1`.execute(tx));
    expect(isDatabaseAway(await failure(started))).toBe(true);
    // New connections reach it, and hear nothing either.
    const more = await Promise.all([1, 2, 3, 4].map(() => failure(sql`select 1`.execute(own))));
    expect(more.map(isDatabaseAway)).toEqual([true, true, true, true]);
    server.thaw();
    await until(() => sql`select 1`.execute(own));
    expect(pool.totalCount).toBeLessThanOrEqual(2);
  } finally {
    await own.destroy();
    await server.stop();
  }
});

test('a process that stood still itself has not waited', async () => {
  const { silence } = pageLimits();
  await sql`select 1`.execute(db);
  const answer = sql<{ n: number }>`select 8 as n`.execute(db);
  // Long enough for the request to be on its way.
  await pause(0);
  for (const end = Date.now() + 2 * silence; Date.now() < end; );
  expect((await answer).rows).toEqual([{ n: 8 }]);
});

async function until(work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    const error = await failure(work());
    if (!error) return;
    expect(isDatabaseAway(error), String(error)).toBe(true);
    await pause(20);
  }
}
