import { z } from 'zod';
import { calendarDate } from '#app/platform/forms/fields.server.ts';
import { MOST_SLOTS } from '#app/polls/rules/poll.ts';
import { firstOn } from '#app/polls/rules/slots.server.ts';
import type { readerOf } from '#app/sessions/forms.ts';
import type { LocalTimeChoice } from '#app/time/local-time.ts';

/** The rows of proposed times, as forms carry and read them. */

export const typed = z.string().default('');
export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Choose a time, such as 08:30.');
export const day = calendarDate('Choose a day.');
const weekdayNumber = z.string().regex(/^[1-7]$/, 'Choose a weekday.');
const choices: Record<string, LocalTimeChoice> = { first: 'first', second: 'second' };

export const slotRows = z
  // A poll for a week has a weekday, 1 Monday to 7 Sunday, where another has a date.
  .array(z.object({ date: typed, weekday: typed, time: typed, choice: typed, twice: typed }))
  .max(MOST_SLOTS + 20, `A poll holds up to ${MOST_SLOTS} times.`)
  .default([]);

type SlotRows = z.output<typeof slotRows>;

export interface SlotInput {
  date: string;
  time: string;
  choice: LocalTimeChoice | undefined;
}

export type Check = ReturnType<typeof readerOf>['check'];

export function closeIn(
  { closesOn, closesTime }: { closesOn: string; closesTime: string },
  check: Check,
) {
  if (closesOn === '' && closesTime === '') return null;
  return {
    date: check(day, closesOn, 'closesOn') ?? '',
    time: check(clock, closesTime, 'closesTime') ?? '',
  };
}

export function slotsIn(rows: SlotRows, check: Check, dayOf: typeof day): SlotInput[] {
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
export function weeklyIn(
  { from, slots }: { from: string; slots: SlotRows },
  check: Check,
): SlotInput[] {
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
export function rowsAfter(rows: SlotRows, step: string): SlotRows {
  if (step === 'add-row') {
    const { date = '', weekday = '' } = rows.at(-1) ?? {};
    return [...rows, { date, weekday, time: '', choice: '', twice: '' }];
  }
  const [, place] = /^remove:(\d+)$/.exec(step) ?? [];
  return place === undefined ? rows : rows.filter((_, at) => at !== Number(place));
}
