import written from '#content/card-topics.json' with { type: 'json' };
import type { Card } from './card.ts';

/**
 * What a card is about, beyond its own words. A topic's words are the beginnings of what people
 * type: 'delegat' is found for delegate, delegating and delegation; one of four letters or fewer is
 * a whole word, or its plural. A phrase is found joined and hyphenated too.
 */
interface Topic {
  /** what cards name it by */
  tag: string;
  label: string;
  words: readonly string[];
}

const topics: readonly Topic[] = written.map(({ tag, label, words }) => ({
  ...{ tag, label },
  words: [label, ...words],
}));

/** What a search can be sent to that found nothing. */
export const topicLabels: readonly string[] = topics.slice(0, 12).map(({ label }) => label);

/**
 * Tells of a card whether it speaks of every word of a text, itself or by its topics.
 * @param wordsOf a card's own, as `plain` gives them
 */
export function speakingOf<C extends Pick<Card, 'about'>>(
  text: string,
  wordsOf: (card: C) => string,
) {
  const parts = partsOf(text);
  return (card: C): boolean =>
    parts.every(
      ({ word, topics }) =>
        [word, stemOf(word)].some((form) => wordsOf(card).includes(form)) ||
        topics.some(({ tag }) => card.about.includes(tag)),
    );
}

interface Part {
  word: string;
  topics: Topic[];
}

/** The words of a text, with the topics each is a word of; a topic's phrase is one word. */
function partsOf(text: string): Part[] {
  let left = ` ${plain(text)} `;
  const phrases = new Map<string, Topic[]>();
  for (const topic of topics) {
    for (const phrase of topic.words.filter((words) => words.includes(' '))) {
      const at = left.indexOf(` ${phrase}`);
      if (at === -1) continue;
      const typed = left.slice(at + 1, left.indexOf(' ', at + phrase.length));
      phrases.set(typed, [...(phrases.get(typed) ?? []), topic]);
    }
  }
  for (const typed of phrases.keys()) left = left.replace(` ${typed} `, ' ');
  const words = left.split(' ').filter(Boolean);
  return [
    ...[...phrases].map(([word, topics]) => ({ word, topics })),
    ...words.map((word) => ({ word, topics: topicsOf(word) })),
  ];
}

const joined = (words: string) => words.replace(/[\s-]/g, '');

function topicsOf(word: string): Topic[] {
  const starts = (start: string) =>
    start.length > 4 ? word.startsWith(start) : word === start || word === `${start}s`;
  return topics.filter(({ words }) =>
    words.some(
      (start) => starts(start) || (start.length > 4 && joined(word).startsWith(joined(start))),
    ),
  );
}

/** A word without what English puts at its end, where enough of it is left to mean something. */
function stemOf(word: string): string {
  const stem = word.replace(/(?:ings?|ies|ers?|ed|es|s|ions?|e|y)$/, '');
  return stem.length >= 5 ? stem : word;
}

/** Words as they are looked for, however their apostrophes, hyphens and accents are typed. */
export const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/[‐‑–]/g, '-')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
