/** On which days a rule falls, found by walking through the days. */
import type { Rule } from './script.ts';

const DAY = 24 * 60 * 60_000;

const numberOf = (day: string) => Date.parse(day) / DAY;
const dayOf = (number: number) => new Date(number * DAY).toISOString().slice(0, 10);
export const dayBefore = (day: string) => dayOf(numberOf(day) - 1);

/** 1 January 1970 was a Thursday. */
const weekdayOf = (number: number) => ((number + 3) % 7) + 1;
const mondayOf = (number: number) => number - weekdayOf(number) + 1;

const partsOf = (number: number) => {
  const date = new Date(number * DAY);
  return { months: date.getUTCFullYear() * 12 + date.getUTCMonth(), day: date.getUTCDate() };
};

/** All of them from the first to the last, both included; the first is the one that is counted from. */
export function daysOf(rule: Rule, first: string, last: string): string[] {
  const begins = numberOf(first);
  const days: string[] = [];
  for (let day = begins; day <= numberOf(last); day++)
    if (falls(rule, begins, day)) days.push(dayOf(day));
  return days;
}

function falls(rule: Rule, begins: number, number: number): boolean {
  if ('weeks' in rule) {
    const weeks = (mondayOf(number) - mondayOf(begins)) / 7;
    return weeks % rule.weeks === 0 && weekdayOf(number) === rule.weekday;
  }
  const { months, day } = partsOf(number);
  if ((months - partsOf(begins).months) % rule.months !== 0) return false;
  if ('day' in rule) return day === rule.day;
  if (weekdayOf(number) !== rule.weekday) return false;
  if (rule.nth < 0) return partsOf(number + 7).months !== months;
  return Math.ceil(day / 7) === rule.nth;
}
