import { Temporal } from 'temporal-polyfill';
import { addDays, daysBetween, todayIn } from '#app/time/days.ts';
import { type WallClock, wallClock } from '#app/time/wall-clock.ts';
import { usableZone } from '#app/time/zones.ts';
import { ANSWER_DAYS, MOST_ANSWER_DAYS } from './seasons.ts';

/** The day members have until to answer, unless a facilitator names another. */
export const usualAnswerDay = (zone: string, now: Date) => addDays(todayIn(zone, now), ANSWER_DAYS);

/** Tomorrow at the earliest. */
export function isAnswerDay(day: string, zone: string, now: Date): boolean {
  const away = daysBetween(todayIn(zone, now), day);
  return away >= 1 && away <= MOST_ANSWER_DAYS;
}

/** The last minute of a day, as clocks show it. */
const LAST = '23:59';

/** When it is that, in the zone. */
export function endOfDay(day: string, zone: string): Date {
  const timeZone = usableZone(zone);
  const end = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: LAST });
  return new Date(end.epochMilliseconds);
}

/** The day whose end that is, as a row keeps it; null where no clock here says so. */
export function answerDay(end: Date, zone: string): string | null {
  const { on_date, at_time } = wallClock(end, zone);
  return at_time === LAST ? on_date : null;
}

interface AnswerBy {
  answer_by: Date;
  answer_on: string | null;
  time_zone: string;
}

/** The end of such a day as a wall clock. */
export const clockOf = ({ answer_by, answer_on, time_zone }: AnswerBy): WallClock => ({
  ...{ starts_at: answer_by, time_zone, on_date: answer_on, second_time: false },
  at_time: answer_on === null ? null : LAST,
});
