/**
 * How long the database is waited for, in milliseconds. What is asked of it says so itself (its own
 * timeouts, in the first packet of a connection); a server that says nothing at all is given up by
 * us. docs/decisions/0021-waiting-for-the-database.md has the reasons.
 */
export interface Limits {
  /** for a connection, when all are in use or none can be made */
  connection: number;
  /** for a row, or another lock, that somebody else holds; each time */
  lock: number;
  /** for the end of a statement */
  statement: number;
  /** while a transaction is open and nothing is asked in it */
  idle: number;
  /** for any word of the server on a statement; then the connection is given up */
  silence: number;
}

// A visitor is answered within two seconds, whatever the database does. The worst is a row that many
// want at once: a connection for who they are (500), one for what they do (500), the row (500).
// Silence comes after the server's own timeouts, so that it is they who speak when it is well.
const PAGES: Limits = { connection: 500, lock: 500, statement: 800, idle: 5_000, silence: 900 };

/** For what people wait for. A slow machine is given `patience` times as long. */
export function pageLimits(patience = 1): Limits {
  const entries = Object.entries(PAGES).map(([name, ms]) => [name, ms * patience]);
  return Object.fromEntries(entries);
}

/** For background work: nobody watches it, but what hangs must end and be tried again. */
export const JOB_LIMITS: Limits = {
  connection: 10_000,
  lock: 30_000,
  statement: 120_000,
  idle: 60_000,
  silence: 150_000,
};

/** How long making a connection may take; a host that is gone says nothing either. */
export const CONNECT_MS = 5_000;
