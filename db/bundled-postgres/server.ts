import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, PATH, spawnIn } from '#db/bundled-postgres/cluster.ts';
import { DatabaseStartError } from '#db/bundled-postgres/error.ts';
import { findPostmaster, hasEnded } from '#db/bundled-postgres/postmaster.ts';
import { ownLikeFolder } from '#db/bundled-postgres/settings.ts';
import { sharedMemory } from '#db/bundled-postgres/shared-memory.ts';

const LOG_BYTES = 10 * 1024 * 1024;
const LAST_WORDS = 4_000;
// Long enough for a big database to recover after a power failure.
const ANSWER_MS = 10 * 60_000;

export type Launch = {
  cluster: Cluster;
  port: number;
  /** Where that port is taken, another will do. */
  elsewhere?: boolean;
  logFile: string;
};
type Answer = 'ready' | 'wrong password' | 'gone';

/**
 * Starts a server on the cluster and returns its port. It outlives us: it has its own process group
 * (Ctrl-C reaches only us, who drain first) and its log is a file, not a pipe.
 * @returns undefined when another server took the files first
 */
export async function launch({ cluster, port: preferred, elsewhere = false, logFile }: Launch) {
  for (let attempt = 1; ; attempt++) {
    const port = elsewhere ? await freePort(attempt === 1 ? preferred : 0) : preferred;
    const log = openLog(logFile);
    const child = spawnIn(
      cluster,
      'postgres',
      ['-D', PATH, '-p', String(port), ...sharedMemory(), ...settings(cluster.durable)],
      ['ignore', log.fd, log.fd],
      { detached: true },
    );
    closeSync(log.fd);
    const failed = new Promise<Error>((resolve) => child.once('error', resolve));
    child.unref();
    const { pid } = child;
    if (pid === undefined) throw await failed;
    if (await listening(cluster.dir, pid)) return { pid, port };
    const said = readFileSync(logFile, 'utf8').slice(log.start);
    if (said.includes('lock file "postmaster.pid" already exists')) return undefined;
    if (elsewhere && said.includes('Address already in use') && attempt < 5) continue;
    throw didNotStart(said, logFile);
  }
}

/** Waits until the server lets us in, for as long as it is alive (it may be recovering). */
export async function answer(url: string, pid: number, slow: () => void): Promise<Answer> {
  const start = Date.now();
  for (let warned = false; Date.now() - start < ANSWER_MS; await pause(30)) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return 'ready';
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === '28P01' || code === '28000') return 'wrong password';
    }
    if (hasEnded(pid)) return 'gone';
    if (!warned && Date.now() - start > 2_000) {
      warned = true;
      slow();
    }
  }
  throw new DatabaseStartError(`PostgreSQL (process ${pid}) does not answer.`);
}

/** Without encryption also where PGSSLMODE, which pg reads, asks for it of some other server. */
export function clusterUrl(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`;
}

function settings(durable: boolean): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: durable ? 'on' : 'off',
    ...(durable ? {} : { synchronous_commit: 'off', full_page_writes: 'off' }),
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Our statements are short: compiling them costs more than running them, and to share one among
    // processes takes more of /dev/shm than a container gives.
    jit: 'off',
    max_parallel_workers_per_gather: 0,
    log_checkpoints: 'off',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Whether the process got as far as owning the files and its port. */
async function listening(dir: string, pid: number): Promise<boolean> {
  while (!hasEnded(pid)) {
    const running = findPostmaster(dir);
    if (running?.pid === pid && running.port > 0) return true;
    await pause(20);
  }
  return false;
}

async function freePort(preferred: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => (preferred ? resolve(freePort(0)) : reject(error)));
    probe.listen(preferred, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function openLog(file: string): { fd: number; start: number } {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_BYTES) renameSync(file, `${file}.1`);
  const fd = openSync(file, 'a', 0o600);
  ownLikeFolder(file);
  return { fd, start: size > LOG_BYTES ? 0 : size };
}

/** What the server said at last that was wrong. */
export function lastComplaint(logFile: string): string {
  return `${complaintIn(lastWords(logFile))} (${logFile})`;
}

/** Why servers that were launched are gone again. */
export const doesNotStay = (logFile: string) => didNotStart(lastWords(logFile), logFile);

function didNotStart(said: string, logFile: string): DatabaseStartError {
  const words = complaintIn(said);
  const remedy = /shared memory segment/.test(words)
    ? 'Give /dev/shm 64 MB (docker run --shm-size=64m), and start again.'
    : `Its log is ${logFile}.`;
  return new DatabaseStartError(`PostgreSQL did not start: ${words}. ${remedy}`);
}

const lastWords = (logFile: string) => readFileSync(logFile, 'utf8').slice(-LAST_WORDS);

function complaintIn(said: string): string {
  const lines = said.trim().split('\n');
  const complaint = lines.filter((line) => /(FATAL|PANIC|ERROR|error):/.test(line)).at(-1);
  return (complaint ?? lines.at(-1) ?? 'no reason given').replace(/^.*?(FATAL|PANIC):\s*/, '');
}
