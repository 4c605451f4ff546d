import { isRefusedByName } from './driver/statements.ts';

/** The database did not say anything for too long: it is frozen, out of reach, or all in use. */
export class DatabaseSilent extends Error {
  override name = 'DatabaseSilent';
}

/** Of PostgreSQL's appendix A: what has nothing to do with what was asked. */
const STATES = new RegExp(
  `^(${[
    '08...', // the connection broke
    '25P0[34]', // a transaction stood open for too long
    '25006', // only reads: a server that is no longer, or not yet, the primary one
    '53...', // no memory, no disk, too many connections
    '55P03', // somebody else holds the row for longer than lock_timeout
    '57014', // statement_timeout, or whoever runs the server cancelled it
    '57P0.', // it shuts down, crashed, starts, or ended this connection
    '58030', // its disk fails
  ].join('|')})$`,
);

/** Of the operating system, on the way to the server. */
const NETWORK =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|E(HOST|NET)(UNREACH|DOWN)|ENOTFOUND|EAI_\w+|ENOENT)$/;
const ON_THE_WAY = /^(connect|read|write|getaddrinfo|shutdown)/;

/** pg's own words, which have no code. */
const WORDS = new RegExp(
  `^(${[
    'Connection terminated', // lost while something was asked
    'Client has encountered a connection error and is not queryable', // lost before
    'Client was closed and is not queryable',
    'Client network socket disconnected before secure TLS connection', // lost while it was made
    'timeout expired', // not made in time
    'timeout exceeded when trying to connect',
    'Cannot use a pool after calling end on the pool', // we are stopping
    'driver has already been destroyed',
  ].join('|')})`,
);

/** Whether an error says that the database does not answer, rather than that a query is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof DatabaseSilent) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code && STATES.test(code)) return true;
  // Asked once more, under a new name, it is there.
  if (isRefusedByName(error)) return true;
  // The same codes come from a file that is missing or a visitor who went away.
  if (code && NETWORK.test(code) && ON_THE_WAY.test(syscall ?? '')) {
    return code !== 'ENOENT' || syscall === 'connect';
  }
  return WORDS.test(error.message);
}

/**
 * Whether the database answered, only not in time: somebody else holds a row, or it is slow. What is
 * asked next may well go through.
 */
export function isDatabaseBusy(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return error instanceof Error && (code === '55P03' || code === '57014');
}
