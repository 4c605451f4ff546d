import pg from 'pg';

const MOMENT_MS = 10_000;

/** Of PostgreSQL's appendix A: pg_hba.conf may let in who comes the other way. */
const NOT_LET_IN = '28000';

/**
 * The address with what `sslmode` allow (encrypted only if the server insists) and prefer (unless it
 * cannot) come to with this server, as libpq finds out: one way, then the other. It is asked once,
 * so every connection of this process is made the same way.
 * @throws what connecting throws
 */
export async function settleEncryption(address: string): Promise<string> {
  const mode = new URL(address).searchParams.get('sslmode');
  if (mode !== 'allow' && mode !== 'prefer') return address;
  const ways = ['disable', 'no-verify'].map((way) => withMode(address, way)) as [string, string];
  const [first, second] = mode === 'allow' ? ways : (ways.reverse() as [string, string]);
  const refused = await refusalOf(first);
  if (!refused) return first;
  if (!mayBeOtherwise(refused)) throw refused;
  const again = await refusalOf(second);
  if (!again) return second;
  // Whichever came further; of the same, what was said first.
  throw progress(again) > progress(refused) ? again : refused;
}

function withMode(address: string, mode: string): string {
  const url = new URL(address);
  url.searchParams.set('sslmode', mode);
  if (mode === 'disable') {
    for (const name of ['sslcert', 'sslkey', 'sslnegotiation']) url.searchParams.delete(name);
  }
  return url.href;
}

async function refusalOf(connectionString: string): Promise<NodeJS.ErrnoException | null> {
  let client: pg.Client | undefined;
  try {
    client = new pg.Client({ connectionString, connectionTimeoutMillis: MOMENT_MS });
    client.on('error', () => {});
    await client.connect();
    return null;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  } finally {
    await client?.end().catch(() => {});
  }
}

/** It is PostgreSQL that speaks. */
const isAnswer = (error: Error) => error instanceof pg.DatabaseError;

/** A server that is not there, or a file that is not, is the same both ways. */
function mayBeOtherwise(error: NodeJS.ErrnoException): boolean {
  if (isAnswer(error)) return error.code === NOT_LET_IN;
  return !/^(connect|getaddrinfo|open)$/.test(error.syscall ?? '');
}

/** How far a connection came: to no encryption, to the door, past it. */
function progress(error: NodeJS.ErrnoException): number {
  if (!isAnswer(error)) return 0;
  return error.code === NOT_LET_IN ? 1 : 2;
}
