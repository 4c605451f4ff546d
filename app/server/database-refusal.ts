import { StartRefused } from './start-refused.ts';

const CHECK = 'Check DATABASE_URL, or unset it to use the bundled PostgreSQL.';
const UNTRUSTED =
  'Name the certificate to trust in DATABASE_URL (sslrootcert=FILE), or write sslmode=no-verify to encrypt without checking who answers.';

/** What is wrong, and what to do; SQL names are quoted. */
type Words = [complaint: string, remedy?: string];

/**
 * The refusal of a database that could not be asked, `words` being which: what PostgreSQL (codes of
 * its appendix A), the network (errno) or TLS said, with the remedy.
 */
export function databaseRefusal(words: string, address: URL, error: unknown): StartRefused {
  const [complaint, remedy = CHECK] = wordsFor(error as NodeJS.ErrnoException, address);
  return new StartRefused(`The database ${words} ${complaint}. ${remedy}`);
}

function wordsFor(error: NodeJS.ErrnoException, address: URL): Words {
  const { code = '', message } = error;
  const name = quoted(decodeURIComponent(address.pathname.slice(1)));
  const user = quoted(decodeURIComponent(address.username));
  if (code === '28P01') return ['does not accept this user and password'];
  if (code === '28000') return notLetIn(message);
  if (/client password must be a string/.test(message)) {
    return ['asks for a password, and DATABASE_URL has none'];
  }
  if (code === '3D000') {
    return [
      'does not exist on that server',
      `Make it there: CREATE DATABASE ${name} OWNER ${user};`,
    ];
  }
  if (code === '42501') {
    return [
      'does not let this user connect',
      `Run there: ALTER DATABASE ${name} OWNER TO ${user};`,
    ];
  }
  if (code === '57P03') return ['is just starting or stopping', 'Try again in a moment.'];
  if (code === '53300') return ['has no connections left', 'Raise its max_connections.'];
  return wordsForTheWay(error) ?? [`does not answer (${code || message})`];
}

/** What stands between us and the server. */
function wordsForTheWay({
  code = '',
  message,
  syscall,
  path,
}: NodeJS.ErrnoException): Words | null {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return ['has a host that cannot be found'];
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return ['has a certificate for another host name', UNTRUSTED];
  }
  if (code === 'CERT_HAS_EXPIRED') return ['has a certificate that has expired', UNTRUSTED];
  if (/SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)/.test(code)) {
    return ['has a certificate that this machine does not trust', UNTRUSTED];
  }
  if (/does not support SSL/.test(message)) {
    return ['does not encrypt its connections', 'Take sslmode out of DATABASE_URL.'];
  }
  if (syscall === 'open' && path) {
    return [`cannot be asked, because ${path} in DATABASE_URL cannot be read (${code})`];
  }
  return null;
}

/** pg_hba.conf has no line for us, or one that rejects or asks for something else. */
function notLetIn(message: string): Words {
  const told = /host "([^"]+)", user "([^"]+)", database "([^"]+)", (.*)/.exec(message);
  if (/role ".*" does not exist/.test(message)) return ['does not know this user'];
  if (/valid client certificate/.test(message)) {
    return [
      'asks for a certificate of ours',
      'Name it, and its key, in DATABASE_URL: sslcert=FILE&sslkey=FILE.',
    ];
  }
  if (!told) return [`does not let this user in (${message})`];
  const [, host = '', user = '', name = '', encryption = ''] = told;
  const from = host === '[local]' ? 'local' : 'host';
  const where = host === '[local]' ? '' : ` ${host}/${host.includes(':') ? 128 : 32}`;
  const line = `${from} ${quoted(name)} ${quoted(user)}${where} scram-sha-256`;
  const encrypted = /no encryption/.test(encryption)
    ? ' If it lets in encrypted connections only, write sslmode=verify-full in DATABASE_URL.'
    : '';
  return [
    'does not let this user in from here',
    `Add a line to its pg_hba.conf (${line}) and reload it.${encrypted}`,
  ];
}

/** A name as SQL and pg_hba.conf read it. */
export const quoted = (name: string) =>
  /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
