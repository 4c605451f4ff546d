import { type Reading, read } from './reading.ts';
import { DAY, HOUR, MINUTE } from './spans.ts';

/**
 * Dates and times in words. Weekdays and months are our own, because two releases of ICU
 * (the server's and the browser's) do not agree on British English, and hydration compares them.
 */
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const utcDay = (on: Reading) => Date.UTC(on.year, on.month - 1, on.day) / DAY;
const weekday = (on: Reading) => weekdays[((utcDay(on) % 7) + 11) % 7] ?? '';
const monthName = (on: Reading) => months[on.month - 1] ?? '';
const shortMonth = (on: Reading) => monthName(on).slice(0, 3);
const yearIfOther = (on: Reading, zone: string, now: Instant) =>
  on.year === read(new Date(now), zone).year ? '' : ` ${on.year}`;
const clock = ({ time, offset }: Reading) => (offset ? `${time} (${offset})` : time);

function dateParts(date: string): Reading {
  const [year, month, dayOfMonth] = date.slice(0, 10).split('-').map(Number);
  return { year: year ?? 0, month: month ?? 1, day: dayOfMonth ?? 1, time: '' };
}

export type Instant = string | number | Date;

/** '17:30', as clocks in `zone` show it; '02:30 (UTC+2)' where they show it twice. */
export function timeIn(iso: string | Date, zone: string): string {
  return clock(read(iso, zone));
}

/** The time in `zone`, with its weekday where it is another day than in the reader's: 'Tuesday 09:00'. */
export function timeBeside(iso: string | Date, zone: string, reader: string): string {
  const on = read(iso, zone);
  return utcDay(on) === utcDay(read(iso, reader)) ? clock(on) : `${weekday(on)} ${clock(on)}`;
}

/** 'Tuesday 1 December, 17:30'; the year too when it is another than now's. */
export function dayAndTime(iso: string | Date, zone: string, now: Instant = Date.now()): string {
  const on = read(iso, zone);
  return `${dayWords(on, yearIfOther(on, zone, now))}, ${clock(on)}`;
}

/** 'Tuesday 1 December' of the day an instant falls on in `zone`; the year when it is another. */
export function dayIn(iso: string | Date, zone: string, now: Instant = Date.now()): string {
  const on = read(iso, zone);
  return dayWords(on, yearIfOther(on, zone, now));
}

/** '1 Dec' of the day an instant falls on in `zone`, '1 Dec 2025' of another year. */
export function shortDayIn(iso: string | Date, zone: string, now: Instant = Date.now()): string {
  const on = read(iso, zone);
  return `${on.day} ${shortMonth(on)}${yearIfOther(on, zone, now)}`;
}

/**
 * What clocks in another zone show, as far as it differs: '' for the same, '18:30', or 'Tuesday
 * 1 December, 18:30' where it is another day.
 */
export function elsewhere(iso: string | Date, zone: string, other: string, now?: Instant): string {
  const [there, here] = [read(iso, other), read(iso, zone)];
  const sameDay = utcDay(there) === utcDay(here);
  if (sameDay && there.time === here.time) return '';
  return sameDay ? clock(there) : dayAndTime(iso, other, now);
}

/** 'September' of 'YYYY-MM', or of a day in it. */
export const nameOfMonth = (month: string) => months[Number(month.slice(5, 7)) - 1] ?? '';

const dayWords = (on: Reading, year = '') => `${weekday(on)} ${on.day} ${monthName(on)}${year}`;

/**
 * 'Tuesday 1 December' of 'YYYY-MM-DD', the year too when it is another than now's; 'short' is
 * '1 Dec', 'full' always has the year.
 */
export function dayOf(
  date: string,
  length: 'long' | 'short' | 'full' = 'long',
  now: Instant = Date.now(),
): string {
  const on = dateParts(date);
  const year = length === 'full' ? ` ${on.year}` : yearIfOther(on, 'UTC', now);
  return length === 'short' ? `${on.day} ${shortMonth(on)}${year}` : dayWords(on, year);
}

/** How many days ahead of now a moment is, on the calendar of `zone`; negative once it is over. */
export const daysAhead = (iso: Instant, now: Instant, zone: string): number =>
  utcDay(read(new Date(iso), zone)) - utcDay(read(new Date(now), zone));

/** 'today', or 'since yesterday', 'since Wednesday', 'since 4 June': from a moment that is over. */
export function since(iso: Instant, now: Instant, zone: string): string {
  const at = read(new Date(iso), zone);
  const days = -daysAhead(iso, now, zone);
  if (days <= 0) return 'today';
  if (days === 1) return 'since yesterday';
  if (days < 7) return `since ${weekday(at)}`;
  return `since ${at.day} ${monthName(at)}${yearIfOther(at, zone, now)}`;
}

const count = (n: number, one: string) => (n === 1 ? `1 ${one}` : `${n} ${one}s`);

/**
 * '2 hours ago', 'in 9 days'. Days are counted on the calendar of `zone`, so that a late evening is
 * 'yesterday' the next morning.
 */
export function relative(iso: Instant, now: Instant, zone = 'UTC'): string {
  const at = new Date(iso);
  const from = new Date(now);
  const away = Math.abs(at.getTime() - from.getTime());
  const ahead = at.getTime() > from.getTime();
  const say = (words: string) => (ahead ? `in ${words}` : `${words} ago`);
  if (away < MINUTE) return ahead ? 'in a moment' : 'just now';
  if (away < HOUR) return say(count(Math.floor(away / MINUTE), 'minute'));
  const days = Math.abs(daysAhead(at, from, zone));
  if (days === 0 || away < 6 * HOUR) return say(count(Math.floor(away / HOUR), 'hour'));
  if (days === 1) return ahead ? 'tomorrow' : 'yesterday';
  if (days < 14) return say(count(days, 'day'));
  if (days < 56) return say(count(Math.round(days / 7), 'week'));
  if (days < 700) return say(count(Math.round(days / 30.44), 'month'));
  return say(count(Math.round(days / 365.25), 'year'));
}
