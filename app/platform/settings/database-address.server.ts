import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { Read } from '#app/platform/settings/site-address.server.ts';
import { readConnectionString, severalHosts } from './connection-string.server.ts';

const NAME = 'DATABASE_URL';
/** Where servers keep their sockets: as Debian and Red Hat build PostgreSQL, and as it comes. */
const SOCKETS = ['/var/run/postgresql', '/tmp'];
/** libpq's modes, and pg's own word for "require". */
const MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'];
/** What would be something else without it. */
const NOT_HEEDED: Record<string, string> = {
  hostaddr: 'write host instead',
  passfile: 'write the password, or PGPASSWORD',
  requirepeer: 'write sslmode=verify-full',
  schema: 'write options=-c%20search_path%3DNAME instead',
  service: 'write the host, the user and the database',
  sslcrl: 'leave it out',
  sslcrldir: 'leave it out',
  sslpassword: 'name a key without a password in sslkey',
};
/** What libpq takes from the environment when the address does not say it. */
const ENVIRONMENT: Record<string, string> = {
  host: 'PGHOST',
  port: 'PGPORT',
  user: 'PGUSER',
  dbname: 'PGDATABASE',
  options: 'PGOPTIONS',
  sslmode: 'PGSSLMODE',
  sslrootcert: 'PGSSLROOTCERT',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
};

type Environment = Record<string, string | undefined>;

/**
 * The database's address, however libpq lets people write it, as the one form that everything here
 * connects by: a URL with user, host, port and database, whose parameters pg understands as they are
 * meant. Its sslmode is disable, no-verify, verify-ca or verify-full, or still `allow` or `prefer`,
 * which the server decides. @see app/server/encryption.server.ts
 */
export function readDatabaseAddress(given: string, environment: Environment): Read {
  const said = readConnectionString(NAME, given);
  if ('instead' in said) return said;
  const { parameters } = said;
  for (const [name, remedy] of Object.entries(NOT_HEEDED)) {
    if (parameters.has(name)) {
      return { instead: `${NAME} has ${name}, which Octavo does not know: ${remedy}.` };
    }
  }
  const asked = (name: string) => parameters.get(name) ?? environment[ENVIRONMENT[name] ?? ''];
  const port = asked('port') || '5432';
  const host = asked('host') || ownHost(port);
  if (`${host}${port}`.includes(',')) return severalHosts(NAME);
  const user = asked('user') || ownName();
  const url = { user, host, port, database: asked('dbname') || user };
  const address = canonical(url, parameters.get('password'));
  if (!user)
    return { instead: `${NAME} names no user: write postgres://user:password@host/octavo.` };
  if (!address || !/^\d{1,5}$/.test(port)) return { instead: `${NAME} is not an address.` };
  const encryption = encryptionOf(asked, parameters.get('ssl'), host);
  if ('instead' in encryption) return encryption;
  for (const [name, value] of Object.entries(encryption.said))
    address.searchParams.set(name, value);
  const options = asked('options');
  if (options) address.searchParams.set('options', options);
  return { value: address.href };
}

/** Host and port of such an address, or its socket, for people to read. */
export const databaseHost = (address: string) => decodeURIComponent(new URL(address).host);

interface Parts {
  user: string;
  host: string;
  port: string;
  database: string;
}

function canonical({ user, host, port, database }: Parts, password?: string): URL | null {
  const who = [user, ...(password ? [password] : [])].map(encodeURIComponent).join(':');
  const where = host.includes(':') ? `[${host}]` : encodeURIComponent(host);
  // pg decodes the name of a database as a whole path.
  const path = encodeURI(database).replace(/[?#]/g, encodeURIComponent);
  const text = `postgres://${who}@${where}:${port}/${path}`;
  return URL.canParse(text) ? new URL(text) : null;
}

function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without a name, as containers have.
    return '';
  }
}

const ownHost = (port: string) =>
  SOCKETS.find((folder) => existsSync(`${folder}/.s.PGSQL.${port}`)) ?? 'localhost';

type Encryption = { said: Record<string, string> } | { instead: string };

function encryptionOf(
  asked: (name: string) => string | undefined,
  ssl: string | undefined,
  host: string,
): Encryption {
  // A socket leads nowhere else.
  if (host.startsWith('/')) return { said: { sslmode: 'disable' } };
  const authority = asked('sslrootcert');
  // Who names an authority wants it to be asked.
  const mode = asked('sslmode') ?? modeOf(ssl) ?? (authority ? 'verify-full' : usualMode(host));
  if (!MODES.includes(mode)) {
    return { instead: `${NAME} has an sslmode that nobody knows: write ${MODES.join(', ')}.` };
  }
  if (mode === 'disable') return { said: { sslmode: mode } };
  const root = authority === 'system' ? undefined : authority;
  if (authority === 'system' && mode !== 'verify-full') {
    return { instead: `${NAME} has sslrootcert=system, which goes with sslmode=verify-full only.` };
  }
  if (mode === 'verify-ca' && !root) {
    return {
      instead: `${NAME} has sslmode=verify-ca and names no authority: add sslrootcert=FILE, or write sslmode=verify-full, which takes the authorities that Node knows and checks the name, too.`,
    };
  }
  const files: Record<string, string> = {};
  for (const name of ['sslcert', 'sslkey', 'sslnegotiation']) {
    const value = asked(name);
    if (value) files[name] = value;
  }
  if (mode === 'verify-full') {
    return { said: { sslmode: mode, ...files, ...(root && { sslrootcert: root }) } };
  }
  // As libpq has it, a named authority is asked also where encryption alone is required.
  if (root && mode !== 'no-verify' && mode !== 'allow' && mode !== 'prefer') {
    const said = { sslmode: 'verify-ca', ...files, sslrootcert: root, uselibpqcompat: 'true' };
    return { said };
  }
  return { said: { sslmode: mode === 'require' ? 'no-verify' : mode, ...files } };
}

const modeOf = (ssl: string | undefined) =>
  ({ true: 'require', '1': 'require', 'no-verify': 'require', false: 'disable', '0': 'disable' })[
    ssl ?? ''
  ];

/** On this machine encryption costs time and protects from nobody. */
const usualMode = (host: string) =>
  /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host) ? 'allow' : 'prefer';
