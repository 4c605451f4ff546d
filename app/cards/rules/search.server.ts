import topics from '#content/card-topics.json' with { type: 'json' };
import type { CardSummary } from './card.ts';

/**
 * What a card is about, beyond its own words. A topic's words are the beginnings of what people
 * type: 'delegat' is found for delegate, delegating and delegation.
 */
interface Topic {
  label: string;
  words: readonly string[];
  /** 'deck/card' */
  cards: readonly string[];
}

/** What a search can be sent to that found nothing. */
export const topicLabels: readonly string[] = topics.map(({ label }) => label);

type Searched = Pick<CardSummary, 'deck' | 'slug'>;

/**
 * Tells of a card whether it speaks of every word of a text, itself or by its topics.
 * @param wordsOf a card's own, as `plain` gives them
 */
export function speakingOf<C extends Searched>(text: string, wordsOf: (card: C) => string) {
  const parts = partsOf(text);
  return (card: C): boolean =>
    parts.every(
      ({ word, about }) =>
        [word, stemOf(word)].some((form) => wordsOf(card).includes(form)) ||
        about.some(({ cards }) => cards.includes(`${card.deck}/${card.slug}`)),
    );
}

/** The words of a text, with the topics each is a word of; a topic's phrase is one word. */
function partsOf(text: string): { word: string; about: Topic[] }[] {
  let left = ` ${plain(text)} `;
  const parts: { word: string; about: Topic[] }[] = [];
  for (const topic of topics) {
    for (const phrase of topic.words.filter((words) => words.includes(' '))) {
      if (!left.includes(` ${phrase} `)) continue;
      left = left.replace(` ${phrase} `, ' ');
      parts.push({ word: phrase, about: [topic] });
    }
  }
  const words = left.split(/\s+/).filter(Boolean);
  return [...parts, ...words.map((word) => ({ word, about: topicsOf(word) }))];
}

function topicsOf(word: string): Topic[] {
  const joined = word.replaceAll('-', '');
  return topics.filter(({ words }) =>
    words.some(
      (start) => !start.includes(' ') && [word, joined].some((is) => is.startsWith(start)),
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
