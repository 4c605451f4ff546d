import { setImmediate as turn } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { isDatabaseAway } from '#db/away.ts';
import { closeDatabase, databasePool, databaseUrl, db } from '#db/database.server.ts';
import { kindOf } from '#db/driver/statements.ts';
import { tripsOf } from '#tests/support/trips.ts';

let other: pg.Client;
let onlooker: pg.Client;

beforeAll(async () => {
  other = new pg.Client({ connectionString: databaseUrl() });
  onlooker = new pg.Client({ connectionString: databaseUrl() });
  await Promise.all([other.connect(), onlooker.connect()]);
  await other.query('create table tally (id int primary key, n int not null)');
  await other.query('insert into tally values (1, 0), (2, 0)');
  await other.query('create table held (id int)');
});
afterAll(() => Promise.all([other.end(), onlooker.end()]));

beforeEach(() => closeDatabase());
afterEach(async () => {
  delete process.env.DATABASE_POOL;
  await closeDatabase();
});

/** The backends of pages that have waited for a lock for so long. */
async function waiting(since = '0 s'): Promise<number[]> {
  const { rows } = await onlooker.query(
    `select pid from pg_stat_activity where wait_event_type = 'Lock'
      and application_name = 'octavo pages' and datname = current_database()
      and clock_timestamp() - query_start > $1::interval`,
    [since],
  );
  return rows.map(({ pid }) => pid);
}

const read = (n: number) =>
  sql<{ n: number }>`select ${n}::int as n`.execute(db).then(({ rows }) => rows[0]?.n);
const add = (id: number) =>
  db.transaction().execute(async (tx) => {
    await sql`select from tally where id = ${id} for update`.execute(tx);
    await sql`update tally set n = n + 1 where id = ${id}`.execute(tx);
  });

test('what is read in one turn is one round trip over one connection', async () => {
  const ten = () => Promise.all(Array.from({ length: 10 }, (_, n) => read(n)));
  expect(await ten()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(databasePool().totalCount).toBe(1);
  expect(await tripsOf(ten, ten)).toEqual([{ statements: 10, waves: 1 }]);
});

test('one that fails fails alone, and its connection is kept', async () => {
  const answers = await Promise.allSettled([
    read(1),
    sql`select 1 / ${0}::int`.execute(db),
    sql`select nonsense from tally where id = ${1}`.execute(db),
    read(4),
    sql`select 1 / ${0}::int`.execute(db),
    read(6),
  ]);
  expect(answers.map((one) => (one.status === 'rejected' ? one.reason.code : one.value))).toEqual([
    ...[1, '22012', '42703', 4, '22012', 6],
  ]);
  expect(await Promise.all([read(7), read(8)])).toEqual([7, 8]);
  expect(databasePool().totalCount).toBe(1);
});

test('one that takes its time does not hold up what is asked in another turn', async () => {
  await other.query('begin; lock table held in access exclusive mode');
  const long = Promise.all([sql`select from held`.execute(db), read(1)]);
  await turn();
  expect(await Promise.all([read(2), read(3)])).toEqual([2, 3]);
  await other.query('rollback');
  expect((await long)[1]).toBe(1);
});

test('several that take their time leave connections to others', async () => {
  await other.query('begin; lock table held in access exclusive mode');
  const long = [];
  for (let nth = 0; nth < 4; nth++) {
    long.push(sql`select from held`.execute(db));
    await turn();
  }
  await vi.waitFor(async () => expect(await waiting('200 ms')).toHaveLength(4), 10_000);
  expect(await Promise.all([read(2), read(3)])).toEqual([2, 3]);
  await add(1);
  await other.query('rollback');
  await Promise.all(long);
});

test.each([1, 2, 3, 10])('with %i connections in all, none more is taken', async (max) => {
  process.env.DATABASE_POOL = String(max);
  const before = (await other.query('select n from tally where id = 1')).rows[0].n;
  const pool = databasePool();
  let most = 0;
  pool.on('connect', () => {
    most = Math.max(most, pool.totalCount);
  });
  const work = async (nth: number) => {
    const read0 = await read(nth);
    if (nth % 5 === 0) await add(1);
    return [read0, ...(await Promise.all([read(nth + 1), read(nth + 2)]))];
  };
  const done = await Promise.all(Array.from({ length: 60 }, (_, nth) => work(nth)));
  expect(done).toEqual(Array.from({ length: 60 }, (_, nth) => [nth, nth + 1, nth + 2]));
  expect(most).toBeLessThanOrEqual(max);
  expect(pool.idleCount).toBe(pool.totalCount);
  const after = (await other.query('select n from tally where id = 1')).rows[0].n;
  expect(after - before).toBe(12);
});

test('a connection that is lost takes with it what was under way, and nothing else', async () => {
  await other.query('begin; lock table held in access exclusive mode');
  const lost = Promise.allSettled([sql`select from held`.execute(db), read(1)]);
  const [pid] = await vi.waitFor(async () => {
    const pids = await waiting();
    expect(pids).toHaveLength(1);
    return pids;
  }, 10_000);
  await onlooker.query('select pg_terminate_backend($1)', [pid]);
  await other.query('rollback');
  for (const one of await lost) {
    expect(one.status === 'rejected' && isDatabaseAway(one.reason), JSON.stringify(one)).toBe(true);
  }
  expect(await read(2)).toBe(2);
});

test('reads under way are answered when the pool ends, and none is taken after that', async () => {
  const pool = databasePool();
  const asked = [read(1), read(2)];
  await turn();
  const ended = closeDatabase();
  expect(await Promise.all(asked)).toEqual([1, 2]);
  await ended;
  await expect(pool.query('select 1')).rejects.toThrow('Cannot use a pool after calling end');
});

test('a transaction begins in the round trip of a first statement that would leave nothing', async () => {
  const insert = () =>
    db
      .transaction()
      .execute((tx) =>
        sql`insert into tally values (3, 0) on conflict (id) do nothing`.execute(tx),
      );
  const nothing = () => db.transaction().execute(async () => {});
  const trips = await tripsOf(
    () => Promise.all([add(2), insert()]),
    () => add(2),
    insert,
    nothing,
  );
  expect(trips).toEqual([
    { statements: 2, waves: 3 },
    { statements: 1, waves: 3 },
    { statements: 0, waves: 0 },
  ]);
});

test('a transaction stays one: it is undone as a whole, and others do not see into it', async () => {
  const before = (await other.query('select sum(n) from tally')).rows;
  const failing = db.transaction().execute(async (tx) => {
    await Promise.all([
      sql`select from tally where id = ${1} for update`.execute(tx),
      sql`update tally set n = n + 1 where id = ${1}`.execute(tx),
    ]);
    expect((await sql`select sum(n) from tally`.execute(db)).rows).toEqual(before);
    throw new Error('on second thought');
  });
  await expect(failing).rejects.toThrow('on second thought');
  expect((await other.query('select sum(n) from tally')).rows).toEqual(before);
});

test.each([
  ['select a from t where id = $1', 'read'],
  ['\nwith x as (select 1) select updated_at, deleted from x', 'read'],
  ['select a from t where id = $1 for update', 'lock'],
  ['select a from t for no key update of t skip locked', 'lock'],
  ['select a from t for key share', 'lock'],
  ['with gone as (delete from t returning a) select a from gone', 'write'],
  ['with x as (select 1 for update) insert into t select * from x', 'write'],
  ['select graphile_worker.add_job($1)', 'write'],
  ['select pg_advisory_xact_lock($1)', 'write'],
  ["select nextval('s')", 'write'],
  ['insert into t values ($1)', 'write'],
  ['set local lock_timeout = 5', 'write'],
])('%s is a %s', (text, kind) => {
  expect(kindOf(text)).toBe(kind);
});
