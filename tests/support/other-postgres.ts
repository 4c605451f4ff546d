import { spawn, spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { as, serverAccount } from '#db/bundled-postgres/account.ts';
import { usableBinaries } from '#db/bundled-postgres/binaries.ts';
import { answer } from '#db/bundled-postgres/server.ts';
import { certificate, certificateKey } from '#tests/support/certificate.ts';
import { freePort } from '#tests/support/octavo.ts';
import { fleetingFolder } from '#tests/support/temporary.ts';

/** Debian's, the oldest that Octavo works with; the bundled one where that is not installed. */
const DEBIAN = '/usr/lib/postgresql/15/bin';

export interface OtherPostgres {
  /** the address of a database on it, as one of its users */
  url(user: string, password: string, database: string): string;
  port: number;
  /** the folder of its socket */
  socket: string;
  /** runs statements as its superuser */
  run(...statements: string[]): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL that Octavo did not make, as an operator sets one up: passwords, a socket, a
 * certificate that signed itself, and these lines in its pg_hba.conf before the one that lets its
 * superuser in.
 */
export async function startOtherPostgres(hba: string[]): Promise<OtherPostgres> {
  const folder = fleetingFolder();
  const account = serverAccount(folder);
  const { initdb, postgres } = existsSync(DEBIAN)
    ? { initdb: join(DEBIAN, 'initdb'), postgres: join(DEBIAN, 'postgres') }
    : usableBinaries(account, join(folder, 'runtime'));
  const data = join(folder, 'postgres');
  const made = spawnSync(
    initdb,
    ['-D', data, '-U', 'postgres', '--encoding=UTF8', '--locale=C', '--auth=trust', '--no-sync'],
    { ...as(account), encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(made.stderr);
  const lines = [...hba, 'host all postgres 127.0.0.1/32 trust'];
  const files = { 'pg_hba.conf': lines.join('\n'), 'server.crt': certificate };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(data, name), `${text}\n`);
  writeFileSync(join(data, 'server.key'), certificateKey, { mode: 0o600 });
  if (account) spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, folder]);
  const port = await freePort();
  const settings = [
    'fsync=off',
    'ssl=on',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    // Whom it believes, of those who bring a certificate.
    'ssl_ca_file=server.crt',
  ];
  const server = spawn(
    postgres,
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...as(account), stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const url = (user: string, password: string, database: string) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  const admin = url('postgres', '', 'postgres');
  await answer(admin, server.pid ?? 0, () => {});
  return {
    ...{ url, port, socket: folder },
    async run(...statements) {
      const client = new pg.Client({ connectionString: admin });
      await client.connect();
      try {
        for (const statement of statements) await client.query(statement);
      } finally {
        await client.end();
      }
    },
    async stop() {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
