import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { type Fault, Untried } from '#tests/faults/fault.ts';
import type { Ground } from '#tests/faults/ground.ts';
import type { Ledger } from '#tests/faults/ledger.ts';
import { underWriters } from '#tests/faults/under-writers.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';

const SIZE = '320m';
const UNTIL_FELT_MS = 20_000;
const FULL_MS = 3_000;

/**
 * The disk that holds the data is full for a while, and then has room again. Only in the long form:
 * not everybody may mount a small one.
 */
export const fullDisk: Fault = {
  name: 'full-disk',
  words: 'Disk full for some seconds',
  tries: { long: 6, short: 0 },
  async run(ground, tries) {
    const dataDir = mountSmall(ground);
    const installation = await ground.installationIn(dataDir);
    return underWriters(installation, {
      tries,
      mayEnd: () => true,
      async hurt(nth, ledger) {
        const filling = join(dataDir, 'filling');
        const sentAfter = Date.now();
        const client = await installation.connect();
        try {
          await fill(filling);
          if (nth % 2) await fillLog(client);
          await felt(ledger);
          await pause(FULL_MS);
        } finally {
          await rm(filling, { force: true });
          await client.end();
        }
        return { from: Date.now(), sentAfter };
      },
    });
  },
};

/** A file system of its own: the machine's must not fill up. @returns where it is */
function mountSmall(ground: Ground): string {
  const folder = temporaryFolder();
  const at = join(folder, 'data');
  mkdirSync(at);
  ground.atTheEnd(() => rmSync(folder, { recursive: true, force: true }));
  const args = ['-t', 'tmpfs', '-o', `size=${SIZE},mode=711`, 'octavo', at];
  const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' });
  if (status !== 0) {
    const why = stderr?.trim().split('\n')[0] || 'there is no mount command';
    throw new Untried(`a small file system could not be mounted (${why})`);
  }
  ground.atTheEnd(() => spawnSync('umount', [at]));
  return at;
}

async function fill(path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (let chunk = Buffer.alloc(1 << 20); chunk.length > 0; ) {
      await file.write(chunk).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOSPC') throw error;
        // The last gaps, too.
        chunk = chunk.subarray(0, chunk.length >> 1);
      });
    }
  } finally {
    await file.close();
  }
}

/** A table that cannot grow fails a statement; a log that cannot grow ends the whole server. */
async function fillLog(client: pg.Client): Promise<void> {
  const message = "select pg_logical_emit_message(true, 'faults', repeat('x', 1000000))";
  for (;;) {
    const written = await client.query(message).catch(() => undefined);
    if (!written) return;
  }
}

/** Until somebody could not write: what is set aside on the disk has to be used up first. */
async function felt(ledger: Ledger): Promise<void> {
  const before = ledger.failures;
  for (const until = Date.now() + UNTIL_FELT_MS; Date.now() < until; await pause(20)) {
    if (ledger.failures > before) return;
  }
  throw new Error('The full disk was not felt');
}
