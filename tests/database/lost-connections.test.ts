import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { isDatabaseAway } from '#db/away.ts';
import { closeDatabase, databasePool, databaseUrl, db } from '#db/database.server.ts';

const CUTS = 100;
const WRITERS = 12;

let admin: pg.Client;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: databaseUrl() });
  await admin.connect();
  await admin.query('create table written (writer int, nth int, primary key (writer, nth))');
});
beforeEach(() => admin.query('truncate written'));
afterAll(() => admin.end());

/** Ends the connections of pages for which `which` holds. @returns how many */
async function cut(which: string): Promise<number> {
  const { rowCount } = await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'octavo pages' and (${which})`,
  );
  return rowCount ?? 0;
}

test('a connection that is lost between two statements tells who asks next, and ends nothing', async () => {
  for (let time = 0; time < CUTS; time++) {
    const lost = db.transaction().execute(async (tx) => {
      await sql`insert into written values (0, ${time})`.execute(tx);
      await cut(`state = 'idle in transaction'`);
      await sql`select 1`.execute(tx);
    });
    const error = await lost.catch((reason) => reason);
    expect(isDatabaseAway(error), String(error)).toBe(true);
  }
  expect((await admin.query('select from written')).rowCount).toBe(0);
  expect(await answers()).toBe(true);
});

test('connections that are lost while nobody uses them are replaced', async () => {
  for (let time = 0; time < CUTS; time++) {
    await Promise.all([1, 2, 3].map(() => answers()));
    expect(await cut(`state = 'idle'`)).toBeGreaterThan(0);
  }
  // The last one cut may be given out once more before its end is heard of.
  await expect.poll(answers, { timeout: 10_000 }).toBe(true);
});

test('nothing acknowledged is lost, whichever connections are cut under writers', async () => {
  const acknowledged: string[] = [];
  const unexpected: unknown[] = [];
  let done = false;
  const write = async (writer: number) => {
    for (let nth = 0; !done; nth++) {
      try {
        await db.transaction().execute(async (tx) => {
          await sql`insert into written values (${writer}, ${nth})`.execute(tx);
          await sql`select pg_sleep(0.002)`.execute(tx);
        });
        acknowledged.push(`${writer}/${nth}`);
      } catch (error) {
        if (!isDatabaseAway(error)) unexpected.push(error);
      }
    }
  };
  const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer));
  let lost = 0;
  for (let time = 0; time < CUTS; time++) {
    lost += await cut(time % 2 ? `state <> 'idle'` : 'true');
    await pause(10);
  }
  done = true;
  await Promise.all(writers);
  expect(unexpected).toEqual([]);
  expect(lost).toBeGreaterThan(CUTS / 2);
  const { rows } = await admin.query(`select writer || '/' || nth as row from written`);
  const kept = new Set(rows.map(({ row }) => row));
  expect(acknowledged.length).toBeGreaterThan(WRITERS);
  expect(acknowledged.filter((row) => !kept.has(row))).toEqual([]);
});

test('a transaction that was left open is not handed to the next', async () => {
  await closeDatabase();
  // As Kysely hands a connection back when it could not be rolled back.
  const client = await databasePool().connect();
  await client.query('begin');
  await client.query('insert into written values (1, 1)');
  client.release();
  const { rows } = await databasePool().query(
    'select pg_current_xact_id_if_assigned() as open, (select count(*) from written) as rows',
  );
  expect(rows).toEqual([{ open: null, rows: 0 }]);
});

test('a connection to a server that only follows is not used again', async () => {
  const { rows } = await admin.query('select current_database() as name');
  const database = pg.escapeIdentifier(rows[0].name);
  await closeDatabase();
  await admin.query(`alter database ${database} set default_transaction_read_only = on`);
  const write = (nth: number) => sql`insert into written values (2, ${nth})`.execute(db);
  const refused = await write(1).catch((error) => error);
  await admin.query(`alter database ${database} reset default_transaction_read_only`);
  expect(refused.code).toBe('25006');
  expect(isDatabaseAway(refused)).toBe(true);
  await write(2);
  expect((await admin.query('select from written')).rowCount).toBe(1);
});

/** Whether the database answers. Each connection that was lost a moment ago may be handed out once. */
async function answers(): Promise<boolean> {
  for (let tries = databasePool().totalCount; tries >= 0; tries--) {
    const answer = await sql`select 1`.execute(db).catch((error) => error);
    if (!(answer instanceof Error)) return true;
    expect(isDatabaseAway(answer), String(answer)).toBe(true);
  }
  return false;
}
