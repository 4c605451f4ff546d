import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '#tests/support/octavo.ts';
import { blockIn, changed, write } from './configuration.ts';
import type { Ground } from './ground.ts';
import { program } from './programs.ts';
import { must } from './situation.ts';

const START_MS = 20_000;
const PASSWORD = 'a long password';

/**
 * A PostgreSQL of Debian's that takes encrypted connections only, but for its socket, with the
 * guide's database in it.
 */
export async function debiansPostgres(ground: Ground) {
  const { folder, certificate } = ground;
  const account = postgresAccount();
  const data = join(folder, 'postgres');
  mkdirSync(data);
  chownSync(data, account.uid, account.gid);
  const bin = dirname(program('postgres') ?? '');
  const superPassword = write(folder, 'super-password', PASSWORD);
  const { status, stderr } = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${superPassword}`],
    { ...account, encoding: 'utf8', cwd: '/' },
  );
  must(status === 0, `initdb: ${stderr}`);
  for (const [from, to] of [
    [certificate.cert, 'server.crt'],
    [certificate.key, 'server.key'],
  ] as const) {
    copyFileSync(from, join(data, to));
    chownSync(join(data, to), account.uid, account.gid);
    chmodSync(join(data, to), 0o600);
  }
  const hba = ['local all all scram-sha-256', 'hostssl all all 127.0.0.1/32 scram-sha-256'];
  write(data, 'pg_hba.conf', `${hba.join('\n')}\n`);
  const port = await freePort();
  const settings = { ssl: 'on', fsync: 'off', listen_addresses: '127.0.0.1', port };
  const socket = data;
  await ground.part(join(bin, 'postgres'), {
    args: [
      ...['-D', data, '-c', `unix_socket_directories=${socket}`],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    ...{ port, ...account, signal: 'SIGINT' },
  });
  await run(port, changed(blockIn('postgresql.md', 'sql'), [['choose a password', PASSWORD]]));
  const address = `127.0.0.1:${port}/octavo`;
  return {
    port,
    url: `postgres://octavo:${encodeURIComponent(PASSWORD)}@${address}`,
    /** another database, as the guide has them, in a locale; by its socket, as libpq writes it */
    async inLocale(locale: string): Promise<string> {
      const name = `octavo_${locale.toLowerCase().replace('-', '_')}`;
      const icu = `LOCALE_PROVIDER icu ICU_LOCALE '${locale}'`;
      await run(
        port,
        `CREATE DATABASE ${name} OWNER octavo ENCODING 'UTF8' ${icu} TEMPLATE template0`,
      );
      return `host=${socket} port=${port} dbname=${name} user=octavo password='${PASSWORD}'`;
    },
  };
}

/** Runs what an operator types. */
async function run(port: number, sql: string): Promise<void> {
  const client = await connected(port);
  // One at a time: a database is not made within a transaction.
  for (const statement of sql.split(/;\s*$/m)) if (statement.trim()) await client.query(statement);
  await client.end();
}

/** Its port answers a moment before it takes connections. */
async function connected(port: number): Promise<pg.Client> {
  for (const until = Date.now() + START_MS; ; await pause(100)) {
    const client = new pg.Client({
      ...{ host: '127.0.0.1', port, user: 'postgres', password: PASSWORD, database: 'postgres' },
      ssl: { rejectUnauthorized: false },
    });
    try {
      await client.connect();
      return client;
    } catch (error) {
      const starting = (error as { code?: string }).code === '57P03';
      if (!starting || Date.now() > until) throw error;
    }
  }
}

/** PostgreSQL does not run as root; Debian's package brings an account for it. */
export function postgresAccount(): { uid: number; gid: number } {
  if (process.getuid?.() !== 0)
    return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const { uid, gid } = statSync('/var/lib/postgresql');
  return { uid, gid };
}
