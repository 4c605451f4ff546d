import pg from 'pg';
import { repeated, withSettings } from '../session-settings.ts';
import { stoppedEarly } from './error.ts';

/** How values are written and read, whatever the server, the database or the role prefer. */
const PORTABLE = `
set client_encoding = 'UTF8';
set datestyle = 'ISO, MDY';
set intervalstyle = 'postgres';
set timezone = 'UTC';
set extra_float_digits = 3;
set bytea_output = 'hex';
set xmloption = 'content';
set standard_conforming_strings = on;
set statement_timeout = 0;
set lock_timeout = 0;
set idle_in_transaction_session_timeout = 0`;

/**
 * Runs `work` on a connection of its own; a transaction it leaves open ends with it. A copy under
 * way does not hear that its connection is lost, or that it is to stop: the race does, and `lost`
 * ends the streams.
 * @throws BackupError when `stop` is aborted
 */
export async function onConnection<T>(
  url: string,
  name: string,
  work: (client: pg.Client, lost: AbortSignal) => Promise<T>,
  stop?: AbortSignal,
): Promise<T> {
  if (stop?.aborted) throw stoppedEarly();
  const client = new pg.Client({ connectionString: withSettings(url), application_name: name });
  const lost = new AbortController();
  const losing = new Promise<never>((_, reject) => {
    client.on('error', reject);
    client.on('end', () => reject(new Error('The connection to the database was lost.')));
    stop?.addEventListener('abort', () => reject(stoppedEarly()), { once: true });
  });
  losing.catch((reason) => lost.abort(reason));
  try {
    await client.connect();
    const again = repeated(withSettings(url), {});
    if (again) await client.query(again);
    await client.query(PORTABLE);
    const result = await Promise.race([work(client, lost.signal), losing]);
    await client.end();
    return result;
  } catch (error) {
    lost.abort(error);
    cut(client);
    throw error;
  }
}

/**
 * A copy's stream, on which an error that comes after its end (its connection is ended by the
 * server, and its pipeline is over already) is nobody's: the connection itself tells of the loss.
 */
export function copying<S extends NodeJS.EventEmitter>(stream: S): S {
  stream.on('error', () => {});
  return stream;
}

/** A goodbye would wait until the server has said all of a copy that nobody reads any more. */
function cut(client: pg.Client): void {
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } };
  connection.stream.destroy();
}
