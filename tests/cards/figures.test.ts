import { expect, test } from 'vitest';
import { readLibrary } from '#app/cards/files/queries/library.server.ts';
import { words } from './card-text.ts';
import { cardCalled, deckFile, folderOf } from './decks-folder.ts';
import { figuresOf, lackingNotes, repeatedSequences } from './figures.ts';

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
    sameSequence: 3,
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

test('A card with some risk has notes for who is upset, and for numbers where they vary', async () => {
  const noted = (title: string, front: string, body: string) =>
    cardCalled(title).replace('people: [3, 8]', front).replace('Read your own first.', body);
  const upset = '<Note when="upset">Stop.</Note>';
  const folder = await folderOf({
    'a/deck.json': deckFile({ cards: ['bare', 'half', 'whole', 'pair', 'mild'] }),
    'a/bare.mdx': cardCalled('Bare'),
    'a/half.mdx': noted('Half', 'people: [3, 8]', upset),
    'a/whole.mdx': noted('Whole', 'people: [3, 8]', `${upset}\n\n<Note when="numbers">x</Note>`),
    'a/pair.mdx': noted('Pair', 'people: [2, 2]', upset),
    'a/mild.mdx': cardCalled('Mild').replace('notch: 2', 'notch: 1'),
  });
  const { decks } = await readLibrary(folder);
  expect(decks.flatMap(({ cards }) => cards.map(lackingNotes))).toEqual([
    ['upset', 'numbers'],
    ['numbers'],
    [],
    [],
    [],
  ]);
});
