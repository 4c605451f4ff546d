import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { addDays } from '#app/time/days.ts';
import { patternOf, ruleOf } from './pattern.ts';

/**
 * Which days a rule falls on. A rule is worked out on the calendar alone, and each day’s moment from
 * the wall clock then: so an hour that clocks go forward over is as much later that day, where RFC 5545
 * would have no session at all, and one that comes twice is the first.
 */

/** Further ahead nobody looks for a day of a rule: a fifth weekday in every sixth month may be five years away. */
const FURTHEST_DAYS = 20 * 366;

interface Recurring {
  rule: string;
  /** the day from which its weeks and months are counted */
  startsOn: string;
}

/** The days of a rule between two, both included, as 'YYYY-MM-DD'. */
export function daysBetween({ rule, startsOn }: Recurring, from: string, to: string): string[] {
  const first = later(from, startsOn);
  if (to < first) return [];
  const recurring = new RRuleTemporal({
    rruleString: `RRULE:${rule}`,
    dtstart: midnight(startsOn),
    tzid: 'UTC',
    temporal: Temporal,
  });
  return recurring
    .between(midnight(first), midnight(to), true)
    .map((day) => day.toPlainDate().toString());
}

function later(a: string, b: string): string {
  if (a > b) return a;
  return b;
}

const midnight = (date: string) => Temporal.PlainDate.from(date).toZonedDateTime('UTC');

/** The first day of that kind on or after a day: the one from which weeks and months are counted. */
export function firstDay(rule: string, date: string): string | null {
  const anyOfThem = ruleOf({ ...patternOf(rule), every: 1 });
  return daysBetween({ rule: anyOfThem, startsOn: date }, date, addDays(date, 366))[0] ?? null;
}

/** How long ahead sessions are made, and how many at least. */
export const AHEAD_DAYS = 12 * 7;
export const AHEAD_LEAST = 3;

/**
 * The days whose sessions are to be made, and up to which day they are there then.
 * @param given.madeUntil up to which day they are there
 * @param given.until the last day there may be one; null: no end
 * @param given.coming how many are to come already
 */
export function daysAhead(
  series: Recurring,
  given: { madeUntil: string; today: string; until: string | null; coming: number },
): { days: string[]; madeUntil: string } {
  const { today, until, coming } = given;
  const next = addDays(given.madeUntil, 1);
  const from = later(next, today);
  const within = (day: string) => (until !== null && until < day ? until : day);
  // A series that begins in a year is made when it begins, not from today.
  const start = later(from, series.startsOn);
  const horizon = addDays(later(today, series.startsOn), AHEAD_DAYS);
  const days = daysBetween(series, start, within(horizon));
  const after = horizon < start ? start : addDays(horizon, 1);
  const lacking = AHEAD_LEAST - coming - days.length;
  const furthest = within(addDays(after, FURTHEST_DAYS));
  const more = lacking > 0 ? daysBetween(series, after, furthest).slice(0, lacking) : [];
  return { days: [...days, ...more], madeUntil: within(more.at(-1) ?? addDays(after, -1)) };
}
