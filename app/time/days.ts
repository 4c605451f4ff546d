import { Temporal } from 'temporal-polyfill';
import { formattersOf } from './formatters.ts';
import { dayNumber, SECOND } from './spans.ts';
import { usableZone } from './zones.ts';

/** Calendar days as 'YYYY-MM-DD'. Temporal stays out of what pages load: on the server only, and in a worker. */

const dayFormatter = formattersOf({ year: 'numeric', month: '2-digit', day: '2-digit' });

// Between them every zone writes a year with four digits.
const FOUR_DIGITS = [Date.UTC(1000, 0, 2), Date.UTC(9999, 11, 30)] as const;

const KEPT = 20_000;

// Pages ask for the same moments, and all pages of a second what day it is: clocks differ by whole
// seconds.
const known = new Map<string, string>();

/** The day it is in `zone` at a moment. */
export function todayIn(zone: string, at: Date): string {
  const key = `${Math.floor(at.getTime() / SECOND)} ${zone}`;
  let day = known.get(key);
  if (day === undefined) {
    day = dayIn(zone, at);
    if (known.size >= KEPT) known.clear();
    known.set(key, day);
  }
  return day;
}

// Temporal takes thirty times as long.
function dayIn(zone: string, at: Date): string {
  if (!(at.getTime() > FOUR_DIGITS[0] && at.getTime() < FOUR_DIGITS[1])) {
    return Temporal.Instant.fromEpochMilliseconds(at.getTime())
      .toZonedDateTimeISO(usableZone(zone))
      .toPlainDate()
      .toString();
  }
  const [day, month, year] = dayFormatter(zone).format(at).split('/');
  return `${year}-${month}-${day}`;
}

export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Days from one date to another; negative when `to` comes first. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** The first moment of a day, as clocks in `zone` show it. */
export function startOfDay(date: string, zone: string): Date {
  const start = Temporal.PlainDate.from(date).toZonedDateTime(usableZone(zone));
  return new Date(start.epochMilliseconds);
}
