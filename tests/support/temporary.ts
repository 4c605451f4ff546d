import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostmaster, hasEnded, stopPostmaster } from '#db/bundled-postgres/postmaster.ts';

const PREFIX = 'octavo-test-';

/** A new folder for this process, which removes it when done with it. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
}

/** Ends the servers of test runs that were killed, and removes their folders. */
export async function sweepFolders(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : 0;
    if (!pid || !hasEnded(pid)) continue;
    const folder = join(tmpdir(), name);
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
