import { chmodSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { type Octavo, startOctavo } from '#tests/support/octavo.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';
import { type Certificate, makeCertificate } from './certificate.ts';
import { type Part, startPart } from './part.ts';

/** What a group runs on: a folder, a certificate, and whatever it starts, which ends with it. */
export interface Ground {
  folder: string;
  certificate: Certificate;
  octavo(env: Record<string, string>): Promise<Octavo>;
  part: typeof startPart;
}

const open = new Set<() => Promise<unknown>>();

/** Hands a ground on, and ends what was started on it, last first. */
export async function onGround(use: (ground: Ground) => Promise<void>): Promise<void> {
  const folder = temporaryFolder();
  // The programs run under accounts of their own.
  chmodSync(folder, 0o755);
  const started: { stop(): Promise<unknown> }[] = [];
  const keep = <T extends Octavo | Part>(thing: T): T => {
    started.push(thing);
    return thing;
  };
  const clear = async () => {
    open.delete(clear);
    for (const thing of started.reverse()) await thing.stop();
    await rm(folder, { recursive: true, force: true });
  };
  open.add(clear);
  try {
    await use({
      folder,
      certificate: makeCertificate(folder),
      octavo: async (env) => keep(await startOctavo({ demo: true, env })),
      part: async (...args) => keep(await startPart(...args)),
    });
  } finally {
    await clear();
  }
}

/** Ends everything that still runs: for Ctrl-C. */
export async function clearAll(): Promise<void> {
  await Promise.all([...open].map((clear) => clear()));
}
