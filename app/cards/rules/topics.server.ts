import written from '#content/card-topics.json' with { type: 'json' };
import { plain, termOf } from './spelling.server.ts';

/**
 * What a card is about, beyond its own words. A topic's words are the beginnings of what people
 * type: 'delegat' is found for delegate, delegating and delegation; one of four letters or fewer is
 * a whole word, in any of its forms. A phrase is found joined and hyphenated too.
 */
export interface Topic {
  /** what cards name it by */
  tag: string;
  label: string;
  words: readonly string[];
}

const topics: readonly Topic[] = written.map(({ tag, label, words }) => ({
  ...{ tag, label },
  words: [...new Set([label, ...words].map(plain))],
}));

/** What a search can be sent to that found nothing. */
export const topicLabels: readonly string[] = topics.slice(0, 12).map(({ label }) => label);

/** What a topic is called, by its tag. */
export const topicLabel = (tag: string): string => topicOf(tag)?.label ?? tag;

const topicOf = (tag: string) => topics.find((topic) => topic.tag === tag);

/** All the words of topics, for who mistypes one. */
export const topicWords: readonly string[] = topics.flatMap(({ words }) =>
  words.flatMap((phrase) => phrase.split(' ')),
);

/** Something looked for: a word, or a phrase that a topic knows. */
export interface Part {
  words: readonly string[];
  topics: readonly Topic[];
}

/** What is looked for in plain text, with the topics each of it is a word of. */
export function partsOf(text: string): Part[] {
  let left = ` ${text} `;
  const phrases = new Map<string, Topic[]>();
  for (const { phrase, topic } of phrasesOfTopics) {
    const at = left.indexOf(` ${phrase}`);
    if (at === -1) continue;
    const typed = left.slice(at + 1, left.indexOf(' ', at + phrase.length + 1));
    phrases.set(typed, [...new Set([...(phrases.get(typed) ?? []), topic])]);
  }
  for (const typed of phrases.keys()) left = left.replace(` ${typed} `, ' ');
  return [
    ...[...phrases].map(([typed, topics]) => ({ words: typed.split(' '), topics })),
    ...left
      .split(' ')
      .filter(Boolean)
      .map((word) => ({ words: [word], topics: topicsOf(word) })),
  ];
}

const phrasesOfTopics = topics.flatMap((topic) =>
  topic.words.filter((words) => words.includes(' ')).map((phrase) => ({ phrase, topic })),
);

const isBeginning = (word: string) => word.length > 4;

/** Topics by the first letter of their words: there are thousands of words to compare them with. */
const byLetter = new Map<string, { start: string; term: string; topic: Topic }[]>();
for (const topic of topics) {
  for (const words of topic.words) {
    const start = words.replaceAll(' ', '');
    const [letter = ''] = start;
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), { start, term: termOf(start), topic }]);
  }
}

/** The topics that a word is a word of. */
export function topicsOf(word: string): Topic[] {
  const term = termOf(word);
  const found = (byLetter.get(word[0] ?? '') ?? []).filter(
    (of) => of.term === term || (isBeginning(of.start) && word.startsWith(of.start)),
  );
  return [...new Set(found.map(({ topic }) => topic))];
}

/** How often plain text says a word of the topic, whole or, of the longer ones, begun. */
export function timesSaid(text: string, tag: string): number {
  const said = ` ${text} `;
  const times = (words: string) => said.split(isBeginning(words) ? ` ${words}` : ` ${words} `);
  return (topicOf(tag)?.words ?? []).reduce((sum, words) => sum + times(words).length - 1, 0);
}
