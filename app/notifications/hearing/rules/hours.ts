import { addDays, todayIn } from '#app/time/days.ts';
import { momentOf, turnsOf } from '#app/time/local-time.ts';
import { dayNumber } from '#app/time/spans.ts';

/** When mail may come to somebody, on the clocks of their own zone. */
export interface Hours {
  /** of digests: 1 Monday to 7 Sunday, one at least */
  days: readonly number[];
  /** of digests: 0 to 23 */
  hour: number;
  /** when there is no mail; null: it may always come */
  quiet: Quiet | null;
}

/** In minutes after midnight; through midnight where `from` is later than `to`. */
export interface Quiet {
  from: number;
  to: number;
}

/** Whoever said nothing: digests on Fridays at 8, no quiet hours. */
export const USUAL_HOURS: Hours = { days: [5], hour: 8, quiet: null };

export const sameHours = (a: Hours, b: Hours) =>
  a.days.join() === b.days.join() &&
  a.hour === b.hour &&
  a.quiet?.from === b.quiet?.from &&
  a.quiet?.to === b.quiet?.to;

type Saved = Hours & { version: number };

/** '25-18-1260-420-3': Tuesdays and Fridays at 18:00, quiet from 21:00 to 7:00, version 3. */
export const hoursInAddress = ({ days, hour, quiet, version }: Saved) =>
  [days.join(''), hour, quiet?.from ?? '', quiet?.to ?? '', version].join('-');

/** The same read again; null for what is none. */
export function hoursByAddress(said: string | null): Saved | null {
  const parts = /^([1-7]{1,7})-(1?\d|2[0-3])-(\d{1,4})?-(\d{1,4})?-(\d{1,9})$/.exec(said ?? '');
  if (!parts) return null;
  const [, days = '', hour, from, to, version] = parts;
  const quiet = from && to ? { from: Number(from), to: Number(to) } : null;
  if (quiet && (quiet.from === quiet.to || Math.max(quiet.from, quiet.to) >= 1440)) return null;
  return { days: [...days].map(Number), hour: Number(hour), quiet, version: Number(version) };
}

// A week, and what a zone may jump over beside it.
const DAYS_AHEAD = 9;

/**
 * The moment of somebody's first digest after another moment. One that falls into their quiet hours
 * comes when those end; in an hour that exists twice it comes once, in the first.
 */
export function nextDigest(hours: Hours, zone: string, after: Date): Date {
  const today = todayIn(zone, after);
  // One of the day before may have been put off.
  for (let ahead = -1; ahead <= DAYS_AHEAD; ahead++) {
    const date = addDays(today, ahead);
    if (!hours.days.includes(weekdayOf(date))) continue;
    const chosen = momentOf({ date, time: clock(hours.hour * 60), zone });
    const at = quietUntil(hours.quiet, zone, chosen) ?? chosen;
    if (at > after) return at;
  }
  throw new Error('Somebody has no days for digests.');
}

/**
 * When the quiet hours end that a moment lies in; null when it lies in none. Where a clock goes back
 * over their beginning or end they are as long as they can be: it is better to write a bit later.
 */
export function quietUntil(quiet: Quiet | null, zone: string, now: Date): Date | null {
  if (!quiet) return null;
  const today = todayIn(zone, now);
  let until = now;
  // Where a day is jumped over, those of one day begin as those of another end.
  for (let ahead = -2; ahead <= 2; ahead++) {
    const date = addDays(today, ahead);
    const end = quiet.from < quiet.to ? date : addDays(date, 1);
    const from = turnsOf({ date, time: clock(quiet.from), zone }).first;
    const to = turnsOf({ date: end, time: clock(quiet.to), zone }).last;
    if (from <= until && to > until) until = to;
  }
  return until > now ? until : null;
}

/** 1 Monday to 7 Sunday. */
const weekdayOf = (date: string) => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** 'HH:MM' of minutes after midnight. */
const clock = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
