import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { findPostmaster, stopPostmaster } from '#db/bundled-postgres/postmaster.ts';
import { runningBundledPostgres } from '#db/bundled-postgres.ts';
import { type App, startApp } from '#tests/faults/app.ts';
import { type Community, foundCommunity } from '#tests/faults/community.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';

export type Query = <R extends pg.QueryResultRow>(
  statement: string,
  values?: unknown[],
) => Promise<R[]>;

/** One Octavo with the bundled PostgreSQL, durable as everywhere, and people who write in it. */
export interface Installation {
  app: App;
  /** Another process that serves the same database; the same one each time. */
  second(): Promise<App>;
  community: Community;
  /** Where the bundled server keeps its files. */
  cluster: string;
  connect(): Promise<pg.Client>;
  query: Query;
}

interface Given {
  /** how many people write at once */
  writers: number;
  /** kept, when given */
  dataDir?: string | undefined;
  /** Hears at once how to undo what is begun: it may have to be ended before it has started. */
  atTheEnd(undo: () => Promise<void>): void;
}

export async function startInstallation(given: Given): Promise<Installation> {
  const dataDir = given.dataDir ?? temporaryFolder();
  const cluster = join(dataDir, 'postgres');
  given.atTheEnd(async () => {
    const left = findPostmaster(cluster);
    if (left) await stopPostmaster(left);
    if (!given.dataDir) await rm(dataDir, { recursive: true, force: true });
  });
  const begin = async (DATABASE_URL: string) => {
    const settings = { DATA_DIR: dataDir, TRUST_PROXY: '1', SMTP_URL: '', APP_URL: '' };
    const app = await startApp({ ...settings, DATABASE_URL });
    given.atTheEnd(app.stop);
    await app.ready();
    return app;
  };
  const address = (owner = false) => {
    const url = runningBundledPostgres(dataDir, { owner });
    if (!url) throw new Error('The bundled PostgreSQL does not run.');
    return url;
  };
  const connect = async () => {
    const client = new pg.Client({ connectionString: address(true), application_name: 'faults' });
    client.on('error', () => {});
    await client.connect();
    return client;
  };
  const query: Query = async (statement, values) => {
    const client = await connect();
    try {
      return (await client.query(statement, values)).rows;
    } finally {
      await client.end();
    }
  };

  const app = await begin('');
  const community = await foundCommunity(query, app.url, given.writers);
  let other: Promise<App> | undefined;
  return {
    ...{ app, community, cluster, connect, query },
    second() {
      other ??= begin(address());
      return other;
    },
  };
}
