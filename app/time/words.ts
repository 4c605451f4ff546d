import { DAY, HOUR, MINUTE } from './spans.ts';
import { usableZone } from './zones.ts';

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

/** A wall clock and calendar, as read in some zone. */
interface Reading {
  year: number;
  /** 1 to 12 */
  month: number;
  day: number;
  /** '17:30' */
  time: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone: usableZone(zone),
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

function read(iso: string | Date, zone: string): Reading {
  const found: Record<string, string> = {};
  for (const part of formatterFor(zone).formatToParts(new Date(iso))) found[part.type] = part.value;
  return {
    year: Number(found.year),
    month: Number(found.month),
    day: Number(found.day),
    time: `${found.hour}:${found.minute}`,
  };
}

const utcDay = (on: Reading) => Date.UTC(on.year, on.month - 1, on.day) / DAY;
const weekday = (on: Reading) => weekdays[((utcDay(on) % 7) + 11) % 7] ?? '';
const monthName = (on: Reading) => months[on.month - 1] ?? '';
const shortMonth = (on: Reading) => monthName(on).slice(0, 3);
const yearIfOther = (on: Reading, now: Reading | undefined) =>
  now && now.year !== on.year ? ` ${on.year}` : '';

function dateParts(date: string): Reading {
  const [year, month, dayOfMonth] = date.slice(0, 10).split('-').map(Number);
  return { year: year ?? 0, month: month ?? 1, day: dayOfMonth ?? 1, time: '' };
}

export type Instant = string | number | Date;

/** '17:30', as clocks in `zone` show it. */
export function timeIn(iso: string | Date, zone: string): string {
  return read(iso, zone).time;
}

/** 'Tuesday 1 December, 17:30'; with `now`, the year too when it is another one. */
export function dayAndTime(iso: string | Date, zone: string, now?: Instant): string {
  const on = read(iso, zone);
  const year = yearIfOther(on, now === undefined ? undefined : read(new Date(now), zone));
  return `${weekday(on)} ${on.day} ${monthName(on)}${year}, ${on.time}`;
}

/** 'Tuesday 1 December' of the day an instant falls on in `zone`. */
export function dayIn(iso: string | Date, zone: string, now?: Instant): string {
  const on = read(iso, zone);
  const year = yearIfOther(on, now === undefined ? undefined : read(new Date(now), zone));
  return `${weekday(on)} ${on.day} ${monthName(on)}${year}`;
}

/** '1 Dec' of the day an instant falls on in `zone`; with `now`, '1 Dec 2025' of another year. */
export function shortDayIn(iso: string | Date, zone: string, now?: Instant): string {
  const on = read(iso, zone);
  const year = yearIfOther(on, now === undefined ? undefined : read(new Date(now), zone));
  return `${on.day} ${shortMonth(on)}${year}`;
}

/** 'Tuesday 1 December' of 'YYYY-MM-DD'; 'short' is '1 Dec', 'full' adds the year. */
export function dayOf(date: string, length: 'long' | 'short' | 'full' = 'long'): string {
  const on = dateParts(date);
  if (length === 'short') return `${on.day} ${shortMonth(on)}`;
  const words = `${weekday(on)} ${on.day} ${monthName(on)}`;
  return length === 'full' ? `${words} ${on.year}` : words;
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
  const days = Math.abs(utcDay(read(at, zone)) - utcDay(read(from, zone)));
  if (days === 0 || away < 6 * HOUR) return say(count(Math.floor(away / HOUR), 'hour'));
  if (days === 1) return ahead ? 'tomorrow' : 'yesterday';
  if (days < 14) return say(count(days, 'day'));
  if (days < 56) return say(count(Math.round(days / 7), 'week'));
  if (days < 700) return say(count(Math.round(days / 30.44), 'month'));
  return say(count(Math.round(days / 365.25), 'year'));
}
