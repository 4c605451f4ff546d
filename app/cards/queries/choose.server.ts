import type { Library } from '#app/cards/files/queries/library.server.ts';
import { type DeckFolders, deckFolders } from '#app/cards/files/queries/shelves.server.ts';
import type { Card, CardSummary } from '#app/cards/rules/card.ts';
import { countsOf, type FilterCounts } from '#app/cards/rules/counts.ts';
import { type CardFilters, type Fitting, fits } from '#app/cards/rules/filters.ts';
import { timeFor } from '#app/cards/rules/groups.ts';
import {
  type CardSearch,
  type SearchFound,
  searchIn,
  type Why,
} from '#app/cards/rules/search.server.ts';
import { topicLabels } from '#app/cards/rules/topics.server.ts';
import { summary } from './cards.server.ts';

/** When a circle of the viewer's has, or will have, a card on an agenda. */
export interface CardUse {
  circle: { slug: string; name: string; timeZone: string };
  startsAt: string;
  isToCome: boolean;
}

/** By 'deck/card', the latest of each circle. */
export type CardUses = ReadonlyMap<string, readonly CardUse[]>;

/** A card as it is chosen from many. */
export interface ChosenCard extends CardSummary {
  deckTitle: string;
  /** what changing groups adds to its minutes */
  moving: number;
  why: Why | null;
  uses: readonly CardUse[];
}

export interface CardChoice {
  filters: CardFilters;
  /** those of `first` that fit, whatever is looked for besides them */
  first: ChosenCard[];
  /** those of `favourites` that do */
  favourites: ChosenCard[];
  /** how many fit; `cards` are the first of them, the best first */
  total: number;
  cards: ChosenCard[];
  counts: FilterCounts;
  decks: { slug: string; title: string; isBook: boolean }[];
  meant: SearchFound['meant'];
  unsaid: string[];
  /** where nothing fits */
  otherwise: {
    /** how many speak of it and do not fit the rest */
    withWords: number;
    /** that speak of some of it and fit the rest */
    near: ChosenCard[];
    topics: readonly string[];
  } | null;
}

interface ChooseOptions {
  /** at most so many of them */
  show?: number;
  uses?: CardUses;
  /** 'deck/card': what is shown before the others */
  first?: readonly string[];
  /** 'deck/card': what the circle keeps at hand, shown after those */
  favourites?: readonly string[];
  /** the slugs of the viewer's circles */
  circles?: readonly string[];
  from?: DeckFolders;
}

/** How many are shown at first. */
const SHOWN_AT_FIRST = 24;

/** The cards that are what someone is looking for. */
export async function chooseCards(
  asked: CardFilters,
  options: ChooseOptions = {},
): Promise<CardChoice> {
  const { show = SHOWN_AT_FIRST, uses = new Map(), circles = [], first = [] } = options;
  const { favourites = [], from = deckFolders } = options;
  const library = await from();
  // Nobody has used anything in a circle that is not the viewer's.
  const unused = circles.find((slug) => slug === asked.unused) ?? null;
  const filters = { ...asked, unused };
  const found = filters.text === '' ? null : searchOf(library)(filters.text);
  const all = library.decks.flatMap((deck) =>
    deck.cards.map((card) => candidate(card, deck.title, { filters, found, uses })),
  );
  const byName = new Map(all.map((each) => [each.name, each]));
  const named = (names: Iterable<string>) => [...names].flatMap((name) => byName.get(name) ?? []);
  const spoken = found ? named(found.cards.keys()) : all;
  const fitting = spoken.filter(({ fitting }) => fits(fitting, filters));
  const near = found
    ? named(found.near.keys()).filter(({ fitting }) => fits(fitting, filters))
    : [];
  const spokenOf = new Set(spoken);
  const offered = (names: readonly string[]) =>
    named(names)
      .filter((one) => spokenOf.has(one) && fits(one.fitting, filters))
      .map(({ chosen }) => chosen());
  return {
    filters,
    first: offered(first),
    favourites: offered(favourites),
    total: fitting.length,
    cards: fitting.slice(0, show).map(({ chosen }) => chosen()),
    counts: countsOf(
      spoken.map(({ fitting }) => fitting),
      filters,
      circles,
    ),
    decks: library.decks.map(({ slug, title, book }) => ({ slug, title, isBook: book !== null })),
    meant: found?.meant ?? [],
    unsaid: found?.unsaid ?? [],
    otherwise:
      fitting.length > 0
        ? null
        : {
            withWords: found ? spoken.length : 0,
            near: near.map(({ chosen }) => chosen()),
            topics: topicLabels,
          },
  };
}

/** How many a card is reckoned for while nobody has said how many come. */
const usualPeople = ({ people: [, most] }: CardSummary) => Math.min(8, most);

interface Looked {
  filters: CardFilters;
  found: SearchFound | null;
  uses: CardUses;
}

function candidate(card: Card, deckTitle: string, { filters, found, uses }: Looked) {
  const name = `${card.deck}/${card.slug}`;
  const usesOfIt = uses.get(name) ?? [];
  const time = timeWith(card, filters.people ?? usualPeople(card));
  const { deck, kind, people, notch, needs } = card;
  const usedBy = usesOfIt.map(({ circle }) => circle.slug);
  const fitting: Fitting = { deck, kind, people, notch, needs, time, usedBy };
  const chosen = (): ChosenCard => ({
    ...summary(card),
    deckTitle,
    moving: time - card.minutes,
    why: found?.cards.get(name) ?? found?.near.get(name) ?? null,
    uses: usesOfIt,
  });
  return { name, fitting, chosen };
}

// Kept with the card, which is read from its file once.
const times = new WeakMap<Card, Map<number, number>>();

function timeWith(card: Card, people: number): number {
  const known = times.get(card) ?? new Map<number, number>();
  times.set(card, known);
  const steps = card.blocks.flatMap((block) => (block.kind === 'step' ? block : []));
  const time = known.get(people) ?? timeFor(steps, people);
  known.set(people, time);
  return time;
}

// Made when somebody first looks for something, and kept as long as the library is.
const searches = new WeakMap<Library, CardSearch>();

function searchOf(library: Library): CardSearch {
  const search =
    searches.get(library) ??
    searchIn(library.decks.flatMap((deck) => deck.cards.map((card) => ({ card, deck }))));
  searches.set(library, search);
  return search;
}
