import { Temporal } from 'temporal-polyfill';
import { usableZone } from './zones.ts';

/** Calendar days as 'YYYY-MM-DD'. On the server only: Temporal stays out of the browser. */

/** The day it is in `zone` at `now`. */
export function todayIn(zone: string, now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(usableZone(zone))
    .toPlainDate()
    .toString();
}

export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Days from one date to another; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}

/** The first moment of a day, as clocks in `zone` show it. */
export function startOfDay(date: string, zone: string): Date {
  const start = Temporal.PlainDate.from(date).toZonedDateTime(usableZone(zone));
  return new Date(start.epochMilliseconds);
}
