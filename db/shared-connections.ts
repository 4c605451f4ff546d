import pg from 'pg';

const MOMENT_MS = 2_000;

/**
 * Whether what stands between us and PostgreSQL gives each transaction another of its connections,
 * as pgbouncer's pool_mode "transaction" does: while one client is in a transaction on the
 * connection that another had, that other is given a different one. What a session keeps (its
 * limits, prepared statements, locks, what it listens to) would be lost or somebody else's.
 * @throws what connecting throws
 */
export async function sharesConnections(connectionString: string): Promise<boolean> {
  const [one, other] = [0, 1].map(() => {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: MOMENT_MS });
    client.on('error', () => {});
    return client;
  }) as [pg.Client, pg.Client];
  try {
    await one.connect();
    await other.connect();
    const before = await backendOf(one);
    await other.query('begin');
    await backendOf(other);
    // With a single connection to share it would wait for the other's transaction.
    const waits = new Promise<null>((resolve) => setTimeout(resolve, MOMENT_MS, null).unref());
    return (await Promise.race([backendOf(one), waits])) !== before;
  } finally {
    await other.end().catch(() => {});
    await one.end().catch(() => {});
  }
}

async function backendOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid ?? 0;
}
