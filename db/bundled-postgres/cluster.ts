import { type SpawnOptions, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Account, as, canEnter } from '#db/bundled-postgres/account.ts';
import type { Binaries } from '#db/bundled-postgres/binaries.ts';
import { DatabaseStartError } from '#db/bundled-postgres/error.ts';
import { sharedMemory } from '#db/bundled-postgres/shared-memory.ts';

export const OWNER = 'octavo';
export const DATABASE = 'octavo';
const MAJOR = '18';
const ACCESS = `# Written by Octavo: this machine only, and only with the password.
host all all 127.0.0.1/32 scram-sha-256
`;

export type Cluster = { dir: string; binaries: Binaries; account: Account; durable: boolean };

/** Makes the database files if there are none. A start that was cut short leaves nothing behind. */
export async function ensureCluster(cluster: Cluster, password: string): Promise<void> {
  closeToOthers(cluster.dir);
  if (isCluster(cluster.dir)) return requireVersion(cluster.dir);
  if (existsSync(cluster.dir) && readdirSync(cluster.dir).length > 0) {
    throw new DatabaseStartError(
      `${cluster.dir} holds files that are not a database: move them away, or set DATA_DIR.`,
    );
  }
  removeAbandoned(cluster.dir);
  const unfinished = { ...cluster, dir: `${cluster.dir}.new-${process.pid}` };
  mkdirSync(unfinished.dir, { mode: 0o700 });
  try {
    if (cluster.account) chownSync(unfinished.dir, cluster.account.uid, cluster.account.gid);
    await initialise(unfinished);
    await setClusterPassword(unfinished, password, [`CREATE DATABASE ${DATABASE};`]);
    if (existsSync(cluster.dir) && !isCluster(cluster.dir))
      rmSync(cluster.dir, { recursive: true });
    renameSync(unfinished.dir, cluster.dir);
  } catch (error) {
    rmSync(unfinished.dir, { recursive: true, force: true });
    // Another first start was faster: its files are as good.
    if (!isCluster(cluster.dir)) throw error;
  }
}

/** Sets the owner's password (and runs `more`) without a server; none may be running. */
export async function setClusterPassword(cluster: Cluster, password: string, more: string[] = []) {
  const statements = [`ALTER ROLE ${OWNER} PASSWORD '${password}';`, ...more];
  const { errors } = await run(
    cluster,
    'postgres',
    ['--single', '-D', PATH, ...sharedMemory(), 'postgres'],
    statements,
  );
  if (errors) throw new DatabaseStartError(`The new database could not be set up: ${errors}`);
}

/** Stands for the folder in arguments to {@link spawnIn}. */
export const PATH = '{cluster}';

/**
 * Starts a program of the server on the cluster, as its account. When that account cannot reach the
 * folder by its path (a checkout under a 0700 home), it gets the open folder instead: the data stay
 * where they are and nobody's permissions are changed.
 */
export function spawnIn(
  { dir, binaries, account }: Cluster,
  program: keyof Binaries,
  args: string[],
  stdio: [number | 'pipe' | 'ignore', number | 'pipe', number | 'pipe'],
  options: SpawnOptions = {},
) {
  const reachable = !account || canEnter(account, dir);
  if (!reachable && process.platform !== 'linux') {
    throw new DatabaseStartError(
      `The account that runs PostgreSQL cannot reach ${dir}: start Octavo as an ordinary user.`,
    );
  }
  const folder = reachable ? undefined : openSync(dir, 'r');
  const path = reachable ? dir : '/proc/self/fd/3';
  try {
    return spawn(
      binaries[program],
      args.map((arg) => (arg === PATH ? path : arg)),
      { ...as(account), ...options, stdio: folder === undefined ? stdio : [...stdio, folder] },
    );
  } finally {
    if (folder !== undefined) closeSync(folder);
  }
}

async function initialise(cluster: Cluster): Promise<void> {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin'];
  const { status, errors, output } = await run(cluster, 'initdb', [
    ...['-D', PATH, '-U', OWNER, ...locale, '--builtin-locale=C.UTF-8', ...sharedMemory()],
    // Nobody may connect until our own access rules are in place.
    ...['--auth=reject', '--no-instructions', ...(cluster.durable ? [] : ['--no-sync'])],
  ]);
  if (status !== 0) {
    throw new DatabaseStartError(`The database files could not be made: ${errors || output}`);
  }
  writeFileSync(join(cluster.dir, 'pg_hba.conf'), ACCESS);
}

/**
 * Runs a program to its end. `errors` is its last complaint on one line, or empty.
 * @throws DatabaseStartError when our account has no name, which these programs ask for
 */
async function run(
  cluster: Cluster,
  program: keyof Binaries,
  args: string[],
  input: string[] = [],
) {
  const child = spawnIn(cluster, program, args, ['pipe', 'pipe', 'pipe']);
  let output = '';
  let said = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  child.stdin?.on('error', () => {});
  child.stdin?.end(input.map((statement) => `${statement}\n`).join(''));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (/could not look up effective user/.test(said)) throw nameless();
  const lines = said.trim().split('\n');
  const complaints = lines.filter((line) => /\b(error|ERROR|FATAL|PANIC):/.test(line));
  const errors = complaints.at(-1) ?? (status === 0 ? '' : (lines.at(-1) ?? ''));
  return { status, errors, output: output.trim().split('\n').at(-1) };
}

function nameless(): DatabaseStartError {
  const uid = process.getuid?.();
  return new DatabaseStartError(
    `PostgreSQL wants to know its account by name, and account ${uid} has none in /etc/passwd. ` +
      `Give it one (useradd --uid ${uid} octavo; for a container, in its image), ` +
      'start Octavo as an account that has one, or set DATABASE_URL.',
  );
}

/** PostgreSQL refuses a folder that others may enter, which is how many tools restore it. */
function closeToOthers(dir: string): void {
  const mode = statSync(dir, { throwIfNoEntry: false })?.mode;
  if (mode === undefined || ((mode & 0o700) === 0o700 && (mode & 0o027) === 0)) return;
  chmodSync(dir, 0o700);
}

function isCluster(dir: string): boolean {
  return existsSync(join(dir, 'PG_VERSION'));
}

function requireVersion(dir: string): void {
  const version = readFileSync(join(dir, 'PG_VERSION'), 'utf8').trim();
  if (version === MAJOR) return;
  throw new DatabaseStartError(
    `${dir} was made by PostgreSQL ${version}, and this Octavo brings PostgreSQL ${MAJOR}. ` +
      'Start the Octavo that made it, export with pg_dump, and restore into a new folder.',
  );
}

/** Half-made clusters of starts that were killed. */
function removeAbandoned(dir: string): void {
  for (const name of readdirSync(dirname(dir))) {
    const pid = name.startsWith(`${basename(dir)}.new-`) && Number(name.split('-').at(-1));
    if (pid && !isAlive(pid)) rmSync(join(dirname(dir), name), { recursive: true, force: true });
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
