import { expect, test } from 'vitest';
import { type DeckFolders, deckFoldersOf } from '#app/cards/files/queries/shelves.server.ts';
import {
  agendaCard,
  allDecks,
  cardExists,
  cardPageFor,
  deckPageOf,
} from '#app/cards/queries/cards.server.ts';
import { chooseCards } from '#app/cards/queries/choose.server.ts';
import { mayReadFacilitatorNotes, noFilters } from '#app/cards/rules/filters.ts';
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
  const lists = [
    (await allDecks(shelf)).flatMap(({ cards }) => cards),
    (await chooseCards(noFilters, { from: shelf })).cards,
  ];
  for (const cards of lists) expect(cards.map(({ slug }) => slug)).toEqual(['first', 'third']);
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
  const all = await chooseCards(noFilters, { show: 1000 });
  const lists = [await allDecks(), all, await deckPageOf('openers')];
  expect(JSON.stringify(lists)).not.toContain(note);
  expect(JSON.stringify(lists)).not.toContain('"blocks"');
  const { cards, otherwise } = await chooseCards({ ...noFilters, text: note });
  expect(JSON.stringify([cards, otherwise])).not.toContain(note);
  expect(cards.filter(({ slug }) => slug === 'what-i-put-down')).toEqual([]);
});

test('An agenda and a thread get the title and minutes of their card', async () => {
  expect(await agendaCard('openers', 'what-i-put-down')).toEqual({
    title: 'What I put down to be here',
    minutes: 5,
  });
  expect(await cardExists('openers', 'what-i-put-down')).toBe(true);
});
