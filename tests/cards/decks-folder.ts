import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { soundCard } from './card-text.ts';

const made: string[] = [];
afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true });
});

/** The sound card under another title. */
export const cardCalled = (title: string) => soundCard.replace('What arrived late', title);

export const deckFile = (given: object = {}) =>
  JSON.stringify({
    title: 'Delays',
    description: 'About waiting.',
    order: 1,
    book: null,
    ...given,
  });

/** A folder with these files in it, removed after the tests of the file. */
export async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-decks-'));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}
