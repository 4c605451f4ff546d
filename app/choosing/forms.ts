import { z } from 'zod';
import { readIsbn } from '#app/books/rules/isbn.ts';
import { type BallotRow, takeBallotStep } from '#app/choosing/ballot/rules/ballot-draft.ts';
import {
  calendarDate,
  identity,
  line,
  optionalLine,
  outOfDate,
  shownZone,
  submissionKey,
  text,
  typedVersion,
} from '#app/platform/forms/fields.server.ts';
import type { LocalTimeChoice } from '#app/time/local-time.ts';
import { FEWEST_WEEKS, LONGEST_WHY, MOST_PROPOSALS } from './rules/choice.ts';

const typed = z.string().default('');

/** When a choice closes, on the clocks that the form showed. */
export interface ClosingTime {
  date: string;
  time: string;
  zone: string;
  /** which of the two, where clocks show that time twice */
  choice?: LocalTimeChoice | undefined;
}

const ClosingDraft = z.object({
  /** 'take:2027-03-28T03:00' for the time that was offered, '' to go on */
  step: typed,
  date: typed,
  time: typed,
  zone: typed,
  timeChoice: typed,
});

export type ClosingDraft = z.output<typeof ClosingDraft>;

const day = calendarDate('Choose a day.');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Choose a time, such as 18:30.');
const choices: Record<string, LocalTimeChoice> = { first: 'first', second: 'second' };

/** When to close. `next` is the form to be shown again. */
function closingOf(draft: ClosingDraft, context: z.RefinementCtx) {
  const taken = /^take:(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/.exec(draft.step);
  if (taken) {
    const [, date = '', time = ''] = taken;
    return { next: { ...draft, date, time, timeChoice: '', step: '' } };
  }
  const date = day.safeParse(draft.date);
  const time = clock.safeParse(draft.time);
  const zone = shownZone.safeParse(draft.zone);
  for (const [field, read] of [
    ['date', date],
    ['time', time],
    ['time', zone],
  ] as const) {
    const message = read.error?.issues[0]?.message;
    if (message) context.issues.push({ code: 'custom', path: [field], message, input: draft });
  }
  if (!date.success || !time.success || !zone.success) return z.NEVER;
  const choice = choices[draft.timeChoice];
  const closing: ClosingTime = { date: date.data, time: time.data, zone: zone.data, choice };
  return { closing, draft };
}

/** Opens a choice. */
export const OpenChoiceSchema = ClosingDraft.extend({ submissionKey }).transform(
  ({ submissionKey, ...draft }, context) => {
    const read = closingOf(draft, context);
    if (read === z.NEVER) return z.NEVER;
    if ('next' in read) return { next: { submissionKey, ...read.next } };
    return {
      closing: { ...read.closing, submissionKey },
      draft: { submissionKey, ...draft },
    };
  },
);

/** What a facilitator does with a choice: closes it, calls it off, or gives it another time. */
export const ClosingSchema = ClosingDraft.extend({
  what: z.enum(['close', 'cancel', 'move'], 'Choose one.'),
  version: typedVersion,
}).transform(({ what, version, ...draft }, context) => {
  if (what !== 'move') return { what };
  const read = closingOf(draft, context);
  const shown = { what, version };
  if (read === z.NEVER) return z.NEVER;
  if ('next' in read) return { next: { ...shown, ...read.next } };
  return {
    closing: { ...read.closing, version: Number(version) },
    draft: { ...shown, ...draft },
  };
});

const isbn = z
  .string()
  .trim()
  .transform((value) => (value === '' ? null : (readIsbn(value) ?? undefined)))
  .refine((value) => value !== undefined, 'This is no ISBN: a digit may be wrong or missing.')
  .transform((value) => value ?? null);

const pages = z
  .string()
  .trim()
  .regex(/^(?:[1-9]\d{0,4})?$/, 'How many pages, as a whole number, or nothing.')
  .transform((value) => Number(value) || null);

const Typed = z.object({
  title: line(200, 'Say which book.'),
  author: optionalLine(200),
  isbn: isbn.default(null),
  pages: pages.default(null),
});

/** A book to propose: one the circle has entered, or one that is typed. */
export const ProposalSchema = z
  .object({
    submissionKey,
    bookId: typed,
    title: typed,
    author: typed,
    isbn: typed,
    pages: typed,
    why: text(LONGEST_WHY),
  })
  .transform((draft, context) => {
    const { submissionKey, why } = draft;
    const bookId = identity(draft.bookId);
    if (bookId !== null) return { submissionKey, bookId, why };
    const book = Typed.safeParse(draft);
    for (const { path, message } of book.error?.issues ?? []) {
      context.issues.push({ code: 'custom', path: path.map(String), message, input: draft });
    }
    return book.data ? { submissionKey, bookId: null, why, ...book.data } : z.NEVER;
  });

const BallotDraft = z.object({
  /** 'up:17', 'down:17', 'take-back', '' to keep it */
  step: typed,
  version: typedVersion,
  ranks: z
    .array(z.object({ proposal: typed, rank: typed }))
    .max(MOST_PROPOSALS + 8)
    .default([]),
});

/** A ballot. `next` is the form to be shown again, `ranking` what is to be kept, null takes it back. */
export const BallotSchema = BallotDraft.transform((draft, context) => {
  const { step, ranks } = draft;
  if (step === 'take-back') return { ranking: null };
  if (step !== '') return { next: { ...draft, step: '', ranks: takeBallotStep(ranks, step) } };
  const refuse = (message: string, ...path: (string | number)[]) =>
    context.issues.push({ code: 'custom', path, message, input: draft });
  const given = ranks.flatMap((row, index) => (row.rank === '' ? [] : [{ ...row, index }]));
  let sound = true;
  for (const { proposal, rank, index } of given) {
    const others = given.filter((of) => of.index !== index);
    const other = others.find((of) => of.rank === rank);
    const isTwice = others.some((of) => of.proposal === proposal);
    if (!/^[1-9]\d?$/.test(rank)) refuse('Choose a place from the list.', 'ranks', index, 'rank');
    else if (isTwice || identity(proposal) === null) refuse(outOfDate, 'ranks', index, 'rank');
    else if (other) {
      refuse(`Two books are ${placeWord(rank)}. Give one another place.`, 'ranks', index, 'rank');
    } else continue;
    sound = false;
  }
  if (given.length === 0) {
    refuse('Give at least one book a place, or leave it for now.', 'ranks');
    sound = false;
  }
  if (!sound) return z.NEVER;
  return { ranking: rankingOf(given), version: Number(draft.version), draft };
});

const placeWord = (rank: string) => ['', 'first', 'second', 'third'][Number(rank)] ?? `no. ${rank}`;

function rankingOf(rows: readonly BallotRow[]): number[] {
  return [...rows]
    .sort((a, b) => Number(a.rank) - Number(b.rank))
    .flatMap(({ proposal }) => identity(proposal) ?? []);
}

/** When the winner is read. */
export const WinnerReadingSchema = z.object({
  startsOn: calendarDate('Say when the reading starts.'),
  weeks: z.coerce
    .number('Say how many weeks.')
    .int('Whole weeks, please.')
    .min(FEWEST_WEEKS, `At least ${FEWEST_WEEKS} weeks.`)
    .max(30, '30 weeks at most.'),
});
