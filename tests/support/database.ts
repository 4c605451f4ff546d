import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { findPostmaster } from '#db/bundled-postgres/postmaster.ts';
import { startBundledPostgres } from '#db/bundled-postgres.ts';
import { connect } from '#db/database.server.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { endWithStarter, endWithUs } from '#tests/support/end-with-us.ts';
import { sweepFolders, temporaryFolder } from '#tests/support/temporary.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database that every test file gets a copy of. */
    templateUrl: string;
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
  project.provide('templateUrl', templateUrl);
  return async () => {
    await dropDatabase(templateUrl);
    await server.stop();
  };
}

/** A PostgreSQL for tests: TEST_DATABASE_URL's, or a bundled one whose data are thrown away. */
export async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { url, stop: async () => {} };
  await sweepFolders();
  const folder = temporaryFolder();
  const server = await startBundledPostgres({ dataDir: folder, log: () => {}, durable: false });
  const postmaster = findPostmaster(join(folder, 'postgres'));
  const keep = postmaster && endWithUs(postmaster.pid, 'INT');
  return {
    url: server.url,
    async stop() {
      keep?.();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Makes an empty database, or a copy of `template`, on the server of `url` and returns its URL. */
export async function createDatabase(url: string, name: string, template = 'template0') {
  const encoding = template === 'template0' ? "ENCODING 'UTF8'" : '';
  await onServerOf(url, `CREATE DATABASE "${name}" TEMPLATE "${template}" ${encoding}`);
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}

export async function dropDatabase(url: string): Promise<void> {
  await onServerOf(url, `DROP DATABASE IF EXISTS "${nameOf(url)}" WITH (FORCE)`);
}

export function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

async function onServerOf(url: string, statement: string): Promise<void> {
  const admin = new URL(url);
  admin.pathname = '/postgres';
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
