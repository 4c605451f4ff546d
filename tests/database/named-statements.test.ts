import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { isDatabaseAway } from '#db/away.ts';
import { closeDatabase, databasePool, databaseUrl, db, unhurried } from '#db/database.server.ts';

let other: pg.Client;

beforeAll(async () => {
  other = new pg.Client({ connectionString: databaseUrl() });
  await other.connect();
});
afterAll(() => other.end());

beforeEach(async () => {
  await other.query('create table tally (id int primary key, n int not null)');
  await other.query('insert into tally values (1, 8)');
  await closeDatabase();
});
afterEach(async () => {
  delete process.env.DATABASE_PREPARED;
  await closeDatabase();
  await other.query('drop table tally');
});

const TALLY = 'select id, n from tally where id = $1';
const tally = (on = db) => sql<{ n: unknown }>`select id, n from tally where id = ${1}`.execute(on);
const inTransaction = () => db.transaction().execute((tx) => tally(tx));

/** What the one open connection has by name. */
async function prepared(): Promise<{ statement: string; asked: number }[]> {
  const { rows } = await databasePool().query<{ statement: string; asked: number }>(
    'select statement, (generic_plans + custom_plans)::int as asked from pg_prepared_statements',
  );
  return rows;
}

test('a statement with values is prepared once for a connection, whoever asks it', async () => {
  await tally();
  await databasePool().query({ text: TALLY, values: [1] });
  await inTransaction();
  expect(await prepared()).toEqual([{ statement: TALLY, asked: 3 }]);
  await unhurried(async () => {
    await tally();
    expect(await prepared()).toEqual([{ statement: TALLY, asked: 1 }]);
  });
});

test('not one without values, one of many, or one of extreme length', async () => {
  await sql`select n from tally`.execute(db);
  const many = Array.from({ length: 101 }, (_, id) => id);
  await sql`select n from tally where id in (${sql.join(many)})`.execute(db);
  await sql`select n from tally where id = ${1} ${sql.raw(' '.repeat(20_000))}`.execute(db);
  expect(await prepared()).toEqual([]);
});

test('DATABASE_PREPARED=no keeps every one unnamed', async () => {
  process.env.DATABASE_PREPARED = 'no';
  await tally();
  await inTransaction();
  expect(await prepared()).toEqual([]);
  expect((await tally()).rows).toEqual([{ id: 1, n: 8 }]);
});

test('a connection that has very many is replaced by another', async () => {
  for (let nth = 0; nth < 300; nth++) {
    await sql`select n from tally where id = ${1} and ${sql.raw(String(nth))} = 0`.execute(db);
  }
  expect(await prepared()).toEqual([]);
});

test('tables that became others meanwhile are asked once more', async () => {
  await Promise.all([tally(), inTransaction()]);
  await other.query('alter table tally alter n type text');
  const answers = await Promise.all([tally(), tally(), databasePool().query(TALLY, [1])]);
  for (const { rows } of answers) expect(rows).toEqual([{ id: 1, n: '8' }]);
  // Nothing is left of it for whoever comes next, on any connection.
  expect((await inTransaction()).rows).toEqual([{ id: 1, n: '8' }]);
});

test('in a transaction they say that the database is away, once', async () => {
  await Promise.all([inTransaction(), inTransaction()]);
  await other.query('alter table tally alter n type text');
  const refused = await inTransaction().catch((error) => error);
  expect(refused.code).toBe('0A000');
  expect(isDatabaseAway(refused)).toBe(true);
  expect((await inTransaction()).rows).toEqual([{ id: 1, n: '8' }]);
});

test.each(['deallocate all', 'discard all'])('after %s it is asked once more', async (cleared) => {
  const backend = await backendThat(cleared, tally);
  expect((await tally()).rows).toEqual([{ id: 1, n: 8 }]);
  expect(await backendOfOne()).not.toBe(backend);
});

test('after it, a transaction fails, and its connection is not used again', async () => {
  const backend = await backendThat('deallocate all', inTransaction);
  const refused = await inTransaction().catch((error) => error);
  expect(refused.code).toBe('26000');
  expect(isDatabaseAway(refused)).toBe(true);
  expect((await inTransaction()).rows).toEqual([{ id: 1, n: 8 }]);
  expect(await backendOfOne()).not.toBe(backend);
});

test('a name that somebody else has on the connection is asked without', async () => {
  const { name } = databasePool().statements.of(TALLY, [1]).query;
  const backend = await backendThat(`prepare "${name}" as select 1`, backendOfOne);
  expect((await tally()).rows).toEqual([{ id: 1, n: 8 }]);
  expect(await backendOfOne()).not.toBe(backend);
});

test('a write that was refused for its name is done once', async () => {
  const add = () => sql`update tally set n = n + 1 where id = ${1}`.execute(db);
  await backendThat('deallocate all', add);
  expect((await add()).numAffectedRows).toBe(1n);
  expect((await other.query('select n from tally')).rows).toEqual([{ n: 10 }]);
});

/** Has the one connection do this after what it did before. @returns its backend */
async function backendThat(does: string, before: () => Promise<unknown>): Promise<number> {
  await before();
  const client = await databasePool().connect();
  await client.query(does);
  client.release();
  expect(databasePool().totalCount).toBe(1);
  return backendOfOne();
}

async function backendOfOne(): Promise<number> {
  const { rows } = await databasePool().query('select pg_backend_pid() as pid');
  return rows[0]?.pid;
}
