import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostmaster, hasEnded, stopPostmaster } from '#db/bundled-postgres/postmaster.ts';

const PREFIX = 'octavo-test-';

/** Files here are memory, on Linux. */
const MEMORY = '/dev/shm';
/** Three times what a run of all tests puts there at once. */
const ROOM = 2 * 1024 ** 3;

/** A new folder for this process, which removes it when done with it. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
}

/**
 * The same in memory, where there is room: for a database that has nothing to prove about its disk.
 * A disk gives new files ever more slowly, the more of them were removed a moment ago.
 */
export function fleetingFolder(): string {
  const place = free(MEMORY) >= ROOM ? MEMORY : tmpdir();
  return mkdtempSync(join(place, `${PREFIX}${process.pid}-`));
}

function free(place: string): number {
  try {
    const { bavail, bsize } = statfsSync(place);
    return bavail * bsize;
  } catch {
    return 0;
  }
}

/** Ends the servers of test runs that were killed, and removes their folders. */
export async function sweepFolders(): Promise<void> {
  await sweep(tmpdir());
  if (existsSync(MEMORY)) await sweep(MEMORY);
}

async function sweep(place: string): Promise<void> {
  for (const name of readdirSync(place)) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : 0;
    if (!pid || !hasEnded(pid)) continue;
    const folder = join(place, name);
    const ours = statSync(folder, { throwIfNoEntry: false })?.uid === process.getuid?.();
    if (!ours) continue;
    for (const data of ['postgres', 'data/postgres']) {
      const left = findPostmaster(join(folder, data));
      if (!left) continue;
      // A fault run may have made it stand still.
      process.kill(left.pid, 'SIGCONT');
      await stopPostmaster(left);
    }
    // The small disk of a fault run, if it was one; anything else says so and stays.
    if (existsSync(join(folder, 'data'))) spawnSync('umount', [join(folder, 'data')]);
    rmSync(folder, { recursive: true, force: true });
  }
}
