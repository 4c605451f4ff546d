import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './schema.ts';

// bigint as a JS number: identities stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// date as 'YYYY-MM-DD': a local-midnight Date would shift by a day in some zones.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

/** A connection pool and its Kysely over `connectionString`. The caller ends the pool. */
export function connect(connectionString: string, max = 10) {
  const pool = new pg.Pool({ connectionString, max, connectionTimeoutMillis: 5_000 });
  // An idle client that loses its server must not end the process; the next query reports it.
  pool.on('error', () => {});
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { pool, db };
}

let current: ReturnType<typeof connect> | undefined;

function open() {
  if (!current) {
    const url = process.env.DATABASE_URL;
    if (!url) throw new Error('DATABASE_URL is not set: openDatabase() runs first.');
    current = connect(url, Number(process.env.DATABASE_POOL ?? 10));
  }
  return current;
}

/** The application's pool: opened on first use from DATABASE_URL. */
export const databasePool = () => open().pool;

/** The application's database. */
export const db = new Proxy({} as Kysely<DB>, {
  get(_, key) {
    const target = open().db;
    const value = Reflect.get(target, key, target);
    return typeof value === 'function' ? value.bind(target) : value;
  },
});

// Connection failures of the socket, and PostgreSQL's class 08, 57P0x and 53300 (too many connections).
const AWAY = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|ENOENT|08...|57P0.|53300)$/;

/** Whether an error says that the database does not answer, rather than that a query is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: string };
  if (code && AWAY.test(code)) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  return /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message);
}

/** Whether a row was refused because what its foreign key names is not there (any more). */
export function isMissingParent(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '23503';
}

export async function closeDatabase(): Promise<void> {
  const closing = current;
  current = undefined;
  await closing?.db.destroy();
}

export type Tx = Transaction<DB>;
/** Something queries can run on: the database or a transaction. */
export type Executor = Kysely<DB> | Tx;
