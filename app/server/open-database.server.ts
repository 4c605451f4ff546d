import { sql } from 'kysely';
import { log } from '#app/platform/log.server.ts';
import { databaseHost } from '#app/platform/settings/database-address.server.ts';
import { env } from '#app/platform/settings/env.server.ts';
import type { DatabaseStartError } from '#db/bundled-postgres/error.ts';
import { runningBundledPostgres, startBundledPostgres } from '#db/bundled-postgres.ts';
import { closeDatabase, databaseUrl, db } from '#db/database.server.ts';
import { HEARD, repeatSettings } from '#db/session-settings.ts';
import { sharesConnections } from '#db/shared-connections.ts';
import { databaseRefusal } from './database-refusal.ts';
import { settleEncryption } from './encryption.server.ts';
import { StartRefused } from './start-refused.ts';

const OLDEST = 15;
// Whoever runs it sees to it that it comes back.
const never = new Promise<never>(() => {});
const REMEDY = 'Check DATABASE_URL, or unset it to use the bundled PostgreSQL.';

export interface OpenDatabase {
  /** which one, for the calm screen */
  words: string;
  /** resolves when a server that we run is gone for good */
  lost: Promise<DatabaseStartError>;
  stop: () => Promise<void>;
}

/**
 * Finds or starts the database and leaves its address in DATABASE_URL.
 * @param worker true for a process that only works on jobs, beside the one that serves
 * @throws StartRefused or DatabaseStartError with one clear line
 */
export async function openDatabase(worker: boolean): Promise<OpenDatabase> {
  if (env.DATABASE_URL) return theirs(env.DATABASE_URL);
  const words = `bundled PostgreSQL in ${env.DATA_DIR}/postgres`;
  const shared = worker ? runningBundledPostgres(env.DATA_DIR) : undefined;
  if (shared) {
    process.env.DATABASE_URL = shared;
    return { words, lost: never, stop: async () => {} };
  }
  const bundled = await startBundledPostgres({
    dataDir: env.DATA_DIR,
    log: (line) => log.debug(line),
    alarm: (line) => log.error(line),
  });
  process.env.DATABASE_URL = bundled.url;
  return { words, lost: bundled.lost, stop: bundled.stop };
}

async function theirs(address: string): Promise<OpenDatabase> {
  const url = new URL(address);
  const name = decodeURIComponent(url.pathname.slice(1));
  const words = `${name} on ${databaseHost(address)}`;
  try {
    process.env.DATABASE_URL = await settleEncryption(address);
    const { rows } = await sql<{ version: number; encoding: string; heard: boolean }>`
      select current_setting('server_version_num')::int as version,
             current_setting('server_encoding') as encoding, ${sql.raw(HEARD)} as heard`.execute(
      db,
    );
    const major = Math.floor((rows[0]?.version ?? 0) / 10_000);
    if (major < OLDEST) {
      throw new StartRefused(
        `The database ${words} is PostgreSQL ${major}, and Octavo needs ${OLDEST} or newer. ${REMEDY}`,
      );
    }
    if (rows[0]?.encoding !== 'UTF8') {
      throw new StartRefused(
        `The database ${words} is encoded in ${rows[0]?.encoding}, which has no room for everything people write. Make one in UTF8 and name it in DATABASE_URL: CREATE DATABASE octavo ENCODING 'UTF8' TEMPLATE template0;`,
      );
    }
    if (await sharesConnections(databaseUrl())) {
      throw new StartRefused(
        `The database ${words} is behind a pooler that gives each transaction another connection, and Octavo keeps its own: set pool_mode = session in pgbouncer, or name the database's own address in DATABASE_URL.`,
      );
    }
    if (!rows[0]?.heard) {
      repeatSettings();
      await closeDatabase();
    }
    return { words, lost: never, stop: async () => {} };
  } catch (error) {
    await closeDatabase();
    if (error instanceof StartRefused) throw error;
    throw databaseRefusal(words, url, error);
  }
}
