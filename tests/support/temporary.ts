import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
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
      if (left) await stopPostmaster(left);
    }
    rmSync(folder, { recursive: true, force: true });
  }
}
