import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { isAlive } from '#db/bundled-postgres/cluster.ts';
import { DatabaseStartError } from '#db/bundled-postgres/error.ts';

// Any two fixed numbers; taken in the database `postgres`, so they meet nobody else's locks.
const LOCK = [8, 1977] as const;
const SHORT_MS = 5_000;
const GOODBYE_MS = 1_000;

export type Hold = {
  /** Resolves once it is over: the server ended it, as it does when one of its processes crashes. */
  over: Promise<void>;
  /**
   * Gives our own other connections a moment to end: a pool calls itself closed while its goodbyes
   * are still under way, and a server that stops first makes errors of them.
   */
  others(): Promise<void>;
  /** Lets go. */
  end(): Promise<void>;
};

/**
 * Claims these data for this process, for as long as it lives: a lock in the server itself, which
 * ends with its holder however that ends, so it cannot be stale and no pid can be mistaken.
 * @param url of the database `postgres`
 * @throws DatabaseStartError naming the process that holds it
 */
export async function holdData(url: string): Promise<Hold> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `octavo process ${process.pid}`,
    keepAlive: true,
    connectionTimeoutMillis: SHORT_MS,
    query_timeout: SHORT_MS,
  });
  // From the beginning: it may be lost at any moment.
  client.on('error', () => {});
  const over = new Promise<void>((resolve) => client.once('end', resolve));
  try {
    await client.connect();
    await claim(client);
  } catch (error) {
    void client.end();
    throw error;
  }
  return {
    over,
    others: () => others(client).catch(() => {}),
    end: () => client.end().catch(() => {}),
  };
}

async function claim(client: pg.Client): Promise<void> {
  for (const until = Date.now() + SHORT_MS; ; await pause(100)) {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1, $2) AS ours', [...LOCK]);
    if (rows[0].ours) return;
    const pid = await holder(client);
    // The server notices within moments that a killed holder is gone.
    if ((pid !== undefined && isAlive(pid)) || Date.now() > until) throw inUse(pid);
  }
}

async function others(client: pg.Client): Promise<void> {
  for (const until = Date.now() + GOODBYE_MS; Date.now() < until; await pause(20)) {
    const { rows } = await client.query(
      `SELECT 1 FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() LIMIT 1`,
    );
    if (rows.length === 0) return;
  }
}

async function holder(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query(
    `SELECT substring(application_name FROM '[0-9]+$')::int AS pid
       FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE locktype = 'advisory' AND classid = $1 AND objid = $2 AND granted`,
    [...LOCK],
  );
  return rows[0]?.pid ?? undefined;
}

function inUse(pid: number | undefined): DatabaseStartError {
  return new DatabaseStartError(
    `Octavo is already running with these data${pid ? ` (process ${pid})` : ''}. ` +
      `Stop it first${pid ? ` (kill ${pid})` : ''}, or start this one with another DATA_DIR.`,
  );
}
