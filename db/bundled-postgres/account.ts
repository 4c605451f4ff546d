import { execFileSync, spawnSync } from 'node:child_process';
import { lchownSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseStartError } from '#db/bundled-postgres/error.ts';

/** The unprivileged account a root installation drops to; undefined runs as ourselves. */
export type Account = { uid: number; gid: number } | undefined;

const NAME = 'postgres';
const FOR_CHILDREN: NodeJS.ProcessEnv = {
  LC_ALL: 'C',
  TZ: 'UTC',
  PATH: '/usr/local/bin:/usr/bin:/bin',
  // Means nothing to PostgreSQL; Remix's types demand it of every environment.
  NODE_ENV: 'production',
};

/**
 * Whom the server runs as. PostgreSQL refuses root, so root becomes the owner of the data or, when
 * there is no data yet, the `postgres` account (made if missing).
 */
export function serverAccount(clusterDir: string): Account {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0 && idOf('-un', String(owner.uid)) !== undefined) {
    return { uid: owner.uid, gid: owner.gid };
  }
  const account = findAccount() ?? makeAccount();
  // Data restored by root, or from a machine with other numbers, belongs to nobody who may run it.
  if (owner) giveTo(clusterDir, account);
  return account;
}

/** Options for a child process that runs as `account` and inherits none of our PG* settings. */
export function as(account: Account) {
  return { ...account, cwd: '/', env: FOR_CHILDREN };
}

/** Whether `account` can reach and list this folder by its path. */
export function canEnter(account: Account, folder: string): boolean {
  const probe = ['-c', 'cd "$1" && ls >/dev/null', 'sh', folder];
  return spawnSync('/bin/sh', probe, { ...as(account), stdio: 'ignore' }).status === 0;
}

function findAccount(): { uid: number; gid: number } | undefined {
  const uid = idOf('-u', NAME);
  const gid = idOf('-g', NAME);
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function makeAccount(): { uid: number; gid: number } {
  try {
    const quiet = { stdio: 'ignore' } as const;
    execFileSync('groupadd', ['--force', '--system', NAME], quiet);
    const shape = ['--system', '--gid', NAME, '--no-create-home', '--home-dir', '/nonexistent'];
    execFileSync('useradd', [...shape, '--shell', '/usr/sbin/nologin', NAME], quiet);
  } catch {
    // Another start may have made it in the meantime: what counts is whether it is there.
  }
  const account = findAccount();
  if (account) return account;
  throw new DatabaseStartError(
    `PostgreSQL does not run as root and the account “${NAME}” could not be made. ` +
      'Start Octavo as an ordinary user, or set DATABASE_URL.',
  );
}

function giveTo(path: string, account: { uid: number; gid: number }): void {
  lchownSync(path, account.uid, account.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveTo(join(path, name), account);
}

function idOf(flag: '-u' | '-g' | '-un', who: string): string | undefined {
  const { status, stdout } = spawnSync('id', [flag, who], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
