import { read } from '#app/time/reading.ts';

/** When somebody usually can, on their own clock. */
export interface UsualRange {
  /** 1 Monday to 7 Sunday */
  weekday: number;
  /** 'HH:MM' */
  from: string;
  /** 'HH:MM', or '24:00' */
  to: string;
  answer: 'yes' | 'if_need_be';
}

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * What usual times say to a meeting: yes where it lies wholly in times that are good, if need be where
 * it lies in times that are possible; null where they say nothing of some of it.
 */
export function usualAnswer(
  { startsAt, minutes }: { startsAt: Date; minutes: number },
  ranges: readonly UsualRange[],
  zone: string,
): 'yes' | 'if_need_be' | null {
  const { year, month, day, time } = read(startsAt, zone);
  const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
  const start = weekday * DAY_MINUTES + minutesOf(time);
  let answer: 'yes' | 'if_need_be' = 'yes';
  for (let at = start; at < start + minutes; at++) {
    const minute = at % WEEK_MINUTES;
    const said = ranges.filter((range) => holds(range, minute)).map((range) => range.answer);
    if (said.length === 0) return null;
    if (!said.includes('yes')) answer = 'if_need_be';
  }
  return answer;
}

function holds({ weekday, from, to }: UsualRange, minute: number): boolean {
  const start = (weekday - 1) * DAY_MINUTES;
  return minute >= start + minutesOf(from) && minute < start + minutesOf(to);
}
