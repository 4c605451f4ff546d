import { userInfo } from 'node:os';
import pg from 'pg';
import { expect, test } from 'vitest';
import { parseEnv } from '#app/platform/settings/env.server.ts';

/** What pg makes of the address that connections are made by. */
function read(given: string, environment: Record<string, string> = {}) {
  const url = new URL(parseEnv({ ...environment, DATABASE_URL: given }).DATABASE_URL ?? '');
  const mode = url.searchParams.get('sslmode');
  url.searchParams.delete('sslmode');
  const { connectionParameters: made } = new pg.Client({
    connectionString: url.href,
  }) as unknown as { connectionParameters: Record<string, unknown> };
  const { host, port, user, password, database, options } = made;
  return { host, port, user, password, database, options, mode };
}

function refusal(given: string, environment: Record<string, string> = {}): string {
  try {
    parseEnv({ ...environment, DATABASE_URL: given });
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('Nothing was refused.');
}

const SOCKET = { host: '/var/run/postgresql', port: 5432, user: 'ada', database: 'octavo' };

test.each([
  'postgres://ada@/octavo?host=/var/run/postgresql',
  'postgres:///octavo?host=/var/run/postgresql&user=ada',
  'postgresql:///octavo?user=ada&host=%2Fvar%2Frun%2Fpostgresql&port=5432',
  'postgres://ada@%2Fvar%2Frun%2Fpostgresql/octavo',
  'postgres://ada@%2Fvar%2Frun%2Fpostgresql:5432/octavo?sslmode=require',
  'host=/var/run/postgresql dbname=octavo user=ada',
  " host = '/var/run/postgresql'  dbname='octavo' user=ada sslmode=require ",
])('%s is a socket, where nothing is encrypted', (given) => {
  expect(read(given)).toMatchObject({ ...SOCKET, mode: 'disable' });
});

test('what is left out is what libpq takes', () => {
  const { username } = userInfo();
  expect(read('postgres://db.example.org')).toMatchObject({
    ...{ host: 'db.example.org', port: 5432, user: username, database: username },
  });
  expect(read('postgres:///octavo?port=59999')).toMatchObject({
    ...{ host: 'localhost', port: 59_999, user: username, database: 'octavo' },
  });
  const environment = {
    ...{ PGHOST: '/run/pg', PGPORT: '6000', PGUSER: 'ada', PGDATABASE: 'circles' },
    ...{ PGOPTIONS: '-c work_mem=5MB', PGSSLMODE: 'verify-full' },
  };
  expect(read('postgres://', environment)).toMatchObject({
    ...{ host: '/run/pg', port: 6000, user: 'ada', database: 'circles' },
    ...{ options: '-c work_mem=5MB', mode: 'disable' },
  });
  expect(read('postgres://eve@db.example.org:7000/club', environment)).toMatchObject({
    ...{ host: 'db.example.org', port: 7000, user: 'eve', database: 'club', mode: 'verify-full' },
  });
});

test.each([
  ['postgres://ada:w0rd@[::1]:5433/octavo', '::1', 5433],
  ['postgres://ada:w0rd@[fd00::8]/octavo', 'fd00::8', 5432],
  ['host=fd00::8 user=ada password=w0rd dbname=octavo', 'fd00::8', 5432],
  ['postgres://ada:w0rd@ignored/octavo?host=db.example.org&port=6543', 'db.example.org', 6543],
])('%s leads to %s, port %i', (given, host, port) => {
  expect(read(given)).toMatchObject({ host, port, user: 'ada', password: 'w0rd' });
});

test.each([
  ['postgres://ada%40club:a%23b%2Fc%25d%2Ce%20f@db.example.org/my%20books', 'a#b/c%d,e f'],
  [
    String.raw`host=db.example.org dbname='my books' user=ada@club password='it\'s \\ a=b'`,
    "it's \\ a=b",
  ],
])('%s: a user, a password and a name with all kinds of characters', (given, password) => {
  expect(read(given)).toMatchObject({ user: 'ada@club', password, database: 'my books' });
});

const AT = 'postgres://ada:w0rd@db.example.org/octavo';

test.each([
  // libpq's own default, and where encryption protects from nobody.
  ['', 'prefer'],
  ['?sslmode=allow', 'allow'],
  ['?sslmode=prefer', 'prefer'],
  ['?sslmode=disable', 'disable'],
  // pg's name of what libpq calls require: encrypted, and nobody is asked who answers
  ['?sslmode=require', 'no-verify'],
  ['?ssl=true', 'no-verify'],
  ['?sslmode=no-verify', 'no-verify'],
  ['?sslmode=require&channel_binding=require', 'no-verify'],
  ['?sslmode=verify-full', 'verify-full'],
  ['?sslmode=verify-full&sslrootcert=system', 'verify-full'],
  ['?sslrootcert=system', 'verify-full'],
])('%s is encrypted as libpq does: %s', (parameters, mode) => {
  expect(read(AT + parameters).mode).toBe(mode);
});

test.each(['localhost', '127.0.0.1', '[::1]'])('%s is this machine', (host) => {
  expect(read(`postgres://ada@${host}/octavo`).mode).toBe('allow');
});

test.each([
  [`${AT}?sslmode=verify-ca`, 'add sslrootcert=FILE, or write sslmode=verify-full'],
  [`${AT}?sslmode=require&sslrootcert=system`, 'goes with sslmode=verify-full only'],
  [`${AT}?sslmode=yes`, 'write disable, allow, prefer, require, verify-ca, verify-full'],
  [`${AT}?schema=club`, 'write options=-c%20search_path%3DNAME instead'],
  [`${AT}?service=club`, 'write the host, the user and the database'],
  [`${AT}?sslcert=a&sslkey=b&sslpassword=w0rd`, 'a key without a password'],
  ['postgres://ada:w0rd@one.example.org,two.example.org/octavo', 'names several hosts'],
  ['postgres://ada:w0rd@one:5432,two:5433/octavo', 'names several hosts'],
  ['postgres://ada:w0rd@/octavo?host=one,two', 'names several hosts'],
  ['host=one,two dbname=octavo password=w0rd', 'names several hosts'],
  ['host=one password=w0rd and more', 'in single quotes'],
  ["host=one password='w0rd", 'in single quotes'],
  ['socket:/var/run/postgresql?db=octavo', 'write postgres:///octavo?host=/var/run/postgresql'],
  ['/var/run/postgresql octavo', 'must start with postgres://'],
  ['mysql://ada:w0rd@localhost/octavo', 'must start with postgres://'],
  [`${AT}?options=-c%2`, 'write it as %25'],
  ['postgres://ada:w0rd,x#y@db.example.org/octavo', 'write # as %23'],
  ['host=db.example.org port=many', 'not an address'],
])('%s is refused in one line, which shows nothing of it', (given, words) => {
  const said = refusal(given);
  expect(said).toContain(words);
  expect(said).toMatch(/^DATABASE_URL [^\n]+$/);
  expect(said).not.toMatch(/w0rd|ada/);
});
