/** How a series recurs, and the RRULE that says so. Pure and without imports: words and views use it. */

/** 1 Monday to 7 Sunday */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export type Pattern =
  /** weeks begin on Monday, and are counted from the one of the first day */
  | { by: 'week'; every: number; weekdays: readonly Weekday[] }
  /** the second Tuesday; −1 is the last. A month without a fifth has none */
  | { by: 'month-weekday'; every: number; nth: number; weekday: Weekday }
  /** the 15th; −1 is the last day. A month without a 31st has none */
  | { by: 'month-day'; every: number; day: number };

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

const codeOf = (weekday: Weekday) => CODES[weekday - 1] ?? 'MO';

/** RFC 5545, 3.3.10: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH', without UNTIL and COUNT. */
export function ruleOf(pattern: Pattern): string {
  const parts = [pattern.by === 'week' ? 'FREQ=WEEKLY' : 'FREQ=MONTHLY'];
  if (pattern.every > 1) parts.push(`INTERVAL=${pattern.every}`);
  if (pattern.by === 'week') {
    const days = [...new Set(pattern.weekdays)].sort().map(codeOf);
    parts.push(`BYDAY=${days.join(',')}`);
  } else if (pattern.by === 'month-weekday') {
    parts.push(`BYDAY=${pattern.nth}${codeOf(pattern.weekday)}`);
  } else parts.push(`BYMONTHDAY=${pattern.day}`);
  return parts.join(';');
}

/** What `ruleOf` wrote. */
export function patternOf(rule: string): Pattern {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const every = Number(parts.get('INTERVAL') ?? 1);
  const days = parts.get('BYDAY') ?? '';
  const weekdayOf = (code: string) => ((CODES as readonly string[]).indexOf(code) + 1) as Weekday;
  if (parts.get('FREQ') === 'WEEKLY') {
    return { by: 'week', every, weekdays: days.split(',').map(weekdayOf) };
  }
  const [, nth, code] = /^(-?\d)(\w\w)$/.exec(days) ?? [];
  if (nth && code) {
    return { by: 'month-weekday', every, nth: Number(nth), weekday: weekdayOf(code) };
  }
  return { by: 'month-day', every, day: Number(parts.get('BYMONTHDAY')) };
}

/** The weekday of 'YYYY-MM-DD'. */
export const weekdayOf = (date: string) =>
  (new Date(`${date}T00:00:00Z`).getUTCDay() || 7) as Weekday;
