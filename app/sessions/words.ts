import { clockCity } from '#app/time/zones.ts';
import { apart } from '#app/ui/apart.ts';
import { capital, countWord } from '#app/ui/words.ts';
import type { ReplyAnswer } from './rules/session.ts';

interface Said {
  answer: ReplyAnswer | null;
}

const count = (people: readonly Said[], answer: ReplyAnswer | null) =>
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

interface Named extends Said {
  id: number;
  name: string;
}

/**
 * Who is coming, by name and with the viewer first: 'You, Ines Soto and Rui Tavares', and what the
 * others said: 'Elif Aydın may come. Noor Karim hasn’t said.'
 */
export function whoComes(people: readonly Named[], me: number): { coming: string; others: string } {
  const said = (answer: ReplyAnswer | null) =>
    people
      .filter((person) => person.answer === answer)
      .sort((a, b) => Number(b.id === me) - Number(a.id === me));
  const names = (of: readonly Named[]) =>
    capital(inWords(of.map(({ id, name }) => (id === me ? 'you' : apart(name)))));
  const sentence = (of: readonly Named[], one: string, many = one) => {
    const [first] = of;
    if (!first) return [];
    return `${names(of)} ${of.length === 1 && first.id !== me ? one : many}.`;
  };
  if (said(null).length === people.length) return { coming: 'Nobody has said yet', others: '' };
  return {
    coming: names(said('yes')) || 'Nobody has said yes',
    others: [
      sentence(said('maybe'), 'may come'),
      sentence(said(null), 'hasn’t said', 'haven’t said'),
      sentence(said('no'), 'can’t'),
    ]
      .flat()
      .join(' '),
  };
}

/** 'one, two and three' */
function inWords(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${last}` : last;
}

/** 'Clocks in Vancouver have new rules', of the zones whose have. */
export const clocksTitle = (zones: readonly string[]) =>
  `Clocks in ${inWords([...new Set(zones.map(clockCity))])} have new rules`;

export const answerWords: Record<ReplyAnswer, string> = {
  yes: 'I’m coming',
  maybe: 'Maybe',
  no: 'Can’t',
};

/** What the others are told someone said. */
export const saidWords: Record<ReplyAnswer, string> = {
  yes: 'coming',
  maybe: 'maybe',
  no: 'can’t',
};

/** 'Chapters 4 and 5 · 38 pages' */
export const readWords = ({ words, pages }: { words: string; pages: number }) =>
  pages > 0 ? `${words} · ${pages} pages` : words;

/** A session in a line: '75 minutes, Room 4 · Why systems surprise us, run by Ines' */
export const sessionInWords = (of: {
  title: string;
  minutes: number;
  place: string;
  facilitator: { name: string } | null;
  agenda: readonly { title: string }[];
}) =>
  [
    apart(of.title),
    `${of.minutes} minutes`,
    apart(of.place),
    of.facilitator && `run by ${apart(of.facilitator.name)}`,
    of.agenda.length > 0 &&
      `on its agenda: ${of.agenda.map(({ title }) => apart(title)).join(', ')}`,
  ]
    .filter(Boolean)
    .join(' · ');

type How = 'given' | 'asked' | 'volunteered' | 'swapped';

/**
 * How a duty came to whoever has it now.
 * @param by who asked, swapped or had the turn before; null: nobody did
 */
export function turnWords(how: How | undefined, by: string | null) {
  if (how === 'given') return by ? `You are next, in place of ${by}.` : 'It is your turn.';
  const who = by ?? 'A facilitator';
  return how === 'swapped' ? `${who} swapped with you.` : `${who} asks you to.`;
}

/** In the place of a name, where who runs sessions goes round. */
export const WHOSE_TURN = 'Whose turn it is';
