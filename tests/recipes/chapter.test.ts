import { beforeAll, describe, expect, test } from 'vitest';
import { readLibrary } from '#app/cards/files/queries/library.server.ts';
import { readRecipes } from '#app/recipes/files/queries/folder.server.ts';
import { itemOfCard } from '#app/recipes/files/rules/with-cards.ts';
import { momentOf, type PlaceInBook, placeOfCard } from '#app/recipes/rules/chapter.ts';
import { type Ground, proposed, withDiscussion } from '#app/recipes/rules/propose.ts';
import type { Recipe, RecipeItem } from '#app/recipes/rules/recipe.ts';

/** Nine chapters, two a session; the last session has one. */
const nine = (nth: number, labels: readonly string[] = []): PlaceInBook => {
  const sections = Array.from({ length: 9 }, (_, at) => ({
    ...{ id: at + 1, kind: 'chapter', label: labels[at] ?? String(at + 1) },
    title: `About ${at + 1}`,
  }));
  const read = [nth * 2 - 1, nth * 2].filter((id) => id <= 9);
  return { bookTitle: 'The Manager’s Path', nth, of: 5, words: 'Chapters', sections, read };
};

describe('where a card of the book’s deck belongs', () => {
  test.each([
    [1, 'before'],
    [3, 'now'],
    [4, 'now'],
    [5, 'later'],
    [9, 'later'],
  ])('chapter %i, while chapters 3 and 4 are read: %s', (chapter, where) => {
    expect(placeOfCard({ chapter: [chapter], sitting: null }, nine(2), 4)).toBe(where);
  });

  test('however the book numbers its chapters', () => {
    const card = { chapter: [4], sitting: null };
    const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
    const words = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
    const none = Array.from({ length: 9 }, () => '');
    for (const labels of [roman, words, none]) {
      expect(placeOfCard(card, nine(2, labels), 4)).toBe('now');
      expect(placeOfCard(card, nine(1, labels), 4)).toBe('later');
    }
  });

  test('by words of a part’s title, for all of that part', () => {
    const sections = [
      ...[{ id: 1, kind: 'part', label: 'I', title: 'Starting Over' }],
      ...[{ id: 2, kind: 'chapter', label: '1', title: 'Pain' }],
      ...[{ id: 3, kind: 'part', label: 'II', title: 'Control' }],
      ...[{ id: 4, kind: 'chapter', label: '8', title: 'Change' }],
      ...[{ id: 5, kind: 'chapter', label: '9', title: 'Welcome aboard' }],
    ];
    const place = { ...nine(2), sections, nth: 2, of: 3 };
    const control = { chapter: ['Control'], sitting: 2 };
    expect(placeOfCard(control, { ...place, read: [5] }, 4)).toBe('now');
    expect(placeOfCard(control, { ...place, read: [2] }, 4)).toBe('later');
    expect(placeOfCard({ chapter: ['Starting'], sitting: 1 }, { ...place, read: [4] }, 4)).toBe(
      'before',
    );
  });

  test('by the sitting, where the book’s sections do not tell', () => {
    const bare = { ...nine(2), sections: [], read: [] };
    const at = (sitting: number) => placeOfCard({ chapter: [4], sitting }, bare, 4);
    // the second of five is in the second of four sittings
    expect([at(1), at(2), at(3)]).toEqual(['before', 'now', 'later']);
  });

  test('a card of which nothing is known waits until the book is read', () => {
    const card = { chapter: [], sitting: null };
    expect(placeOfCard(card, nine(2), undefined)).toBe('later');
    expect(placeOfCard(card, nine(5), undefined)).toBe('before');
    // A chapter that the sections do not have is none of these pages.
    expect(placeOfCard({ chapter: [12], sitting: null }, nine(2), undefined)).toBe('later');
  });

  test('the first, the last, and all between', () => {
    expect([1, 2, 4, 5].map((nth) => momentOf(nine(nth)))).toEqual([
      'first',
      'middle',
      'middle',
      'last',
    ]);
    expect(momentOf({ ...nine(1), of: 1 })).toBe('last');
  });
});

let recipes: readonly Recipe[];
let cards: Map<string, RecipeItem>;
beforeAll(async () => {
  const library = await readLibrary('content/decks');
  ({ recipes } = await readRecipes('content/recipes', library));
  cards = new Map(
    library.decks
      .flatMap((deck) => deck.cards)
      .map((card) => [`${card.deck}/${card.slug}`, { ...itemOfCard(card), keep: true, why: null }]),
  );
});

const ground = (given: Partial<Ground> = {}): Ground => ({
  ...{ recipes, agenda: [], people: 6, minutes: 75, place: nine(2) },
  ...{ chapterCards: [], later: new Set<string>(), used: { cards: {}, recipes: {} } },
  ...given,
});
const bookCard = (slug: string) => cards.get(`the-managers-path/${slug}`) as RecipeItem;
const ago = (sessions: number) => ({ at: '2026-11-03T18:30:00Z', ago: sessions });

describe('what is proposed for the pages of a session', () => {
  test('a recipe for its place in the book, with the card of these pages as its discussion', () => {
    const own = bookCard('the-last-thing-you-built');
    const found = proposed(ground({ chapterCards: [own] }));
    expect(found?.recipe.when).toBe('middle');
    expect(found?.card).toBe('the-managers-path/the-last-thing-you-built');
    expect(found?.fit.fits).toBe(true);
    expect(found?.fit.before.map(({ title }) => title)).toContain(own.title);
    expect(found?.fit.before.map(({ title }) => title)).not.toContain('The last word');
    expect(found).toMatchObject({ usedLately: null, instead: null });
  });

  test('one for any pages, where no card was made for them', () => {
    expect(proposed(ground())).toMatchObject({ card: null, recipe: { when: 'middle' } });
  });

  test('the last session keeps its own cards', () => {
    const last = proposed(ground({ place: nine(5), minutes: 90 }));
    expect(last).toMatchObject({ card: null, recipe: { slug: 'last-session-of-a-book' } });
    expect(proposed(ground({ place: nine(1) }))?.recipe.slug).toBe('a-book-begins');
  });

  test('what was used in the last four sessions is not proposed where something else fits', () => {
    const first = proposed(ground());
    const slug = first?.recipe.slug ?? '';
    const used = { cards: {}, recipes: { [slug]: ago(4) } };
    const second = proposed(ground({ used }));
    expect(second?.recipe.slug).not.toBe(slug);
    expect(second?.instead).toEqual({ title: first?.recipe.title, use: ago(4) });
    const longAgo = { cards: {}, recipes: { [slug]: ago(5) } };
    expect(proposed(ground({ used: longAgo }))?.recipe.slug).toBe(slug);
  });

  test('its heart counts as well: the same discussion is not had twice', () => {
    const heart = { 'any-leadership-book/the-last-word': ago(2) };
    const found = proposed(ground({ minutes: 90, used: { cards: heart, recipes: {} } }));
    expect(found?.recipe.slug).toBe('a-chapter-in-an-hour');
    const used = { cards: { 'openers/how-much-of-you-is-here': ago(1) }, recipes: {} };
    expect(proposed(ground({ minutes: 60, used }))?.recipe.slug).toBe('a-chapter-in-an-hour');
  });

  test('of the cards of these pages the one that was not used comes first', () => {
    const [one, two] = [
      bookCard('the-last-thing-you-built'),
      bookCard('the-one-on-one-that-moved'),
    ];
    const used = { cards: { 'the-managers-path/the-last-thing-you-built': ago(1) }, recipes: {} };
    const found = proposed(ground({ chapterCards: [one, two], used }));
    expect(found?.card).toBe('the-managers-path/the-one-on-one-that-moved');
  });

  test('where everything was used lately, the one of longest ago is proposed and said to be', () => {
    const all = recipes.filter(({ when }) => when === 'middle');
    const used = Object.fromEntries(all.map(({ slug }, at) => [slug, ago(at + 1)]));
    const found = proposed(ground({ used: { cards: {}, recipes: used } }));
    expect(found?.recipe.slug).toBe(all.at(-1)?.slug);
    expect(found?.usedLately).toEqual(ago(all.length));
  });

  test('a recipe that tells of later pages is not proposed, nor one for another number', () => {
    const tells = recipes.map((recipe) =>
      recipe.when === 'middle' ? withDiscussion(recipe, bookCard('the-first-words')) : recipe,
    );
    const later = new Set(['the-managers-path/the-first-words']);
    expect(proposed(ground({ recipes: tells }))).not.toBeNull();
    expect(proposed(ground({ recipes: tells, later }))).toBeNull();
    expect(proposed(ground({ people: 2 }))).toBeNull();
    expect(proposed(ground({ minutes: 10 }))).toBeNull();
  });
});
