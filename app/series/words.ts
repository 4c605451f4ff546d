import { clockCity, isSameZone } from '#app/time/zones.ts';
import { listed } from '#app/ui/words.ts';
import { type Pattern, patternOf } from './rules/pattern.ts';

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

const nth = (n: number) => (n < 0 ? 'last' : (ORDINALS[n - 1] ?? ''));
const weekdayName = (weekday: number) => WEEKDAYS[weekday - 1] ?? '';

/** 'Every second Tuesday', 'The last Friday of every month' */
function patternWords(pattern: Pattern): string {
  const { every } = pattern;
  if (pattern.by === 'week') {
    const days = listed(pattern.weekdays.map(weekdayName));
    if (every === 1) return `Every ${days}`;
    return pattern.weekdays.length === 1
      ? `Every ${nth(every)} ${days}`
      : `Every ${nth(every)} week, on ${days}`;
  }
  const month = every === 1 ? 'every month' : `every ${nth(every)} month`;
  if (pattern.by === 'month-weekday') {
    return `The ${nth(pattern.nth)} ${weekdayName(pattern.weekday)} of ${month}`;
  }
  return `The ${pattern.day < 0 ? 'last day' : dayOfMonth(pattern.day)} of ${month}`;
}

/** '1st', '22nd', '31st' */
function dayOfMonth(day: number): string {
  const ending = Math.floor(day / 10) === 1 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${ending}`;
}

interface Recurs {
  rule: string;
  /** 'HH:MM' */
  time: string;
  /** whose clocks are meant */
  timeZone: string;
}

/** 'Every second Tuesday, 17:30'; '… (Madrid)' for a reader with other clocks. */
export function recursWords({ rule, time, timeZone }: Recurs, reader: string): string {
  const words = `${patternWords(patternOf(rule))}, ${time}`;
  return isSameZone(timeZone, reader) ? words : `${words} (${clockCity(timeZone)})`;
}

/** Said when a form comes again with other words in it. */
export const begunBefore =
  'This page has set sessions before, with other words in it. Nothing is lost: both are here.';

/** Reasons by field name, for what a series names and cannot be. */
export const whyNotWords = {
  'no-such-facilitator': {
    facilitatorId: 'They are not in this circle any more. Choose someone else.',
  },
  'no-such-reading': { readingId: 'That book is not read here any more. Choose again.' },
  'no-day': { date: 'None of them would be to come before its end. Choose another day.' },
  ended: { '': 'The series has ended, so it stays as it was.' },
};

export const seriesChangedMeanwhile =
  'Someone changed these sessions while you did. Nothing is lost: both are here.';

/** Why a session is off that falls on no day of its series any more. */
export const changedWord = (series: { rule: string; time: string }) =>
  `We meet ${patternWords(patternOf(series.rule)).replace(/^./, (first) => first.toLowerCase())} now.`;

export const endedWord = 'The series has ended.';

export const skippedWord = 'Skipped this time.';

/** Why a session is off that was to be after the book it ended with. */
export const bookEndsWord = 'The book ends before it.';
