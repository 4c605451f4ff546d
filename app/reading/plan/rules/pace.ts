import { dayNumber } from '#app/time/spans.ts';

/** How fast a plan reads. In the browser too, where the distance of two days needs no Temporal. */

/** Days off, both ends included: holidays, a week everyone is away. */
export interface Pause {
  from: string;
  to: string;
  label: string;
}

export const isPaused = (day: string, pauses: readonly Pause[]) =>
  pauses.some(({ from, to }) => from <= day && day <= to);

/** Weeks to read in from one day until another, without the days off; never less than a day. */
export function weeksBetween(from: string, to: string, pauses: readonly Pause[] = []): number {
  const [first, last] = [dayNumber(from) + 1, dayNumber(to)];
  let days = 0;
  let after = first;
  for (const pause of [...pauses].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const [off, on] = [dayNumber(pause.from), dayNumber(pause.to)];
    days += Math.max(0, Math.min(off - 1, last) - after + 1);
    after = Math.max(after, on + 1);
  }
  days += Math.max(0, last - after + 1);
  return Math.max(1, days) / 7;
}

/** Circles that read faster than this, or longer, tend to fall apart over it. */
const COMFORTABLE_PAGES = 30;
const COMFORTABLE_WEEKS = 10;
/** "About": a plan is not spoken to over a page or two. */
const SLACK = 1.1;

export interface Stint {
  dueOn: string;
  pages: number;
}

interface Paced {
  startsOn: string;
  stints: readonly Stint[];
  /** pages a week the circle finds comfortable */
  pace: number;
  pauses: readonly Pause[];
}

/** Pages a week of each stint. */
export function pacesOf({ startsOn, stints, pauses }: Omit<Paced, 'pace'>): number[] {
  return stints.map(({ dueOn, pages }, index) => {
    const from = stints[index - 1]?.dueOn ?? startsOn;
    return Math.round(pages / Math.max(weeksBetween(from, dueOn, pauses), MEETING_APART));
  });
}

// A start the day before the first meeting is not a pace of a book a week.
const MEETING_APART = 3 / 7;

export type PaceWarning =
  | { of: 'pace' /** which stints, from 0 */; stints: number[]; most: number; limit: number }
  | { of: 'length'; weeks: number };

/** What a plan should be told about itself. It is never forbidden. */
export function paceWarnings(plan: Paced): PaceWarning[] {
  const limit = Math.min(plan.pace, COMFORTABLE_PAGES);
  const paces = pacesOf(plan);
  const fast = paces.flatMap((pace, index) => (pace > limit * SLACK ? [index] : []));
  const last = plan.stints.at(-1);
  const weeks = last ? Math.round(weeksBetween(plan.startsOn, last.dueOn, plan.pauses)) : 0;
  return [
    ...(fast.length > 0
      ? [{ of: 'pace' as const, stints: fast, most: Math.max(...paces), limit }]
      : []),
    ...(weeks > COMFORTABLE_WEEKS ? [{ of: 'length' as const, weeks }] : []),
  ];
}
