import { Temporal } from 'temporal-polyfill';
import { addDays } from '#app/time/days.ts';
import { isPaused, type Pause } from './pace.ts';
import { MOST_MILESTONES } from './plan.ts';
import type { Rhythm } from './plan-terms.ts';

export interface Meetings {
  rhythm: Rhythm;
  /** ISO 8601: Monday is 1 */
  weekday: number;
  pauses: readonly Pause[];
  /** the days of the circle's coming sessions, in order */
  sessionDays: readonly string[];
}

/** Room for a recap and a wrap beside the most milestones a reading has. */
const MOST_MEETINGS = MOST_MILESTONES + 2;
const MOST_WEEKS = 3 * 53;

/**
 * The days a circle meets from `startsOn` on, without those it has off. The first comes after the
 * start, so that there is time to read for it; with `recap`, which nothing is read for, it may be
 * the day itself. A week off does not count: what would be due then is due a week later.
 */
export function meetingDays(
  { rhythm, weekday, pauses, sessionDays }: Meetings,
  startsOn: string,
  recap: boolean,
): string[] {
  if (rhythm === 'sessions') {
    const coming = sessionDays.filter((day) => (recap ? day >= startsOn : day > startsOn));
    return [...new Set(coming)].filter((day) => !isPaused(day, pauses)).slice(0, MOST_MEETINGS);
  }
  const step = rhythm === 'weekly' ? 1 : 2;
  const first = weekdayFrom(startsOn, weekday);
  const days: string[] = [];
  // Without a recap a full step of reading comes before the first.
  let since = recap ? step : first === startsOn ? 0 : 1;
  for (let week = 0; week < MOST_WEEKS && days.length < MOST_MEETINGS; week++) {
    const day = addDays(first, 7 * week);
    if (isPaused(day, pauses)) continue;
    if (since >= step) {
      days.push(day);
      since = 0;
    }
    since++;
  }
  return days;
}

/** The first such weekday from a day on. */
export function weekdayFrom(date: string, weekday: number): string {
  return addDays(date, (weekday - weekdayOf(date) + 7) % 7);
}

/** ISO 8601: Monday is 1. */
export const weekdayOf = (date: string) => Temporal.PlainDate.from(date).dayOfWeek;
