import { rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { certificate, certificateKey } from '#tests/support/certificate.ts';
import { type OtherPostgres, startOtherPostgres } from '#tests/support/other-postgres.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';
import { PASSWORD, refusal, start, withDatabase } from './start-on.ts';

// A server that has SSL, with a certificate for localhost and 127.0.0.1 that signed itself.
const folder = temporaryFolder();
const trusted = join(folder, 'trusted.crt');
const key = join(folder, 'client.key');
let server: OtherPostgres;

beforeAll(async () => {
  server = await startOtherPostgres([
    'local all all trust',
    'hostssl encrypted all 127.0.0.1/32 scram-sha-256',
    'hostssl certified all 127.0.0.1/32 scram-sha-256 clientcert=verify-ca',
    'host encrypted,certified all 127.0.0.1/32 reject',
    'hostnossl plain all 127.0.0.1/32 scram-sha-256',
    'host plain all 127.0.0.1/32 reject',
    'host either all 127.0.0.1/32 scram-sha-256',
  ]);
  const { username } = userInfo();
  await server.run(
    `CREATE ROLE ada LOGIN PASSWORD '${PASSWORD}'`,
    `CREATE ROLE "${username}" LOGIN`,
    ...['encrypted', 'certified', 'plain', 'either'].map(
      (name) => `CREATE DATABASE ${name} OWNER ada`,
    ),
  );
  writeFileSync(trusted, certificate);
  writeFileSync(key, certificateKey, { mode: 0o600 });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ada = (database: string, parameters = '') =>
  server.url('ada', PASSWORD, database) + parameters;

/** Whether what pages, jobs and migrations go over is encrypted, and from where it comes. */
const connections = (url: string, environment: Record<string, string> = {}) =>
  withDatabase(url, environment, async ({ db }) => {
    const { rows } = await sql<{ ssl: boolean; socket: boolean; user: string }>`
      select ssl, client_addr is null as socket, current_user as user
        from pg_stat_ssl join pg_stat_activity using (pid) where pid = pg_backend_pid()`.execute(
      db,
    );
    return rows[0];
  });

test.each([
  ['either', '', false],
  ['either', '?sslmode=disable', false],
  ['either', '?sslmode=allow', false],
  ['either', '?sslmode=prefer', true],
  ['either', '?sslmode=require', true],
  ['either', '?ssl=true', true],
  ['either', '?sslmode=no-verify', true],
  ['encrypted', '', true],
  ['encrypted', '?sslmode=allow', true],
  ['encrypted', '?sslmode=require', true],
  ['plain', '', false],
  ['plain', '?sslmode=prefer', false],
])('database %s with “%s”: encrypted is %s', async (database, parameters, ssl) => {
  expect(await connections(ada(database, parameters))).toMatchObject({ ssl });
});

test('the certificate is checked as far as asked', async () => {
  // Another name of this machine, for which the certificate is not.
  const elsewhere = (parameters: string) =>
    ada('encrypted', parameters).replace('127.0.0.1', '127.1');
  for (const mode of ['require', 'verify-ca', 'verify-full']) {
    const parameters = `?sslmode=${mode}&sslrootcert=${trusted}`;
    expect(await connections(ada('encrypted', parameters)), mode).toMatchObject({ ssl: true });
  }
  expect(await connections(elsewhere(`?sslmode=verify-ca&sslrootcert=${trusted}`))).toMatchObject({
    ssl: true,
  });
  expect(await refusal(elsewhere(`?sslmode=verify-full&sslrootcert=${trusted}`))).toContain(
    'has a certificate for another host name',
  );
  for (const parameters of ['?sslmode=verify-full', '?sslrootcert=system']) {
    const said = await refusal(ada('encrypted', parameters));
    expect(said).toContain('has a certificate that this machine does not trust');
    expect(said).toContain('sslrootcert=FILE');
  }
});

test('an authority that is named is asked where encryption alone is required', async () => {
  const other = join(folder, 'other.crt');
  const { rootCertificates } = await import('node:tls');
  writeFileSync(other, rootCertificates[0] ?? '');
  for (const mode of ['require', 'verify-ca']) {
    expect(
      await refusal(ada('encrypted', `?sslmode=${mode}&sslrootcert=${other}`)),
      mode,
    ).toContain('has a certificate that this machine does not trust');
  }
});

test('a certificate of ours, where the server asks for one', async () => {
  expect(await refusal(ada('certified', '?sslmode=require'))).toContain(
    'asks for a certificate of ours. Name it, and its key, in DATABASE_URL',
  );
  const ours = `?sslmode=require&sslcert=${trusted}&sslkey=${key}`;
  expect(await connections(ada('certified', ours))).toMatchObject({ ssl: true });
});

test('a file of certificates that is not there', async () => {
  const file = join(folder, 'missing.crt');
  const said = await refusal(ada('encrypted', `?sslmode=verify-full&sslrootcert=${file}`));
  expect(said).toContain(`${file} in DATABASE_URL cannot be read (ENOENT)`);
});

test('encryption where there is none, and none where it must be', async () => {
  const { port } = server;
  expect(await refusal(ada('encrypted', '?sslmode=disable'))).toContain(
    'write sslmode=verify-full in DATABASE_URL',
  );
  expect(await refusal(ada('plain', '?sslmode=require'))).toContain('does not let this user in');
  // What is said is of the way that came further.
  for (const mode of ['allow', 'prefer']) {
    const wrong = `postgres://ada:wr0ng@127.0.0.1:${port}`;
    for (const name of ['encrypted', 'plain', 'either']) {
      expect(await refusal(`${wrong}/${name}?sslmode=${mode}`), `${name}, ${mode}`).toContain(
        'does not accept this user and password',
      );
    }
  }
});

test('variables of libpq stand in for what the address leaves out', async () => {
  const { port } = server;
  const environment = { PGHOST: '127.0.0.1', PGPORT: String(port), PGUSER: 'ada' };
  const secret = { ...environment, PGPASSWORD: PASSWORD, PGSSLMODE: 'require' };
  expect(await connections('postgres:///either', secret)).toEqual({
    ...{ ssl: true, socket: false, user: 'ada' },
  });
});

test('a socket, in each way of writing it', async () => {
  const { port, socket } = server;
  const folded = encodeURIComponent(socket);
  for (const address of [
    `postgres://ada@/either?host=${socket}&port=${port}`,
    `postgres:///either?host=${folded}&port=${port}&user=ada&sslmode=require`,
    `postgres://ada@${folded}:${port}/either`,
    `host=${socket} port=${port} user=ada dbname=either`,
  ]) {
    expect(await connections(address), address).toEqual({ ssl: false, socket: true, user: 'ada' });
  }
  // Without a user it is who runs Octavo.
  const { username } = userInfo();
  await server.run(`CREATE DATABASE own OWNER "${username}"`);
  await start(`postgres:///own?host=${socket}&port=${port}`);
  expect(await refusal(`postgres:///plain?host=${folder}&port=${port}&user=ada`)).toContain(
    `plain on ${folder}`,
  );
});
