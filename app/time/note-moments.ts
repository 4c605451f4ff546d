import { DAY, MINUTE } from '#app/time/spans.ts';
import { dayAndTime } from '#app/time/words.ts';

/** When a note was written, in a reader's words: made by the loader, so that it is read once. */
export interface NoteMoment {
  /** to the minute, for <time dateTime> */
  at: string;
  /** 'today 20:14', 'yesterday 20:14', 'Thursday 20:14', '4 June', '4 June 2025' */
  words: string;
  /** 'Thursday 4 June 2026, 20:14' */
  full: string;
}

const KEPT = 20_000;

// Reading a moment in a zone costs more than everything else about it, and threads are read often.
const read = new Map<string, string>();

function fullMoment(minute: number, zone: string): string {
  const key = `${minute} ${zone}`;
  let full = read.get(key);
  if (full === undefined) {
    if (read.size >= KEPT) read.clear();
    // The epoch's year is another one than any note's: the year is always said.
    full = dayAndTime(new Date(minute * MINUTE), zone, 0);
    read.set(key, full);
  }
  return full;
}

/** Says moments to a reader in `zone` whose clock shows `now`. */
export function momentsFor(zone: string, now: Date): (at: Date) => NoteMoment {
  const day = (ms: number) => fullMoment(Math.floor(ms / MINUTE), zone).split(',')[0];
  const today = day(now.getTime());
  const yesterday = day(now.getTime() - DAY);
  const thisYear = today?.split(' ')[3];
  return (at) => {
    const minute = Math.floor(at.getTime() / MINUTE);
    const full = fullMoment(minute, zone);
    const [date = '', time = ''] = full.split(', ');
    const [weekday, dayOfMonth, month, year] = date.split(' ');
    let words = `${dayOfMonth} ${month}`;
    if (date === today) words = `today ${time}`;
    else if (date === yesterday) words = `yesterday ${time}`;
    else if (Math.abs(now.getTime() - at.getTime()) < 6 * DAY) words = `${weekday} ${time}`;
    else if (year !== thisYear) words += ` ${year}`;
    return { at: `${new Date(minute * MINUTE).toISOString().slice(0, 16)}Z`, words, full };
  };
}
