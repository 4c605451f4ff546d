import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '#tests/support/octavo.ts';
import { guided, write } from './configuration.ts';
import type { Ground } from './ground.ts';
import { postgresAccount } from './postgres.ts';
import { program } from './programs.ts';

/**
 * pgbouncer with the guide's configuration in front of a PostgreSQL.
 * @param mode another pool_mode than the guide's
 * @returns the DATABASE_URL that leads through it
 */
export async function pgbouncer(
  ground: Ground,
  postgres: { port: number; url: string },
  mode = 'session',
): Promise<string> {
  const port = await freePort();
  const url = new URL(postgres.url);
  const folder = join(ground.folder, `pgbouncer-${port}`);
  mkdirSync(folder);
  const users = write(folder, 'userlist.txt', `"octavo" "${decodeURIComponent(url.password)}"\n`);
  const file = write(
    folder,
    'pgbouncer.ini',
    guided('pgbouncer.ini', [
      ['host=127.0.0.1 port=5432', `host=127.0.0.1 port=${postgres.port}`],
      ['listen_port = 6432', `listen_port = ${port}`],
      ['pool_mode = session', `pool_mode = ${mode}`],
      ['/var/run/postgresql', folder],
      ['/var/log/postgresql', folder],
      ['/etc/pgbouncer/userlist.txt', users],
    ]),
  );
  const { uid, gid } = postgresAccount();
  chownSync(folder, uid, gid);
  await ground.part(program('pgbouncer') ?? 'pgbouncer', { args: [file], port, uid, gid });
  url.port = String(port);
  return url.href;
}
