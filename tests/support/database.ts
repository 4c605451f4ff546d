import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { findPostmaster } from '#db/bundled-postgres/postmaster.ts';
import { startBundledPostgres } from '#db/bundled-postgres.ts';
import { connect } from '#db/database.server.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { endWithStarter, endWithUs } from '#tests/support/end-with-us.ts';
import { fleetingFolder, sweepFolders } from '#tests/support/temporary.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that databases are made on, as an account that may. */
    serverUrl: string;
    /** The migrated database that every test file gets a copy of. */
    template: string;
  }
}

/** Vitest's global setup: one server, one migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  endWithStarter();
  const server = await startServer();
  const templateUrl = await createDatabase(server.url, `octavo_test_${process.pid}`);
  const { db, pool } = connect(templateUrl, 2);
  await migrateToLatest(db, pool);
  await db.insertInto('site').values({ secret: 'the secret of the tests' }).execute();
  await db.destroy();
  project.provide('serverUrl', server.url);
  project.provide('template', nameOf(templateUrl));
  return async () => {
    await dropDatabase(templateUrl);
    await server.stop();
  };
}

/**
 * A PostgreSQL for tests: TEST_DATABASE_URL's, or a bundled one whose data are thrown away. Its
 * address is that of an account that may make databases.
 */
export async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { url, stop: async () => {} };
  await sweepFolders();
  const folder = fleetingFolder();
  const server = await startBundledPostgres({ dataDir: folder, log: () => {}, durable: false });
  const postmaster = findPostmaster(join(folder, 'postgres'));
  const keep = postmaster && endWithUs(postmaster.pid, 'INT');
  return {
    url: server.ownerUrl,
    async stop() {
      keep?.();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Makes an empty database, or a copy of `template`, on the server of `url`. It belongs to a plain
 * role, as the product's does: what needs more fails here, too.
 * @param locale of an empty one, as CREATE DATABASE has it
 * @returns its URL as that role
 */
export async function createDatabase(
  url: string,
  name: string,
  template = 'template0',
  locale = '',
) {
  const encoding = template === 'template0' ? `ENCODING 'UTF8' ${locale}` : '';
  const made = new URL(url);
  made.username = PLAIN;
  // The same each time, so that runs that share a server agree.
  made.password = createHash('sha256').update(`plain ${made.password}`).digest('base64url');
  await onServerOf(
    url,
    plainRole(made.password),
    // Copied as files: by way of the log costs the double, and nothing here is to survive a crash.
    `CREATE DATABASE "${name}" TEMPLATE "${template}" STRATEGY file_copy OWNER ${PLAIN} ${encoding}`,
  );
  made.pathname = `/${name}`;
  return made.href;
}

const PLAIN = 'octavo_tests';

const plainRole = (password: string) => `
DO $$ BEGIN
  CREATE ROLE ${PLAIN} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '${password}';
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$`;

/** @param as the address of who drops it */
export async function dropDatabase(url: string, as = url): Promise<void> {
  // WITH (FORCE) is refused while an autovacuum is at work there, which is nobody's to end; without
  // it PostgreSQL ends that one itself.
  await onServerOf(
    as,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = '${nameOf(url)}' AND backend_type = 'client backend'`,
    `DROP DATABASE IF EXISTS "${nameOf(url)}"`,
  );
}

export function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

async function onServerOf(url: string, ...statements: string[]): Promise<void> {
  const admin = new URL(url);
  admin.pathname = '/postgres';
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
