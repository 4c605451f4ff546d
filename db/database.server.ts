import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, type Transaction } from 'kysely';
import pg from 'pg';
import { checks } from './circle-clause/checks.server.ts';
import { dialectOver } from './driver/dialect.server.ts';
import { JOB_LIMITS, type Limits, pageLimits } from './limits.ts';
import { PatientPool, type PoolOptions } from './pool.server.ts';
import type { DB } from './schema.ts';

// bigint as a JS number: identities stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// date as 'YYYY-MM-DD': a local-midnight Date would shift by a day in some zones.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

/** How many background jobs a process works on at once. */
export const JOBS_AT_ONCE = 3;
// One for a job's transaction, one for what it asks beside it.
const JOB_CONNECTIONS = 2 * JOBS_AT_ONCE;

/**
 * A connection pool and its Kysely over `connectionString`. The caller ends the pool.
 * @param limits none: it waits for as long as it takes
 */
export const connect = (connectionString: string, max = 10, limits?: Limits, name?: string) =>
  connectAs({ connectionString, max, limits, name });

function connectAs(options: PoolOptions) {
  const pool = new PatientPool(options);
  const db = new Kysely<DB>({ dialect: dialectOver(pool) });
  return { pool, db };
}

type Connected = ReturnType<typeof connect>;

/** Where Octavo is developed and tested, a statement without the circle's clause fails. */
function checked({ pool, db }: Connected): Connected {
  if (!checks) return { pool, db };
  pool.query = checks.checkedQuery(pool);
  return { pool, db: db.withPlugin(checks.clauseChecked()) };
}

let pages: Connected | undefined;
let jobs: Connected | undefined;

const unhurriedWork = new AsyncLocalStorage<true>();
let unhurriedNow = 0;

/**
 * Runs work that nobody waits for: what it asks of the database, through whichever function, goes
 * over connections of its own, with time.
 */
export async function unhurried<T>(work: () => Promise<T>): Promise<T> {
  unhurriedNow++;
  try {
    return await unhurriedWork.run(true, work);
  } finally {
    // While it is on, every promise of every page pays for it.
    if (--unhurriedNow === 0) unhurriedWork.disable();
  }
}

const common = () => ({
  connectionString: databaseUrl(),
  named: process.env.DATABASE_PREPARED !== 'no',
});

function open(): Connected {
  if (unhurriedNow > 0 && unhurriedWork.getStore()) {
    jobs ??= checked(
      connectAs({ ...common(), name: 'jobs', max: JOB_CONNECTIONS, limits: JOB_LIMITS }),
    );
    return jobs;
  }
  pages ??= checked(
    connectAs({
      ...{ ...common(), name: 'pages', shared: true },
      max: Number(process.env.DATABASE_POOL || 10),
      limits: pageLimits(Number(process.env.DATABASE_PATIENCE || 1)),
    }),
  );
  return pages;
}

export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set: openDatabase() runs first.');
  return url;
}

/** The application's pool: opened on first use from DATABASE_URL. */
export const databasePool = () => open().pool;

/** The pools in use, each with what it is for. */
export function openPools(): ['pages' | 'jobs', PatientPool][] {
  const open: [['pages', Connected | undefined], ['jobs', Connected | undefined]] = [
    ['pages', pages],
    ['jobs', jobs],
  ];
  return open.flatMap(([name, one]) => (one ? [[name, one.pool]] : []));
}

/** The application's database. */
export const db = new Proxy({} as Kysely<DB>, {
  get(_, key) {
    const target = open().db;
    const value = Reflect.get(target, key, target);
    return typeof value === 'function' ? value.bind(target) : value;
  },
});

/** Whether a row was refused because what its foreign key names is not there (any more). */
export function isMissingParent(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && error.code === '23503';
}

export async function closeDatabase(): Promise<void> {
  const closing = [pages, jobs];
  pages = undefined;
  jobs = undefined;
  await Promise.all(closing.map((one) => one?.db.destroy()));
}

export type Tx = Transaction<DB>;
/** Something queries can run on: the database or a transaction. */
export type Executor = Kysely<DB> | Tx;
