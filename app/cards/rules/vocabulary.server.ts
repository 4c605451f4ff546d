import SearchableMap from 'minisearch/SearchableMap';
import { plain, termOf } from './spelling.server.ts';
import { topicsOf, topicWords } from './topics.server.ts';

/** How many times more a word weighs where it is what a card is about. */
const OF_A_TOPIC = 20;
const MOST_BEGUN = 6;

/** Every word that is said somewhere, for whoever has typed half of one or mistyped it. */
export interface Vocabulary {
  /** Words, with those that were mistyped as they were meant. */
  mended: (words: readonly string[]) => {
    words: string[];
    meant: { typed: string; word: string }[];
  };
  /** The word itself where it is said; else those that begin with it, the commonest first. */
  begunBy: (word: string) => string[];
}

export function vocabularyOf(texts: readonly string[]): Vocabulary {
  const known = new SearchableMap<number>();
  const terms = new Set<string>();
  const times = new Map<string, number>();
  for (const text of texts) {
    for (const word of plain(text).split(' ')) times.set(word, (times.get(word) ?? 0) + 1);
  }
  for (const [word, often] of times) {
    if (!/\p{L}/u.test(word)) continue;
    known.set(word, topicsOf(word).length > 0 ? often + OF_A_TOPIC : often);
    terms.add(termOf(word));
  }
  // Some of a topic's words are only the beginning of one.
  for (const word of topicWords) {
    if (word.length > 3 && known.atPrefix(word).size === 0) known.set(word, OF_A_TOPIC);
  }
  const weight = (word: string) => known.get(word) ?? 0;
  const heaviest = (words: string[]) => words.sort((a, b) => weight(b) - weight(a));
  const isSaid = (word: string) => terms.has(termOf(word)) || topicsOf(word).length > 0;

  const begunBy = (word: string) => {
    if (isSaid(word)) return [word];
    if (word.length < 3) return [];
    return heaviest([...known.atPrefix(word).keys()]).slice(0, MOST_BEGUN);
  };

  function nearest(word: string): string | null {
    const [swapped] = heaviest(swapsOf(word).filter((other) => known.has(other)));
    const most = word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
    if (swapped || most === 0) return swapped ?? null;
    const near = [...known.fuzzyGet(word, most)].map(([other, [often, distance]]) => ({
      other,
      // Who mistypes a word begins it right, mostly.
      far: distance + (other[0] === word[0] ? 0 : 0.5) - Math.min(0.4, often / 200),
    }));
    return near.sort((a, b) => a.far - b.far)[0]?.other ?? null;
  }

  /** A topic's beginning of a word is said as its label. */
  const asSaid = (word: string) => (times.has(word) ? word : (topicsOf(word)[0]?.label ?? word));

  return {
    mended: (typed) => {
      const meant = typed.flatMap((word) => {
        const near = begunBy(word).length > 0 ? null : nearest(word);
        return near === null ? [] : [{ typed: word, near, word: asSaid(near) }];
      });
      return {
        words: typed.map((word) => meant.find((one) => one.typed === word)?.near ?? word),
        meant: meant.map(({ typed, word }) => ({ typed, word })),
      };
    },
    begunBy,
  };
}

/** A word with two letters beside each other in the other order: the commonest slip. */
const swapsOf = (word: string) =>
  word.length < 4
    ? []
    : Array.from(
        { length: word.length - 1 },
        (_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
      );
