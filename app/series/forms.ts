import { z } from 'zod';
import {
  calendarDate,
  identity,
  optionalLine,
  submissionKey,
  typedVersion,
} from '#app/platform/forms/fields.server.ts';
import { readerOf, roomIn, whenIn } from '#app/sessions/forms.ts';
import { type Pattern, ruleOf, type Weekday, weekdayOf } from './rules/pattern.ts';

const typed = z.string().default('');

const Draft = z.object({
  /** the button that was pressed, '' to save */
  step: typed,
  submissionKey: typed,
  version: typedVersion,
  /** the session that is repeated, or from which on it is changed */
  session: typed,
  /** of a change: 'following' from that session on, else all that are to come */
  scope: typed,
  title: typed,
  date: typed,
  time: typed,
  /** whose clocks are meant */
  zone: typed,
  minutes: typed,
  place: typed,
  facilitatorId: typed,
  /** 'week:2' */
  repeats: typed,
  weekdays: z.array(z.string()).max(7).default([]),
  /** which day of a month: 'weekday', 'last-weekday', 'day' or 'last-day' */
  monthly: typed,
  ends: typed,
  untilOn: typed,
  readingId: typed,
});

export type SeriesDraft = z.output<typeof Draft>;

const title = optionalLine(120);
const lastDay = calendarDate('Say until which day.');
const repeats = z.string().regex(/^(week:[1-4]|month:[1236])$/, 'Choose how often.');
const book = z
  .string()
  .refine((value) => identity(value) !== null, 'Choose the book it is to end with.');

/**
 * The form of a series: which one is begun, or what it is to be from its next session on. With a step,
 * `next` is the form as it is to be shown.
 */
export const SeriesSchema = Draft.transform((draft, context) => {
  if (draft.step !== '') return { next: { ...draft, step: '' } };
  const { check, isSound } = readerOf(draft, context);
  const when = whenIn({ ...draft, timeChoice: '' }, check);
  const often = check(repeats, draft.repeats, 'repeats') ?? 'week:1';
  const room = roomIn(draft, check);
  const called = check(title, draft.title, 'title') ?? '';
  const isOn = draft.ends === 'on';
  const untilOn = isOn ? (check(lastDay, draft.untilOn, 'untilOn') ?? null) : null;
  if (untilOn !== null && when.date > untilOn) {
    check(z.never({ error: 'That is before the first one.' }), '', 'untilOn');
  }
  const isWithBook = draft.ends === 'book';
  if (isWithBook) check(book, draft.readingId, 'readingId');
  const key = draft.version === '' ? check(submissionKey, draft.submissionKey, '') : '';
  if (!isSound()) return z.NEVER;
  const series = {
    ...room,
    title: called,
    rule: ruleOf(patternIn(draft, often)),
    startsOn: when.date,
    time: when.time,
    zone: when.zone,
    facilitatorId: identity(draft.facilitatorId),
    untilOn,
    readingId: isWithBook ? identity(draft.readingId) : null,
  };
  const sessionId = identity(draft.session);
  const isFollowing = draft.scope === 'following' && sessionId !== null;
  const more = { sessionId, isFollowing, version: Number(draft.version) };
  return { series, submissionKey: key ?? '', draft, ...more };
});

export type SeriesInput = Extract<z.output<typeof SeriesSchema>, { series: object }>['series'];

function patternIn({ date, weekdays, monthly }: SeriesDraft, often: string): Pattern {
  const [unit, count] = often.split(':');
  const every = Number(count);
  const weekday = weekdayOf(date);
  if (unit === 'week') {
    const chosen = [1, 2, 3, 4, 5, 6, 7].filter((day) => weekdays.includes(String(day)));
    return { by: 'week', every, weekdays: chosen.length > 0 ? (chosen as Weekday[]) : [weekday] };
  }
  const day = Number(date.slice(8, 10));
  if (monthly === 'day') return { by: 'month-day', every, day };
  if (monthly === 'last-day') return { by: 'month-day', every, day: -1 };
  // Whoever chooses the fifth of its kind means the last: most months have four.
  const nth = monthly === 'last-weekday' || day > 28 ? -1 : Math.ceil(day / 7);
  return { by: 'month-weekday', every, nth, weekday };
}

/** Why a series ends. */
export const EndingSchema = z.object({ word: optionalLine(300), version: typedVersion });
