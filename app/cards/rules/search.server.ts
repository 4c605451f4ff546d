import MiniSearch, { type QueryCombination } from 'minisearch';
import type { Card, CardKind } from './card.ts';
import { participantText } from './card-text.ts';
import { plain, tellingWords, termOf } from './spelling.server.ts';
import { type Part, partsOf, timesSaid, topicLabel, topicsOf } from './topics.server.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.server.ts';

/** Why a card was found: the topics it is about, and the words it says where nothing else tells. */
export interface Why {
  about: string[];
  says: string[];
}

export interface SearchFound {
  /** 'deck/card', the best first: why */
  cards: ReadonlyMap<string, Why>;
  /** what was looked for in place of a mistyped word: 'delegation' for 'delgation' */
  meant: { typed: string; word: string }[];
  /** words that no card says, which were left out */
  unsaid: string[];
  /** where no card speaks of all of it, those that speak of some */
  near: ReadonlyMap<string, Why>;
}

export type CardSearch = (text: string) => SearchFound;

/** A card, and what it is looked for in besides its own words. */
interface Shelved {
  card: Card;
  deck: { title: string; book: string | null };
}

// What nobody types: more would only cost time.
const MOST_WORDS = 12;
const MOST_NEAR = 6;

/** How much more each tells of a card than its words do. */
const boost = { title: 5, named: 6, first: 12, about: 4, spoken: 2, for: 3, shelf: 1.5 };
const WORDS = ['title', 'for', 'shelf', 'text'];
const TAGS = ['first', 'about', 'named', 'spoken'];
const isTags = (field: string | undefined) => field !== undefined && TAGS.includes(field);
/** Tells a tag from the word that is spelled like it. */
const tagged = (tag: string) => `#${tag}`;

/** What kinds are called besides, by whoever knows them from elsewhere. */
const alsoCalled: Partial<Record<CardKind, string>> = {
  opener: 'opener openers opening ice breaker icebreaker warm up check in checkin',
  closing: 'closing check out checkout wrap up',
  consulting: 'consulting troika case clinic action learning',
  repair: 'repair',
};

/** Reads cards once, to look through them often. Notes for whoever runs a card are not read. */
export function searchIn(shelved: readonly Shelved[]): CardSearch {
  const documents = shelved.map(documentOf);
  const known = new Map<string, string>();
  const knownTerm = (word: string) => {
    const term = known.get(word) ?? termOf(word);
    known.set(word, term);
    return term;
  };
  const index = new MiniSearch({
    fields: [...WORDS, ...TAGS],
    tokenize: (text, field) => (isTags(field) ? text : plain(text)).split(' '),
    processTerm: (word, field) => (isTags(field) ? word : knownTerm(word)),
    searchOptions: { boost, tokenize: (term) => [term], processTerm: (term) => term },
  });
  index.addAll(documents);
  const vocabulary = vocabularyOf(
    documents.map(({ title, for: whom, shelf, text }) => `${title} ${whom} ${shelf} ${text}`),
  );

  const look = (parts: readonly Asked[], combineWith: 'AND' | 'OR') =>
    index
      .search({ combineWith, queries: parts.map(({ query }) => query) })
      .map(({ id, match }) => [String(id), whyOf(match, parts)] as const);

  return (text) => {
    const { words, meant } = vocabulary.mended(plain(text).split(' ').slice(0, MOST_WORDS));
    const parts = telling(partsOf(words.join(' '))).map((part) => asked(part, vocabulary));
    const said = parts.filter(({ words }) => words.length > 0);
    const cards = new Map(said.length > 0 ? look(said, 'AND') : []);
    const isNear = cards.size === 0 && said.length > 1;
    return {
      ...{ cards, meant },
      unsaid: parts.flatMap(({ part, words }) =>
        words.length > 0 ? [] : part.words.filter((word) => word.length > 1),
      ),
      near: new Map(isNear ? look(said, 'OR').slice(0, MOST_NEAR) : []),
    };
  };
}

function documentOf({ card, deck }: Shelved) {
  const words = participantText(card.blocks);
  const [title, text] = [plain(card.title), plain(`${card.title} ${card.for} ${words}`)];
  const [first = '', ...rest] = card.about;
  return {
    id: `${card.deck}/${card.slug}`,
    ...{ title: card.title, for: card.for },
    shelf: [deck.title, deck.book, card.source, alsoCalled[card.kind], ...card.books].join(' '),
    // 'Co-worker' is found as one word too.
    text: words.replace(/(\p{L}+)[-‐‑](\p{L}+)/gu, '$& $1$2'),
    first: tagged(first),
    about: rest.map(tagged).join(' '),
    named: card.about
      .filter((tag) => timesSaid(title, tag) > 0)
      .map(tagged)
      .join(' '),
    spoken: card.about.flatMap((tag) => Array(timesSaid(text, tag)).fill(tagged(tag))).join(' '),
  };
}

/** Without the words that say nothing by themselves. */
function telling(parts: readonly Part[]): Part[] {
  const told = new Set(tellingWords(parts.map(({ words }) => words.join(' '))));
  return parts.filter(({ words }) => told.has(words.join(' ')));
}

interface Asked {
  part: Part;
  query: QueryCombination;
  /** what it is looked for as, each a way of saying it; none where no card says it */
  words: string[][];
}

/** Any of these: of a topic, or with all words of it in one of the places. */
function asked(part: Part, vocabulary: Vocabulary): Asked {
  const [word = '', ...more] = part.words;
  const isWhole = more.length > 0 || part.topics.length > 0;
  const ways = isWhole ? [part.words] : vocabulary.begunBy(word).map((one) => [one]);
  const topics = isWhole ? part.topics : ways.flatMap(([one = '']) => topicsOf(one));
  // A topic's phrase of small words ('one on one') says nothing of cards that use them apart.
  const words = ways
    .map((way) => [...new Set(tellingWords(way))])
    .filter((way) => topics.length === 0 || way.join('').length > 4 || more.length === 0);
  const tags = [...new Set(topics.map(({ tag }) => tagged(tag)))];
  const queries: QueryCombination[] = words.map((way) => ({
    ...{ combineWith: 'AND', queries: way.map(termOf), fields: WORDS },
  }));
  if (tags.length > 0) queries.push({ combineWith: 'OR', queries: tags, fields: TAGS });
  const query: QueryCombination = { combineWith: 'OR', queries };
  return { part: { ...part, topics }, query, words: queries.length > 0 ? [...words, []] : [] };
}

function whyOf(match: Record<string, string[]>, parts: readonly Asked[]): Why {
  const isIn = (term: string, fields: readonly string[]) =>
    match[term]?.some((field) => fields.includes(field)) ?? false;
  const about = Object.keys(match).filter((term) => term.startsWith('#'));
  const says = parts.flatMap(({ part, words }) => {
    if (part.topics.some(({ tag }) => about.includes(tagged(tag)))) return [];
    const way = words.find((way) => way.some((word) => isIn(termOf(word), WORDS))) ?? [];
    return way.some((word) => isIn(termOf(word), ['title'])) ? [] : way.join(' ') || [];
  });
  return { about: about.map((term) => topicLabel(term.slice(1))), says };
}
