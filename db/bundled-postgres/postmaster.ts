import { readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '#db/bundled-postgres/cluster.ts';
import { DatabaseStartError } from '#db/bundled-postgres/error.ts';

/** A server process that works on our files. */
export type Postmaster = { pid: number; port: number };

const STOP_MS = 60_000;

/** The server running on these files, if any. A note left by a dead one is told apart. */
export function findPostmaster(dir: string): Postmaster | undefined {
  const note = readNote(dir);
  if (!note || hasEnded(note.pid)) return undefined;
  if (worksOn(note, dir)) return note;
  // The pid now belongs to something else (a reboot, a copied folder): PostgreSQL itself would
  // take it for a running server and refuse to start.
  rmSync(join(dir, 'postmaster.pid'), { force: true });
  return undefined;
}

/** Fast shutdown: connections are closed, everything is written, then it ends. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (hasEnded(pid)) return;
    process.kill(pid, signal);
    const until = Date.now() + STOP_MS;
    while (Date.now() < until) {
      if (hasEnded(pid)) return;
      await pause(20);
    }
  }
  throw new DatabaseStartError(`PostgreSQL (process ${pid}) did not stop.`);
}

export function hasEnded(pid: number): boolean {
  return !isAlive(pid) || isZombie(pid);
}

function readNote(dir: string): (Postmaster & { folder: string }) | undefined {
  try {
    // The lines PostgreSQL documents: pid, data folder, start time, port, …
    const lines = readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 1 ? { pid, folder: lines[1] ?? '', port: Number(lines[3] ?? 0) } : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function worksOn({ pid, folder }: { pid: number; folder: string }, dir: string): boolean {
  if (process.platform !== 'linux') return folder === dir || folder === realpathSync(dir);
  try {
    // PostgreSQL's processes stay in their data folder.
    const theirs = statSync(`/proc/${pid}/cwd`);
    const ours = statSync(dir);
    return theirs.ino === ours.ino && theirs.dev === ours.dev;
  } catch {
    // No evidence against it: leave the decision to PostgreSQL's own lock.
    return true;
  }
}

/** A server whose starter was killed may stay in the table as a zombie when nobody reaps it. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}
