import { Temporal } from 'temporal-polyfill';
import { addDays, daysBetween, todayIn } from '#app/time/days.ts';
import { usableZone } from '#app/time/zones.ts';
import { ANSWER_DAYS, MOST_ANSWER_DAYS } from './seasons.ts';

/** The day members have until to answer, unless a facilitator names another. */
export const usualAnswerDay = (zone: string, now: Date) => addDays(todayIn(zone, now), ANSWER_DAYS);

/** Tomorrow at the earliest. */
export function isAnswerDay(day: string, zone: string, now: Date): boolean {
  const away = daysBetween(todayIn(zone, now), day);
  return away >= 1 && away <= MOST_ANSWER_DAYS;
}

/** The last minute of a day, as clocks in the zone show it. */
export function endOfDay(day: string, zone: string): Date {
  const timeZone = usableZone(zone);
  const end = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: '23:59' });
  return new Date(end.epochMilliseconds);
}
