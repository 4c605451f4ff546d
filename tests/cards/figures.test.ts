import { expect, test } from 'vitest';
import { readLibrary } from '#app/cards/files/queries/library.server.ts';
import { noteWishes } from '#app/cards/files/rules/shape.ts';
import { words } from './card-text.ts';
import { cardCalled, deckFile, folderOf } from './decks-folder.ts';
import { figuresOf, repeatedSequences } from './figures.ts';

const inMode = (title: string, mode: string) =>
  cardCalled(title).replace('mode="trios"', `mode="${mode}"`);

test('The check counts cards, questions, words, and who they are for', async () => {
  const folder = await folderOf({
    'a/deck.json': deckFile(),
    'a/one.mdx': cardCalled('One'),
    'a/two.mdx': cardCalled('Two').replace('far from their cause.', 'where?'),
    'a/three.mdx': cardCalled('Three').replace('people: [3, 8]', 'people: [2, 2]'),
    'b/deck.json': deckFile(),
    'b/four.mdx': cardCalled('Four').replace('Four minutes each.', words(100)),
  });
  expect(figuresOf((await readLibrary(folder)).decks)).toEqual({
    ...{ cards: 4, decks: 2, questions: 1, forFew: 1, mostWords: 136, medianWords: 39 },
  });
  expect(figuresOf([])).toMatchObject({ cards: 0, mostWords: 0, medianWords: 0 });
});

test.each([
  [['trios', 'trios'], 1, ['alone → trios']],
  [['trios', 'pairs'], 1, []],
  [['trios', 'trios', 'pairs', 'fours', 'circle'], 1, ['alone → trios']],
  [['trios', 'trios', 'pairs', 'fours', 'circle', 'alone'], 2, []],
  [['trios', 'trios', 'trios', 'pairs', 'pairs', 'pairs'], 2, ['alone → trios', 'alone → pairs']],
])('A deck of %j may run a sequence in %i of its cards', async (modes, may, repeated) => {
  const cards = modes.map((mode, at) => [`a/card-${at}.mdx`, inMode(`Card ${at}`, mode)]);
  const folder = await folderOf({ 'a/deck.json': deckFile(), ...Object.fromEntries(cards) });
  const { decks } = await readLibrary(folder);
  const found = decks.flatMap(repeatedSequences);
  expect(found.map(({ sequence }) => sequence).sort()).toEqual([...repeated].sort());
  for (const one of found) expect(one.may).toBe(may);
});

test('A card with some risk wants notes for who is upset and for numbers, and few words before', () => {
  const note = (count: number, ...moments: ('upset' | 'numbers')[]) => ({
    html: `<p>${words(count)}</p>`,
    notes: moments.map((when) => ({ when, html: '<p>x</p>' })),
  });
  expect(noteWishes(2, note(60, 'upset', 'numbers'))).toEqual([]);
  expect(noteWishes(1, note(61))).toEqual([
    '61 words in <Facilitator> before its notes; at most 60',
  ]);
  expect(noteWishes(3, undefined)).toEqual(['no <Note when="upset">', 'no <Note when="numbers">']);
  expect(noteWishes(1, undefined)).toEqual([]);
});
