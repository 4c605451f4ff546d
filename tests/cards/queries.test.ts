import { expect, test } from 'vitest';
import {
  type DeckFolders,
  deckFolders,
  deckFoldersOf,
} from '#app/cards/files/queries/shelves.server.ts';
import { filtersIn } from '#app/cards/forms.ts';
import {
  agendaCard,
  allDecks,
  cardExists,
  cardPageFor,
  deckPageOf,
  findCards,
  previewCards,
} from '#app/cards/queries/cards.server.ts';
import { type CardFilters, mayReadFacilitatorNotes } from '#app/cards/rules/filters.ts';
import { plain } from '#app/cards/rules/search.server.ts';
import topics from '#content/card-topics.json' with { type: 'json' };
import { spoilt } from './card-text.ts';
import { cardCalled, deckFile, folderOf } from './decks-folder.ts';
import { passagesOf } from './shipped.ts';

const circle = {
  id: 1,
  slug: 'tuesday-leads',
  name: 'Tuesday leads',
  cloth: 'pine',
  timeZone: 'Europe/Madrid',
  seats: 8,
  taken: 5,
  archived: false,
} as const;
const as = (...roles: ('member' | 'facilitator' | 'host')[]) => ({
  memberships: roles.map((role) => ({ circle, role })),
});

const files = {
  'delays/deck.json': deckFile({ cards: ['first', 'second', 'third'] }),
  'delays/first.mdx': cardCalled('First'),
  'delays/second.mdx': spoilt('kind: discussion', 'kind: quiz'),
  'delays/third.mdx': cardCalled('Third'),
  'torn/deck.json': '{',
  'torn/card.mdx': cardCalled('Card'),
};

const noFilters = filtersIn(new URLSearchParams());

async function shelfOf(given: Record<string, string>): Promise<DeckFolders> {
  const shelf = deckFoldersOf(await folderOf(given), { watch: false, warn: () => {} });
  await shelf();
  return shelf;
}

test('A broken card has a page that says so, is in no list, and is skipped by its neighbours', async () => {
  const shelf = await shelfOf(files);
  expect(await cardPageFor(as('host'), 'delays', 'second', { from: shelf })).toEqual({
    state: 'broken',
  });
  expect(await cardExists('delays', 'second', shelf)).toBe(false);
  expect(await agendaCard('delays', 'second', shelf)).toBeNull();
  const lists = [await allDecks(shelf), await findCards(noFilters, shelf)];
  for (const decks of lists) {
    expect(decks.flatMap(({ cards }) => cards.map(({ slug }) => slug))).toEqual(['first', 'third']);
  }
  expect(await cardPageFor(as('member'), 'delays', 'first', { from: shelf })).toMatchObject({
    state: 'shown',
    deckTitle: 'Delays',
    previous: null,
    next: { deck: 'delays', slug: 'third', title: 'Third' },
  });
});

test('A deck that cannot be read says so, and so do its cards', async () => {
  const shelf = await shelfOf(files);
  expect(await deckPageOf('torn', shelf)).toEqual({ state: 'broken' });
  expect(await cardPageFor(as('member'), 'torn', 'card', { from: shelf })).toEqual({
    state: 'broken',
  });
});

test('What was never there is nothing', async () => {
  const shelf = await shelfOf(files);
  for (const [deck, card] of [
    ['delays', 'fourth'],
    ['nowhere', 'first'],
    ['..', 'first'],
    ['delays', '../delays/first'],
    ['__proto__', 'constructor'],
  ] as const) {
    expect(await cardPageFor(as('host'), deck, card, { from: shelf })).toBeNull();
    expect(await cardExists(deck, card, shelf)).toBe(false);
  }
  expect(await deckPageOf('nowhere', shelf)).toBeNull();
});

test('The facilitator’s note is for facilitators and hosts of any circle', async () => {
  expect(mayReadFacilitatorNotes(as())).toBe(false);
  expect(mayReadFacilitatorNotes(as('member', 'member'))).toBe(false);
  expect(mayReadFacilitatorNotes(as('member', 'facilitator'))).toBe(true);
  expect(mayReadFacilitatorNotes(as('host'))).toBe(true);

  const { note, prompt } = await passagesOf('openers', 'what-i-put-down');
  const page = async (viewer: ReturnType<typeof as>) =>
    JSON.stringify(await cardPageFor(viewer, 'openers', 'what-i-put-down'));
  expect(await page(as('facilitator'))).toContain(note);
  expect(await page(as('member'))).toContain(prompt);
  expect(await page(as('member'))).not.toContain(note);
  expect(await page(as('member'))).not.toContain('facilitator');
});

test('No list carries a facilitator’s note, and none can be found by its words', async () => {
  const { note } = await passagesOf('openers', 'what-i-put-down');
  const lists = [await allDecks(), await findCards(noFilters), await deckPageOf('openers')];
  expect(JSON.stringify(lists)).not.toContain(note);
  expect(JSON.stringify(lists)).not.toContain('"blocks"');
  expect(JSON.stringify(await previewCards(noFilters))).not.toContain(note);
  expect(await findCards({ ...noFilters, text: note.slice(0, 100) })).toEqual([]);
});

test('An agenda and a thread get the title and minutes of their card', async () => {
  expect(await agendaCard('openers', 'what-i-put-down')).toEqual({
    title: 'What I put down to be here',
    minutes: 5,
  });
  expect(await cardExists('openers', 'what-i-put-down')).toBe(true);
});

const collection = {
  'a/deck.json': deckFile({ title: 'Énergie', order: 1 }),
  'a/short.mdx': cardCalled('Short'),
  'a/long.mdx': spoilt('minutes: 12', 'minutes: 38')
    .replace('minutes={8}', 'minutes={34}')
    .replace('people: [3, 8]', 'people: [4, 12]')
    .replace('What arrived late', 'The leader’s long card'),
  'b/deck.json': deckFile({ title: 'Brevity', order: 2 }),
  'b/help.mdx': cardCalled('Help').replace('kind: discussion', 'kind: help'),
};

test.each<[string, Partial<CardFilters>, string[]]>([
  ['everything', {}, ['short', 'long', 'help']],
  ['a kind', { kind: 'help' }, ['help']],
  ['time', { maxMinutes: 12 }, ['short', 'help']],
  ['time, to the minute', { maxMinutes: 11 }, []],
  ['a small group', { people: 3 }, ['short', 'help']],
  ['a large group', { people: 12 }, ['long']],
  ['a group between', { people: 8 }, ['short', 'long', 'help']],
  ['nobody', { people: 1 }, []],
  ['a deck', { deck: 'b' }, ['help']],
  ['words of a title', { text: "LEADER's  long" }, ['long']],
  ['words of a step', { text: 'four minutes' }, ['short', 'long', 'help']],
  ['a deck’s title without its accent', { text: 'energie' }, ['short', 'long']],
  ['a book', { text: 'systems' }, ['short', 'long', 'help']],
  ['words that are markup', { text: '<p>' }, []],
  ['two things at once', { kind: 'discussion', maxMinutes: 15 }, ['short']],
])('Cards are found by %s', async (_, filters, slugs) => {
  const found = await findCards({ ...noFilters, ...filters }, await shelfOf(collection));
  expect(found.flatMap(({ cards }) => cards.map(({ slug }) => slug))).toEqual(slugs);
});

test('An address carries the filters, and what it does not understand is none', () => {
  const all = 'kind=help&minutes=20&people=6&deck=openers&q=%20a%20no%20';
  expect(filtersIn(new URLSearchParams(all))).toEqual({
    kind: 'help',
    maxMinutes: 20,
    people: 6,
    deck: 'openers',
    text: 'a no',
  });
  for (const search of ['', 'kind=&minutes=&people=&q=', 'kind=quiz&minutes=soon&people=-3']) {
    expect(filtersIn(new URLSearchParams(search))).toEqual({
      ...{ kind: null, maxMinutes: null, people: null, deck: null, text: '' },
    });
  }
  expect(filtersIn(new URLSearchParams({ q: 'x'.repeat(101) })).text).toBe('');
});

test('What people look for is found by the topics of cards, in each of its forms', async () => {
  const found = async (text: string) =>
    (await findCards({ ...noFilters, text })).flatMap(({ cards }) => cards.map(({ slug }) => slug));
  const expected = {
    'running-low': ['burnout', 'Burn-out', 'burned out', 'exhausted', '1:1', 'one-on-ones'],
    'say-it-to-me-first': ['layoff', 'layoffs', 'laid off', 'redundancies'],
    'the-newest-eyes': ['hiring', 'hire', 'hired', 'recruiting'],
    'the-chapter-and-the-reorganisation': ['re-org', 'reorg', 'reorganization', 're‑organisation'],
    'where-did-you-push': ['strategy', 'strategic', 'strategies'],
    'the-work-i-took-back': ['delegation', 'delegating', 'delegate', 'delegates'],
    'asking-upwards': ['1:1s', 'one on one', '1-1', 'managers'],
  };
  for (const [card, texts] of Object.entries(expected)) {
    for (const text of texts) expect(await found(text), text).toContain(card);
  }
  // Every word counts, a topic's too.
  expect(await found('burnout xylophone')).toEqual([]);
  expect(await found('burnout sleep')).toEqual(['running-low']);
});

test('Whoever looks for a topic by its label finds every card about it', async () => {
  const { decks } = await deckFolders();
  for (const { tag, label } of topics) {
    const found = (await findCards({ ...noFilters, text: label })).flatMap((deck) => deck.cards);
    const about = decks.flatMap(({ cards }) => cards.filter(({ about }) => about.includes(tag)));
    const names = found.map(({ deck, slug }) => `${deck}/${slug}`);
    expect(names, label).toEqual(
      expect.arrayContaining(about.map(({ deck, slug }) => `${deck}/${slug}`)),
    );
  }
});

test('A topic’s tag is its label as a slug, once', () => {
  const tags = topics.map(({ tag }) => tag);
  expect(tags).toEqual([...new Set(tags)]);
  for (const { tag, label, words } of topics) {
    expect(tag).toBe(label.toLowerCase().replace(/[^a-z0-9]+/g, '-'));
    expect(words, label).toEqual([...new Set(words.map(plain))]);
  }
});

test('A phrase is found joined, hyphenated and in the plural; a short word is not a beginning', async () => {
  const shelf = await shelfOf({
    'a/deck.json': deckFile(),
    'a/tired.mdx': cardCalled('Tired').replace('[trust, results]', '[burnout]'),
    'a/both.mdx': cardCalled('Both').replace('[trust, results]', '[one-on-ones, re-organisation]'),
  });
  const found = async (text: string) =>
    (await findCards({ ...noFilters, text }, shelf)).flatMap(({ cards }) =>
      cards.map(({ slug }) => slug),
    );
  for (const text of ['one on ones', 'one-on-one', 'One‑on‑ones', 'oneonone', '1:1s', '1-1']) {
    expect(await found(text), text).toEqual(['both']);
  }
  for (const text of ['re org', 're-org', 'reorgs', 'reorganisations', 'restructuring']) {
    expect(await found(text), text).toEqual(['both']);
  }
  for (const text of ['burn-out', 'burn outs', 'wellbeing', 'well-being', 'rest']) {
    expect(await found(text), text).toEqual(['tired']);
  }
  expect(await found('restaurant')).toEqual([]);
  expect(await found('one on one burnout')).toEqual([]);
});
