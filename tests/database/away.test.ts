import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { DatabaseSilent, isDatabaseAway, isDatabaseBusy } from '#db/away.ts';
import { connect, databaseUrl, db } from '#db/database.server.ts';
import { JOB_LIMITS, pageLimits } from '#db/limits.ts';

const saidBy = (code: string) => Object.assign(new pg.DatabaseError('', 0, 'error'), { code });
const onTheWay = (code: string, syscall: string) =>
  Object.assign(new Error(`${syscall} ${code}`), { code, syscall });

test.each([
  ['it shuts down', saidBy('57P01')],
  ['one of its processes crashed', saidBy('57P02')],
  ['it starts', saidBy('57P03')],
  ['the connection broke', saidBy('08006')],
  ['too many connections', saidBy('53300')],
  ['its disk is full', saidBy('53100')],
  ['somebody holds the row', saidBy('55P03')],
  ['a statement took too long', saidBy('57014')],
  ['a transaction stood open', saidBy('25P03')],
  ['it became one that only follows', saidBy('25006')],
  ['nobody listens', onTheWay('ECONNREFUSED', 'connect')],
  ['its host is gone', onTheWay('EHOSTUNREACH', 'connect')],
  ['its name is gone', onTheWay('EAI_AGAIN', 'getaddrinfo')],
  ['its socket is gone', onTheWay('ENOENT', 'connect')],
  ['the connection was reset', onTheWay('ECONNRESET', 'read')],
  ['several addresses', new AggregateError([onTheWay('ECONNREFUSED', 'connect')])],
  ['it says nothing', new DatabaseSilent()],
  ['lost before', new Error('Client has encountered a connection error and is not queryable')],
  ['lost meanwhile', new Error('Connection terminated unexpectedly')],
  ['we are stopping', new Error('Cannot use a pool after calling end on the pool')],
])('the database is away: %s', (_, error) => {
  expect(isDatabaseAway(error)).toBe(true);
});

test('what is no fault of the database is not laid at its door', async () => {
  const wrong = await db
    .selectFrom('person')
    .select('no_such_column' as 'id')
    .execute()
    .catch((error) => error);
  const missing = await readFile('/no/such/file').catch((error) => error);
  // How Node tells of a visitor who went away in the middle of an upload.
  const gone = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
  const twice = saidBy('23505');
  expect([wrong, missing, gone, twice].map(isDatabaseAway)).toEqual([false, false, false, false]);
  expect(isDatabaseAway('57P01')).toBe(false);
});

test('a database that answers too late is busy; one that is gone is not', () => {
  expect(isDatabaseBusy(saidBy('55P03'))).toBe(true);
  expect(isDatabaseBusy(saidBy('57014'))).toBe(true);
  expect(isDatabaseBusy(saidBy('57P01'))).toBe(false);
  expect(isDatabaseBusy(new DatabaseSilent())).toBe(false);
});

test('the longest that a page waits is under two seconds', () => {
  const { connection, lock, statement, silence } = pageLimits();
  // Who they are, what they do, and the row that others want.
  expect(2 * connection + lock).toBeLessThan(2_000);
  expect(connection + silence).toBeLessThan(2_000);
  // The server speaks first, when it can.
  expect(Math.max(lock, statement)).toBeLessThan(silence);
  expect(JOB_LIMITS.statement).toBeLessThan(JOB_LIMITS.silence);
});

test('the limits reach the server with the connection, and tools have none', async () => {
  const asked = ['lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout'];
  const settings = async (limits?: ReturnType<typeof pageLimits>) => {
    const { db: own, pool } = connect(databaseUrl(), 1, limits);
    const { rows } = await pool.query(
      `select name, setting::int as ms from pg_settings where name = any($1) order by name`,
      [asked],
    );
    await own.destroy();
    return rows.map(({ ms }) => ms);
  };
  const { idle, lock, statement } = pageLimits();
  expect(await settings(pageLimits())).toEqual([idle, lock, statement]);
  expect(await settings()).toEqual([0, 0, 0]);
});
