import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '#tests/support/cast.ts';
import { spoilt } from './card-text.ts';
import { cardCalled, deckFile, folderOf } from './decks-folder.ts';

// The product reads the decks of the folder it is started in: here one with something broken.
const started = process.cwd();
let read: (path: string) => Promise<{ status: number; body: string }>;

beforeAll(async () => {
  const folder = await folderOf({
    'content/decks/delays/deck.json': deckFile(),
    'content/decks/delays/sound.mdx': cardCalled('A sound card'),
    'content/decks/delays/broken.mdx': spoilt('kind: discussion', 'kind: quiz'),
    'content/decks/torn/deck.json': '{',
  });
  process.chdir(folder);
  const { ask, signInCookie } = await import('#tests/support/ask.ts');
  const cookie = await signInCookie(await person('Rui'));
  read = (path) => ask(path, { cookie });
});
afterAll(() => process.chdir(started));

test('The page of a broken card says kindly that it cannot be shown, without its insides', async () => {
  for (const path of ['/cards/delays/broken', '/cards/delays/broken.data']) {
    const { status, body } = await read(path);
    expect(status).toBe(200);
    expect(body).not.toContain('quiz');
    expect(body).not.toContain('broken.mdx');
  }
  expect((await read('/cards/delays/broken')).body).toContain('This card cannot be shown just now');
  expect((await read('/cards/torn')).body).toContain('This deck cannot be shown just now');
});

test('No other page is touched by it', async () => {
  const browse = await read('/cards');
  expect(browse.status).toBe(200);
  expect(browse.body).toContain('One card in one deck');
  expect(browse.body).toContain('A sound card');
  expect((await read('/cards/delays')).body).not.toContain('/cards/delays/broken');
  expect((await read('/cards/delays/sound')).body).toContain('A sound card');
});
