import { addDays, daysBetween, todayIn } from '#app/time/days.ts';
import { momentOf } from '#app/time/local-time.ts';
import { dayNumber } from '#app/time/spans.ts';

/** On which day and hour somebody is asked whom they will ask, on the clocks of their own zone. */
export interface Rhythm {
  /** 1 Monday to 7 Sunday */
  weekday: number;
  /** 0 to 23 */
  hour: number;
  everyWeeks: number;
}

/** Where a sweep comes later than this, the week's moment is over. */
const LATE_DAYS = 2;
/** No turn is further ahead: one that is was set by a clock that was wrong. */
export const FURTHEST_DAYS = 22;

/** When it is that hour of a day: the first of two; as much later where clocks go forward over it. */
export const hourOn = (date: string, hour: number, zone: string): Date =>
  momentOf({ date, time: `${String(hour).padStart(2, '0')}:00`, zone });

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (date: string) => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** Weeks begin on Mondays. */
const weekOf = (date: string) => Math.floor((dayNumber(date) + 3) / 7);

/** Whether the week of a day has none yet. @param last the day of the last one */
export const isFree = (day: string, last: string | null) =>
  last === null || weekOf(last) < weekOf(day) || daysBetween(day, last) > 7;

/**
 * The first day to come on which they are asked.
 * @param last the day of the last time; no week has two
 */
export function firstTurn(rhythm: Rhythm, zone: string, now: Date, last: string | null): string {
  const today = todayIn(zone, now);
  const before = last !== null && daysBetween(today, last) <= 7 ? last : null;
  for (let ahead = 0; ahead <= FURTHEST_DAYS; ahead++) {
    const day = addDays(today, ahead);
    if (weekdayOf(day) !== rhythm.weekday || hourOn(day, rhythm.hour, zone) <= now) continue;
    if (before === null || weekOf(day) - weekOf(before) >= rhythm.everyWeeks) return day;
  }
  return addDays(today, FURTHEST_DAYS);
}

/** Whether what was for a day is long over: a sweep comes too late for it. */
export const isLate = (day: string, zone: string, now: Date) =>
  daysBetween(day, todayIn(zone, now)) > LATE_DAYS;

/** A day on which they are asked now, and the one after it. */
export interface Turn {
  /** null: its moment passed while nobody swept */
  day: string | null;
  nextOn: string;
}

/** The last turn whose moment has come; null where none has. What was missed before it is not made up. */
export function turnDue(nextOn: string, rhythm: Rhythm, zone: string, now: Date): Turn | null {
  if (hourOn(nextOn, rhythm.hour, zone) > now) return null;
  const today = todayIn(zone, now);
  const step = 7 * rhythm.everyWeeks;
  const steps = Math.max(0, Math.floor(daysBetween(nextOn, today) / step));
  const there = addDays(nextOn, steps * step);
  const came = hourOn(there, rhythm.hour, zone) <= now ? there : addDays(there, -step);
  return { day: isLate(came, zone, now) ? null : came, nextOn: addDays(came, step) };
}

/** The turn after a day, every other week from it on. */
export const fortnightAfter = (day: string) => addDays(day, 14);
