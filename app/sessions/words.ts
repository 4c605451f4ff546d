import { capital, countWord } from '#app/ui/format.ts';
import type { Answer } from './rules/session.ts';

interface Said {
  answer: Answer | null;
}

const count = (people: readonly Said[], answer: Answer | null) =>
  people.filter((person) => person.answer === answer).length;

/** 'Five are coming, one may, one hasn’t said.' */
export function comingWords(people: readonly Said[], over = false): string {
  const [yes, maybe, no, silent] = [
    count(people, 'yes'),
    count(people, 'maybe'),
    count(people, 'no'),
    count(people, null),
  ];
  if (silent === people.length) return over ? 'Nobody said.' : 'Nobody has said yet.';
  const said = (n: number, one: string, many: string) =>
    n === 0 ? [] : `${countWord(n)} ${n === 1 ? one : many}`;
  const parts = [
    said(yes, over ? 'said yes' : 'is coming', over ? 'said yes' : 'are coming'),
    said(maybe, over ? 'said maybe' : 'may', over ? 'said maybe' : 'may'),
    said(no, over ? 'said no' : 'can’t', over ? 'said no' : 'can’t'),
    over ? [] : said(silent, 'hasn’t said', 'haven’t said'),
  ].flat();
  return `${capital(parts.join(', '))}.`;
}

export const answerWords: Record<Answer, string> = {
  yes: 'I’m coming',
  maybe: 'Maybe',
  no: 'Can’t',
};

/** What the others are told someone said. */
export const saidWords: Record<Answer, string> = {
  yes: 'coming',
  maybe: 'maybe',
  no: 'can’t',
};

/** 'Chapters 4 to 5 · 38 pages' */
export const readWords = ({ words, pages }: { words: string; pages: number }) =>
  pages > 0 ? `${words} · ${pages} pages` : words;

/** An address is a link only when a browser may follow it safely. */
export const isLink = (place: string) => /^https?:\/\/\S+$/i.test(place);
