import { expect, test } from 'vitest';
import { deckFoldersOf } from '#app/cards/files/queries/shelves.server.ts';
import { addressOfCards } from '#app/cards/finding/addresses.ts';
import { filtersIn } from '#app/cards/forms.ts';
import { type CardUses, chooseCards } from '#app/cards/queries/choose.server.ts';
import { type CardFilters, noFilters } from '#app/cards/rules/filters.ts';
import { spoilt } from './card-text.ts';
import { cardCalled, deckFile, folderOf } from './decks-folder.ts';

const collection = {
  'a/deck.json': deckFile({ title: 'Énergie', order: 1 }),
  'a/short.mdx': cardCalled('Short').replace('notch: 2', 'notch: 1'),
  'a/long.mdx': spoilt('minutes: 12', 'minutes: 38')
    .replace('minutes={8}', 'minutes={34}')
    .replace('people: [3, 8]', 'people: [4, 12]')
    .replace('What arrived late', 'The leader’s long card'),
  'b/deck.json': deckFile({ title: 'Brevity', order: 2 }),
  'b/help.mdx': cardCalled('Help').replace('kind: discussion', 'kind: help'),
};

async function shelf() {
  return deckFoldersOf(await folderOf(collection), { watch: false, warn: () => {} });
}

const slugs = (cards: readonly { slug: string }[]) => cards.map(({ slug }) => slug);

test('Cards are found by each filter, and by several at once', async () => {
  const from = await shelf();
  const chosen = async (filters: Partial<CardFilters>) =>
    slugs((await chooseCards({ ...noFilters, ...filters }, { from })).cards);
  const { cards } = await chooseCards(noFilters, { from });
  const [short] = cards;
  if (!short) throw new Error('There is no card.');
  const time = short.minutes + short.moving;
  expect(short.moving).toBeGreaterThan(0);

  expect(await chosen({})).toEqual(['short', 'long', 'help']);
  expect(await chosen({ kind: 'help' })).toEqual(['help']);
  // With the time to move, to the minute.
  expect(await chosen({ maxMinutes: time })).toEqual(['short', 'help']);
  expect(await chosen({ maxMinutes: time - 1 })).toEqual([]);
  expect(await chosen({ people: 3 })).toEqual(['short', 'help']);
  expect(await chosen({ people: 12 })).toEqual(['long']);
  expect(await chosen({ people: 1 })).toEqual([]);
  expect(await chosen({ deck: 'b' })).toEqual(['help']);
  expect(await chosen({ deck: '__proto__' })).toEqual([]);
  expect(await chosen({ notch: 1 })).toEqual(['short']);
  expect(await chosen({ notch: 2 })).toEqual(['short', 'long', 'help']);
  expect(await chosen({ notch: 3 })).toEqual([]);
  expect(await chosen({ text: "LEADER's  long" })).toEqual(['long']);
  expect(await chosen({ text: 'energie' })).toEqual(expect.arrayContaining(['short', 'long']));
  expect(await chosen({ text: '<p>' })).toEqual([]);
  expect(await chosen({ kind: 'discussion', maxMinutes: time })).toEqual(['short']);
});

test('What a circle does not have yet leaves out the cards that need it', async () => {
  const without = async (needs: CardFilters['without']) =>
    (await chooseCards({ ...noFilters, without: needs }, { show: 1000 })).cards;
  const all = await without([]);
  for (const need of ['agreement', 'notice', 'six-meetings', 'no-reports'] as const) {
    const needing = all.filter(({ needs }) => needs.includes(need));
    expect(needing.length, need).toBeGreaterThan(0);
    expect(slugs(await without([need]))).toEqual(
      slugs(all.filter((one) => !needing.includes(one))),
    );
  }
});

const circleOf = (slug: string) => ({ slug, name: slug, timeZone: 'Europe/Madrid' });
const use = (slug: string) => ({
  circle: circleOf(slug),
  startsAt: '2026-11-03T18:30:00Z',
  isToCome: false,
});

test('What a circle has used is beside the card, and can be left out; another circle’s is not ours', async () => {
  const from = await shelf();
  const uses: CardUses = new Map([
    ['a/short', [use('ours')]],
    ['b/help', [use('theirs')]],
  ]);
  const options = { from, uses, circles: ['ours', 'theirs'] };
  const all = await chooseCards(noFilters, options);
  expect(all.cards.map(({ uses }) => uses.map(({ circle }) => circle.slug))).toEqual([
    ['ours'],
    [],
    ['theirs'],
  ]);
  expect(all.counts.unused).toEqual({ ours: 2, theirs: 2 });
  const ours = await chooseCards({ ...noFilters, unused: 'ours' }, options);
  expect(slugs(ours.cards)).toEqual(['long', 'help']);
  // Whose circle it is not learns nothing of what it used.
  const foreign = await chooseCards(
    { ...noFilters, unused: 'theirs' },
    { ...options, circles: ['ours'] },
  );
  expect([foreign.filters.unused, foreign.total]).toEqual([null, 3]);
});

test('Beside each choice stands how many cards it would leave', async () => {
  const { counts, total } = await chooseCards({ ...noFilters, people: 7, text: 'feedback' });
  for (const kind of ['opener', 'feedback', 'help'] as const) {
    const chosen = await chooseCards({ ...noFilters, people: 7, text: 'feedback', kind });
    expect(counts.kind[kind], kind).toBe(chosen.total);
    expect(chosen.counts.kind).toEqual(counts.kind);
  }
  const short = await chooseCards({ ...noFilters, people: 7, text: 'feedback', maxMinutes: 20 });
  expect(counts.maxMinutes[20]).toBe(short.total);
  expect(Object.values(counts.kind).reduce((sum, of) => sum + of, 0)).toBe(total);
});

test('A page shows some of them, the best first, and says of how many', async () => {
  const first = await chooseCards({ ...noFilters, text: 'feedback' }, { show: 3 });
  const more = await chooseCards({ ...noFilters, text: 'feedback' }, { show: 6 });
  expect([first.cards.length, more.cards.length]).toEqual([3, 6]);
  expect(first.total).toBe(more.total);
  expect(slugs(more.cards).slice(0, 3)).toEqual(slugs(first.cards));
});

test('Where nothing fits, it says what would', async () => {
  const { otherwise } = await chooseCards({
    ...noFilters,
    text: 'burnout',
    people: 12,
    kind: 'closing',
  });
  expect(otherwise?.withWords).toBeGreaterThan(3);
  expect(otherwise?.topics).toContain('burnout');
});

test('An address carries the filters, and what it does not understand is none', () => {
  const all =
    'q=a+no&kind=help&minutes=20&people=6&notch=2&deck=openers&unused=ours&without=agreement&without=notice';
  const filters = filtersIn(new URLSearchParams(all));
  expect(filters).toEqual({
    kind: 'help',
    maxMinutes: 20,
    people: 6,
    notch: 2,
    deck: 'openers',
    without: ['agreement', 'notice'],
    unused: 'ours',
    text: 'a no',
  });
  expect(addressOfCards(filters)).toBe(`/cards?${all}`);
  for (const search of [
    '',
    'kind=&minutes=&people=&q=',
    'kind=quiz&minutes=soon&people=-3&notch=4&without=love',
    'notch=1.5&people=2.5&minutes=1e9',
  ]) {
    expect(filtersIn(new URLSearchParams(search)), search).toEqual(noFilters);
  }
  expect(filtersIn(new URLSearchParams({ q: ` ${'é'.repeat(1000)}` })).text).toBe('é'.repeat(99));
});
