import { z } from 'zod';
import {
  calendarDate,
  identity,
  optionalLine,
  rowVersion,
  shownZone,
  submissionKey,
  typedVersion,
} from '#app/platform/forms/fields.server.ts';
import { readerOf, roomIn } from '#app/sessions/forms.ts';
import type { LocalTimeChoice } from '#app/time/local-time.ts';
import { MOST_SLOTS, type PollAnswer } from './rules/poll.ts';
import { firstOn } from './rules/slots.server.ts';

const typed = z.string().default('');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Choose a time, such as 08:30.');
const day = calendarDate('Choose a day.');
/** a slot of a poll that is there may be over */
const savedDay = calendarDate('Choose a day.', { anyYear: true });
const weekdayNumber = z.string().regex(/^[1-7]$/, 'Choose a weekday.');
const choices: Record<string, LocalTimeChoice> = { first: 'first', second: 'second' };

const slotRows = z
  // A poll for a week has a weekday, 1 Monday to 7 Sunday, where another has a date.
  .array(z.object({ date: typed, weekday: typed, time: typed, choice: typed, twice: typed }))
  .max(MOST_SLOTS + 20, `A poll holds up to ${MOST_SLOTS} times.`)
  .default([]);

const Draft = z.object({
  /** the button that was pressed, '' to save */
  step: typed,
  submissionKey: typed,
  version: typedVersion,
  kind: typed,
  title: typed,
  minutes: typed,
  place: typed,
  facilitatorId: typed,
  milestoneId: typed,
  /** whose clocks the form showed */
  zone: typed,
  hides: typed,
  closesOn: typed,
  closesTime: typed,
  // A pattern: these weekdays from one day to another, at these times. A weekly one begins on `from`.
  from: typed,
  to: typed,
  weekdays: z.array(z.string()).max(7).default([]),
  times: z
    .array(z.object({ at: typed }))
    .max(6)
    .default([]),
  /** an earlier poll whose times are taken over */
  earlier: typed,
  slots: slotRows,
});

export type PollDraft = z.output<typeof Draft>;

export interface PollInput {
  kind: 'dates' | 'weekly';
  title: string;
  minutes: number;
  place: string;
  facilitatorId: number | null;
  milestoneId: number | null;
  zone: string;
  hides: boolean;
  closes: { date: string; time: string } | null;
  slots: SlotInput[];
}

export interface SlotInput {
  date: string;
  time: string;
  choice: LocalTimeChoice | undefined;
}

/**
 * The form of a poll. Its buttons fill it and save nothing: `fill` is a pattern, `copy` an earlier
 * poll, `next` the form as it is to be shown. Without a step, `poll` is what is to be saved.
 */
export const PollSchema = Draft.transform((draft, context) => {
  const { step } = draft;
  const reader = readerOf(draft, context);
  const { check } = reader;
  if (step === 'copy') return { copy: identity(draft.earlier), draft };
  if (step === 'fill') {
    const fill = patternIn(draft, check);
    return reader.isSound() ? { fill, draft } : z.NEVER;
  }
  if (step !== '') return { next: { ...draft, step: '', slots: rowsAfter(draft.slots, step) } };
  const title = check(optionalLine(120), draft.title, 'title') ?? '';
  const { minutes, place } = roomIn(draft, check);
  const zone = check(shownZone, draft.zone, 'zone') ?? '';
  const closes = closeIn(draft, check);
  const isWeekly = draft.kind === 'weekly';
  const slots = isWeekly ? weeklyIn(draft, check) : slotsIn(draft.slots, check, day);
  const key = check(submissionKey, draft.submissionKey, 'submissionKey') ?? '';
  if (!reader.isSound()) return z.NEVER;
  const poll: PollInput = {
    kind: isWeekly ? 'weekly' : 'dates',
    ...{ title, minutes, place, zone, closes, slots, hides: draft.hides === 'on' },
    facilitatorId: identity(draft.facilitatorId),
    milestoneId: identity(draft.milestoneId),
  };
  return { poll, draft, submissionKey: key };
});

type Check = ReturnType<typeof readerOf>['check'];

const patternIn = (draft: PollDraft, check: Check) => ({
  isWeekly: draft.kind === 'weekly',
  from: draft.kind === 'weekly' ? '' : (check(day, draft.from, 'from') ?? ''),
  to: draft.kind === 'weekly' ? '' : (check(day, draft.to, 'to') ?? ''),
  weekdays: draft.weekdays.map(Number),
  times: draft.times.flatMap(({ at: time }, index) =>
    time === '' ? [] : (check(clock, time, 'times', index, 'at') ?? []),
  ),
});

function closeIn({ closesOn, closesTime }: PollDraft | SlotsDraft, check: Check) {
  if (closesOn === '' && closesTime === '') return null;
  return {
    date: check(day, closesOn, 'closesOn') ?? '',
    time: check(clock, closesTime, 'closesTime') ?? '',
  };
}

function slotsIn(rows: PollDraft['slots'], check: Check, dayOf: typeof day): SlotInput[] {
  const slots = rows.flatMap(({ date, time, choice }, index) =>
    `${date}${time}` === ''
      ? []
      : [
          {
            date: check(dayOf, date, 'slots', index, 'date') ?? '',
            time: check(clock, time, 'slots', index, 'time') ?? '',
            choice: choices[choice],
          },
        ],
  );
  return counted(slots, check);
}

/** Each on the first day it falls on from a day on; of an hour that comes twice then, the first. */
function weeklyIn({ from, slots }: PollDraft | SlotsDraft, check: Check): SlotInput[] {
  const first = check(day, from, 'from');
  const weekly = slots.flatMap(({ weekday, time }, index): SlotInput[] => {
    if (time === '') return [];
    const on = check(weekdayNumber, weekday, 'slots', index, 'weekday');
    const at = check(clock, time, 'slots', index, 'time');
    if (first === undefined || on === undefined || at === undefined) return [];
    return [{ date: firstOn(first, Number(on)), time: at, choice: 'first' }];
  });
  return counted(weekly, check);
}

function counted(slots: SlotInput[], check: Check): SlotInput[] {
  const some = z.number().min(1, 'Propose at least one time.');
  const few = some.max(MOST_SLOTS, `A poll holds up to ${MOST_SLOTS} times: take some out.`);
  check(few, slots.length, 'slots');
  return slots;
}

/** The rows after 'add-row' or 'remove:2'. */
function rowsAfter(rows: PollDraft['slots'], step: string): PollDraft['slots'] {
  if (step === 'add-row') {
    const { date = '', weekday = '' } = rows.at(-1) ?? {};
    return [...rows, { date, weekday, time: '', choice: '', twice: '' }];
  }
  const [, place] = /^remove:(\d+)$/.exec(step) ?? [];
  return place === undefined ? rows : rows.filter((_, at) => at !== Number(place));
}

const SlotsDraft = z.object({
  step: typed,
  version: rowVersion,
  kind: typed,
  /** of a weekly one: the day on or after which each first falls */
  from: typed,
  closesOn: typed,
  closesTime: typed,
  slots: slotRows,
});

export type SlotsDraft = z.output<typeof SlotsDraft>;

/** The times of a poll that is there, and until when it is answered. */
export const SlotsSchema = SlotsDraft.transform((draft, context) => {
  if (draft.step !== '') {
    return { next: { ...draft, step: '', slots: rowsAfter(draft.slots, draft.step) } };
  }
  const { check, isSound } = readerOf(draft, context);
  const closes = closeIn(draft, check);
  const slots =
    draft.kind === 'weekly' ? weeklyIn(draft, check) : slotsIn(draft.slots, check, savedDay);
  return isSound() ? { change: { closes, slots, version: draft.version }, draft } : z.NEVER;
});

const answer = z.enum(['yes', 'if_need_be', 'no'], 'Choose one of the three.');
const slotId = z.string().transform((value) => identity(value));

/** All answers of one member as the page showed them: what is as it was is not said anew. */
export const AnswersSchema = z
  .object({
    key: submissionKey,
    answers: z
      .array(
        z.object({
          slot: slotId,
          was: z.string().max(10).default(''),
          answer: answer.optional(),
        }),
      )
      .max(MOST_SLOTS + 40)
      .default([]),
  })
  .transform(({ key, answers }) => ({
    key,
    answers: answers.flatMap(({ slot, was, answer }): SlotAnswer[] =>
      slot === null || answer === undefined || answer === was ? [] : [{ slotId: slot, answer }],
    ),
  }));

export interface SlotAnswer {
  slotId: number;
  answer: PollAnswer;
}

/** One tap. */
export const AnswerSchema = z.object({ key: submissionKey, slot: slotId, answer });

/** What is done once, under the key of its form. */
export const KeySchema = z.object({ key: submissionKey });

export const UndoSchema = z.object({
  /** what was done last, as the page knew it */
  batch: submissionKey,
});

const rhythm = z.string().regex(/^[1-4]$/, 'Choose how often.');
const lastDay = calendarDate('Say until which day.');
const book = z
  .string()
  .refine((value) => identity(value) !== null, 'Choose the book it is to end with.');

/** Which slot; of a weekly poll also in which weeks, and until when. */
export const ChoiceSchema = z
  .object({
    slot: slotId,
    /** the ids of those who refused it, as the page said */
    refused: z.string().max(400).default(''),
    every: typed,
    ends: typed,
    untilOn: typed,
    readingId: typed,
  })
  .transform((draft, context) => {
    const { every, ends, untilOn, readingId } = draft;
    const chosen = { slotId: draft.slot, refused: draft.refused.split(' ').map(Number) };
    if (every === '') return { ...chosen, weekly: null };
    const { check, isSound } = readerOf(draft, context);
    const weekly = {
      every: Number(check(rhythm, every, 'every')),
      untilOn: ends === 'on' ? (check(lastDay, untilOn, 'untilOn') ?? null) : null,
      readingId: ends === 'book' ? identity(check(book, readingId, 'readingId') ?? '') : null,
    };
    return isSound() ? { ...chosen, weekly } : z.NEVER;
  });
