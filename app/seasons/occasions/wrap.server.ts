import { type Occasion, type OccasionsOf, occasion } from '#app/notifications/rules/occasions.ts';
import { addressOfWrap } from '#app/seasons/addresses.ts';
import { dayIn } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';

type Nothing = Record<string, never>;

declare module '#app/notifications/rules/occasions.ts' {
  interface Occasions {
    /** the end of a reading began; nobody did it where it came by itself */
    'wrap-opened': Nothing;
    /** the day before, to who has not said whether they stay */
    'wrap-reminder': Nothing;
    /** who stays is shown to the circle */
    'list-opened': Nothing;
  }
}

interface Facts {
  book: string;
  answerBy: string;
  listOpened: boolean;
  /** whether the reader has said whether they stay */
  answered: boolean;
}

/** The wrap of a reading. Who stays, and what anybody took from the book, is not in it. */
const ofWrap = {
  weight: 'circle',
  topic: (reading) => `wrap:${reading}`,
  facts: `
select json_build_object('book', b.title, 'answerBy', w.answer_by,
  'listOpened', exists (select from list_opening l
    where l.circle_id = w.circle_id and l.reading_id = w.reading_id offset 0),
  'answered', exists (select from recommitment a where a.circle_id = w.circle_id
    and a.reading_id = w.reading_id and a.person_id = i.person_id and a.answer <> 'unsure' offset 0))
from wrap w
join reading r on r.circle_id = w.circle_id and r.id = w.reading_id
join book b on b.circle_id = r.circle_id and b.id = r.book_id
where w.circle_id = i.circle_id and w.reading_id = i.thing_id`,
  to: ({ circle, thing }) => addressOfWrap(circle.slug, thing ?? ''),
} satisfies Omit<Occasion<unknown, Facts>, 'line'>;

/** Whether there is nothing left to answer. */
const isOver = ({ facts, now }: { facts: Facts; now: Date }) =>
  facts.listOpened || new Date(facts.answerBy) <= now;

export const occasions = {
  'wrap-opened': occasion<'wrap-opened', Facts>({
    ...ofWrap,
    over: isOver,
    line: ({ facts, by, zone, now }) => ({
      title: `The end of ${apart(facts.book)}`,
      text: `${by ? `${by} ended the reading.` : 'Its last day is over.'} What did you take from it, and will you stay? Answer by ${dayIn(facts.answerBy, zone, now)}.`,
    }),
  }),
  'wrap-reminder': occasion<'wrap-reminder', Facts>({
    ...ofWrap,
    over: (says) => says.facts.answered || isOver(says),
    line: ({ facts, zone, now }) => ({
      title: 'Will you stay for the next book?',
      text: facts.answered
        ? 'You have answered.'
        : `One private answer, by ${dayIn(facts.answerBy, zone, now)}.`,
    }),
  }),
  'list-opened': occasion<'list-opened', Facts>({
    ...ofWrap,
    line: ({ facts }) => ({
      title: 'Who stays for the next book',
      text: `The list after ${apart(facts.book)} is open to the circle.`,
    }),
  }),
} satisfies OccasionsOf<'wrap-opened' | 'wrap-reminder' | 'list-opened'>;
