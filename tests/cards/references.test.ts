import { expect, test } from 'vitest';
import { readLibrary } from '#app/cards/files/queries/library.server.ts';
import { spoilt } from './card-text.ts';
import { cardCalled, deckFile, folderOf } from './decks-folder.ts';

const saying = (title: string, yaml: string) =>
  cardCalled(title).replace('notch: 2', `notch: 2\n${yaml}`);

test('What a card says of cards, tags and sittings that are not there is told, and costs only itself', async () => {
  const folder = await folderOf({
    'a/deck.json': deckFile({ book: 'Slack', sittings: 3 }),
    'a/first.mdx': saying('First', 'after: [b/other, b/gone]\npairs-with: [a/first, a/broken]'),
    'a/second.mdx': saying('Second', 'sitting: 3').replace('[trust, results]', '[trust, tea]'),
    'a/third.mdx': saying('Third', 'sitting: 4'),
    'a/broken.mdx': spoilt('kind: discussion', 'kind: quiz'),
    'b/deck.json': deckFile(),
    'b/other.mdx': saying('Other', 'sitting: 1'),
  });
  const { decks, problems } = await readLibrary(folder);
  const cards = decks.flatMap(({ cards }) => cards);
  expect(cards.map(({ slug }) => slug).sort()).toEqual(['first', 'other', 'second', 'third']);
  const named = (slug: string) => cards.find((card) => card.slug === slug);
  expect(named('first')).toMatchObject({ after: ['b/other'], pairsWith: [] });
  expect(named('second')).toMatchObject({ about: ['trust'], sitting: 3 });
  expect(named('third')).toMatchObject({ sitting: null });
  expect(named('other')).toMatchObject({ sitting: null });

  expect(problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).sort()).toEqual([
    'a/broken.mdx:3: kind must be one of opener, discussion, help, blind-spot, feedback, reverse, consulting, closing, repair',
    'a/first.mdx:11: after names “b/gone”, and there is no such other card',
    'a/first.mdx:12: pairs-with names “a/broken”, and there is no such other card',
    'a/first.mdx:12: pairs-with names “a/first”, and there is no such other card',
    'a/second.mdx:9: about names “tea”, which is no tag of card-topics.json',
    'a/third.mdx:11: sitting is 4 and its deck has 3 sittings',
    'b/other.mdx:11: sitting is 1 and its deck has no sittings',
  ]);
});

test.each([
  ['without a book', { sittings: 3 }, /sittings when it has a book/],
  ['by halves', { book: 'Slack', sittings: 2.5 }, /sittings must be a whole number/],
  ['too many', { book: 'Slack', sittings: 13 }, /from 1 to 12/],
])('A deck has no sittings %s', async (_, given, reason) => {
  const { decks, problems } = await readLibrary(await folderOf({ 'a/deck.json': deckFile(given) }));
  expect(decks).toEqual([]);
  expect(problems).toMatchObject([{ file: 'a/deck.json', reason: expect.stringMatching(reason) }]);
});
