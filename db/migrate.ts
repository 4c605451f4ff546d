import { runMigrations } from 'graphile-worker';
import { type Kysely, type MigrationResultSet, Migrator, sql } from 'kysely';
import type { Pool } from 'pg';
import { connect } from './database.server.ts';
import { migrations } from './migrations/all.ts';
import type { DB } from './schema.ts';

// Any two fixed numbers; they meet no other lock of ours.
const LOCK = [8, 2006];

/**
 * Brings the database to the newest schema: ours, then the job queue's. Safe to call from several
 * processes at once: one does it while the others wait. (Kysely and graphile-worker have a lock each,
 * but graphile-worker makes its schema before it takes its own.)
 * @param db without limits: a migration may take long, and wait for that of another process
 * @param pgPool of two connections at least: one holds the lock
 * @returns names of the migrations that were applied
 * @throws the first error of a failing migration; nothing of that migration remains
 */
export const migrateToLatest = (db: Kysely<DB>, pgPool: Pool): Promise<string[]> =>
  underLock(db, pgPool, (migrator) => migrator.migrateToLatest());

/** The same, to the schema of an earlier migration: what a backup of that time fits into. */
export const migrateTo = (db: Kysely<DB>, pgPool: Pool, name: string): Promise<string[]> =>
  underLock(db, pgPool, (migrator) => migrator.migrateTo(name));

type Migrate = (migrator: Migrator) => Promise<MigrationResultSet>;

async function underLock(db: Kysely<DB>, pgPool: Pool, run: Migrate): Promise<string[]> {
  const holder = await pgPool.connect();
  try {
    await holder.query('select pg_advisory_lock($1, $2)', LOCK);
    return await migrate(db, pgPool, run);
  } finally {
    // The lock goes with its connection, also when that is broken.
    holder.release(true);
  }
}

async function migrate(db: Kysely<DB>, pgPool: Pool, run: Migrate): Promise<string[]> {
  const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(
    db,
  );
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    // Unless it is named, another application's table in any schema is taken for ours.
    migrationTableSchema: rows[0]?.schema ?? undefined,
  });
  const { error, results } = await run(migrator);
  if (error) throw error;
  await runMigrations({ pgPool });
  return (results ?? []).map((result) => result.migrationName);
}

/** The same over connections of its own, which are closed afterwards. */
export async function migrateDatabase(url: string): Promise<string[]> {
  const { db, pool } = connect(url, 2);
  try {
    return await migrateToLatest(db, pool);
  } finally {
    await db.destroy();
  }
}
