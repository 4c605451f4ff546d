import { execFile } from 'node:child_process';
import { rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLibrary } from '#app/cards/files/queries/library.server.ts';
import { deckFoldersOf } from '#app/cards/files/queries/shelves.server.ts';
import { spoilt } from './card-text.ts';
import { cardCalled, deckFile, folderOf } from './decks-folder.ts';

const broken = spoilt('kind: discussion', 'kind: quiz');

test('Every shipped card and deck is valid, and there are enough of them', async () => {
  const { decks, problems } = await readLibrary('content/decks');
  expect(problems).toEqual([]);
  expect(decks.length).toBeGreaterThanOrEqual(6);
  expect(decks.flatMap(({ cards }) => cards).length).toBeGreaterThanOrEqual(40);
  for (const { cards } of decks) {
    for (const { blocks } of cards) expect(blocks.at(-1)?.kind).toBe('facilitator');
  }
});

test('Decks stand by their order; cards as the deck names them, then by title', async () => {
  const folder = await folderOf({
    'later/deck.json': deckFile({ title: 'Later', order: 2 }),
    'sooner/deck.json': deckFile({ title: 'Sooner', order: 1, cards: ['zebra'] }),
    'sooner/zebra.mdx': cardCalled('Zebra'),
    'sooner/beetle.mdx': cardCalled('Beetle'),
    'sooner/ant.mdx': cardCalled('Ant'),
    'sooner/.DS_Store': 'left by Finder',
  });
  const { decks, problems } = await readLibrary(folder);
  expect(problems).toEqual([]);
  expect(decks.map(({ slug }) => slug)).toEqual(['sooner', 'later']);
  expect(decks[0]?.cards.map(({ slug }) => slug)).toEqual(['zebra', 'ant', 'beetle']);
  expect(decks[0]?.cards[0]).toMatchObject({ deck: 'sooner', slug: 'zebra', title: 'Zebra' });
});

test('A broken card costs only itself', async () => {
  const folder = await folderOf({
    'delays/deck.json': deckFile(),
    'delays/sound.mdx': cardCalled('Sound'),
    'delays/broken.mdx': broken,
    'delays/halting.mdx': '<Prompt>',
  });
  const { decks, problems } = await readLibrary(folder);
  expect(decks.map(({ cards }) => cards.map(({ slug }) => slug))).toEqual([['sound']]);
  expect(problems.map(({ file, line }) => ({ file, line }))).toEqual([
    { file: 'delays/broken.mdx', line: 3 },
    { file: 'delays/halting.mdx', line: 1 },
  ]);
});

test.each([
  ['is not JSON', '{\n  "title": "Delays",\n', 3, /not JSON/],
  ['is not JSON in the middle', '{\n  "title" "Delays"\n}', 2, /not JSON/],
  ['is a list', '[]', 1, /expected object/i],
  [
    'lacks its title',
    '{\n  "order": 1,\n  "description": "x",\n  "book": null\n}',
    1,
    /lacks title/,
  ],
  [
    'has an unknown key',
    '{\n  "title": "x",\n  "order": 1,\n  "description": "x",\n  "book": null,\n  "colour": 1\n}',
    6,
    /not known: colour/,
  ],
  ['has an order in words', `{\n"title": "x",\n"order": "first"}`, 3, /order must be a whole/],
])('A deck whose deck.json %s costs only itself', async (_, text, line, reason) => {
  const folder = await folderOf({
    'delays/deck.json': text,
    'delays/sound.mdx': cardCalled('Sound'),
    'other/deck.json': deckFile(),
  });
  const { decks, problems } = await readLibrary(folder);
  expect(decks.map(({ slug }) => slug)).toEqual(['other']);
  const file = 'delays/deck.json';
  expect(problems).toContainEqual({ file, line, reason: expect.stringMatching(reason) });
});

test('What is not a deck or a card is told', async () => {
  const folder = await folderOf({
    'notes.txt': 'x',
    'lonely/card.mdx': cardCalled('Card'),
    'Bad Name/deck.json': deckFile(),
    'delays/deck.json': deckFile({ cards: ['sound', 'gone'] }),
    'delays/sound.mdx': cardCalled('Sound'),
    'delays/Not_So.mdx': cardCalled('Not so'),
    'delays/twin.mdx': cardCalled('sound'),
    'delays/picture.png': 'x',
    'delays/folder.mdx/x': 'x',
  });
  const { decks, problems } = await readLibrary(folder);
  expect(decks.map(({ cards }) => cards.map(({ slug }) => slug))).toEqual([['sound']]);
  expect(Object.fromEntries(problems.map(({ file, reason }) => [file, reason]))).toEqual({
    'notes.txt': expect.stringMatching(/a deck is a folder/),
    'lonely/deck.json': expect.stringMatching(/no deck\.json/),
    'Bad Name': expect.stringMatching(/cannot be an address/),
    'delays/deck.json': 'there is no gone.mdx in the deck',
    'delays/Not_So.mdx': expect.stringMatching(/cannot be an address/),
    'delays/twin.mdx': expect.stringMatching(/same title/),
    'delays/picture.png': expect.stringMatching(/nothing else/),
    'delays/folder.mdx': expect.stringMatching(/could not be read \(EISDIR\)/),
  });
});

test('A broken card is told once; kept shelves do not look again, watched ones do', async () => {
  const folder = await folderOf({
    'delays/deck.json': deckFile(),
    'delays/broken.mdx': broken,
  });
  const told: string[] = [];
  const warn = ({ file, line }: { file: string; line: number }) =>
    void told.push(`${file}:${line}`);
  const kept = deckFoldersOf(folder, { watch: false, warn });
  const watched = deckFoldersOf(folder, { watch: true, warn: () => {} });
  const cards = async (from: typeof kept) => (await from()).decks[0]?.cards.length;

  expect([await cards(kept), await cards(kept), await cards(watched)]).toEqual([0, 0, 0]);
  expect(told).toEqual([join(folder, 'delays/broken.mdx:3')]);

  await writeFile(join(folder, 'delays/broken.mdx'), cardCalled('Mended'));
  await utimes(join(folder, 'delays/broken.mdx'), new Date(), new Date(Date.now() + 5000));
  expect([await cards(kept), await cards(watched)]).toEqual([0, 1]);
});

test('Without its folder the shelf is empty, and looks again once there is one', async () => {
  const folder = await folderOf({ 'delays/deck.json': deckFile() });
  const told: string[] = [];
  const shelf = deckFoldersOf(join(folder, 'elsewhere'), {
    watch: false,
    warn: ({ reason }) => void told.push(reason),
  });
  expect((await shelf()).decks).toEqual([]);
  expect(told).toEqual(['the folder of decks could not be read (ENOENT)']);
  await rm(folder, { recursive: true });
  expect((await shelf()).decks).toEqual([]);
  expect(told.length).toBe(1);
});

test('The check names file, line and reason, and fails', { timeout: 60_000 }, async () => {
  const folder = await folderOf({
    'delays/deck.json': deckFile(),
    'delays/broken.mdx': broken,
  });
  const { code, said } = await checked(folder);
  expect(code).toBe(1);
  expect(said).toMatch(`${join(folder, 'delays/broken.mdx')}:3: kind must be one of opener`);
  expect(said).toContain('0 cards in 1 decks');
});

test('The check fails where cards together are too much alike', { timeout: 60_000 }, async () => {
  const folder = await folderOf({
    'delays/deck.json': deckFile(),
    'delays/one.mdx': cardCalled('One'),
    'delays/two.mdx': cardCalled('Two'),
  });
  const { code, said } = await checked(folder);
  expect(code).toBe(1);
  for (const line of [
    `${join(folder, 'delays/one.mdx')}:1: with notch 2 it needs a <Note when="upset">`,
    `${join(folder, 'delays/deck.json')}:1: at most 1 may run alone → trios, and there are one, two`,
    `${folder}:1: 0 of 2 prompts ask a question; at least half must`,
    '2 cards in 1 decks',
    'words for participants: 39 at most, 39 in the middle',
  ]) {
    expect(said).toContain(line);
  }
});

function checked(folder: string): Promise<{ code: unknown; said: string }> {
  const args = ['node_modules/tsx/dist/cli.mjs', 'tests/check-cards.ts', folder];
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error, said) => resolve({ code: error?.code ?? 0, said }));
  });
}
