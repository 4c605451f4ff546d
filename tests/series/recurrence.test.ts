import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Pattern, patternOf, ruleOf, type Weekday } from '#app/series/rules/pattern.ts';
import { daysAhead, daysBetween, firstDay } from '#app/series/rules/recurrence.server.ts';
import { momentOf } from '#app/time/local-time.ts';

/** Days since 1970, worked out without Temporal. */
const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const weekdayOf = (day: number) => ((((day + 3) % 7) + 7) % 7) + 1;
const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** Whether a rule that counts from `start` falls on a day, looked at by itself. */
function falls(pattern: Pattern, start: string, date: string): boolean {
  const [day, first] = [dayNumber(date), dayNumber(start)];
  if (day < first) return false;
  const weekday = weekdayOf(day);
  if (pattern.by === 'week') {
    const weekOf = (n: number) => (n - (weekdayOf(n) - 1)) / 7;
    const since = weekOf(day) - weekOf(first);
    return since % pattern.every === 0 && pattern.weekdays.includes(weekday as Weekday);
  }
  if ((monthOf(date) - monthOf(start)) % pattern.every !== 0) return false;
  const ofMonth = Number(date.slice(8, 10));
  const isIn = (other: number) => monthOf(dateOf(other)) === monthOf(date);
  if (pattern.by === 'month-day') {
    return pattern.day < 0 ? !isIn(day + 1) : ofMonth === pattern.day;
  }
  if (weekday !== pattern.weekday) return false;
  return pattern.nth < 0 ? !isIn(day + 7) : Math.ceil(ofMonth / 7) === pattern.nth;
}

function oracle(pattern: Pattern, start: string, from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = dayNumber(from); day <= dayNumber(to); day += 1) {
    if (falls(pattern, start, dateOf(day))) days.push(dateOf(day));
  }
  return days;
}

const weekdays = fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>;
const patterns: fc.Arbitrary<Pattern> = fc.oneof(
  fc.record({
    by: fc.constant('week' as const),
    every: fc.integer({ min: 1, max: 4 }),
    weekdays: fc.uniqueArray(weekdays, { minLength: 1, maxLength: 7 }).map((days) => days.sort()),
  }),
  fc.record({
    by: fc.constant('month-weekday' as const),
    every: fc.integer({ min: 1, max: 6 }),
    nth: fc.constantFrom(1, 2, 3, 4, 5, -1),
    weekday: weekdays,
  }),
  fc.record({
    by: fc.constant('month-day' as const),
    every: fc.integer({ min: 1, max: 6 }),
    day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant(-1)),
  }),
);
/** from 2023 to 2104, past a year that is no leap year */
const days = fc.integer({ min: 19_400, max: 49_000 }).map(dateOf);
const ZONES = [
  'Europe/Madrid',
  'Europe/Dublin',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Africa/Casablanca',
  'Pacific/Apia',
  'UTC',
];

const plus = (date: string, more: number) => dateOf(dayNumber(date) + more);

describe('the days of a rule', () => {
  test('are those that each day by itself says it is, over rules, starts and years', () => {
    fc.assert(
      fc.property(patterns, days, fc.nat(900), fc.nat(500), (pattern, date, gap, span) => {
        const rule = ruleOf(pattern);
        expect(patternOf(rule)).toEqual(pattern);
        const startsOn = firstDay(rule, date);
        // A fifth weekday, or a 31st, may take a few months.
        const first = oracle({ ...pattern, every: 1 }, date, date, plus(date, 366))[0] ?? null;
        expect(startsOn).toBe(first);
        if (startsOn === null) return;
        const from = plus(startsOn, gap - 50);
        const to = plus(from, span);
        expect(daysBetween({ rule, startsOn }, from, to)).toEqual(
          oracle(pattern, startsOn, from, to),
        );
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['29 February', { by: 'month-day', every: 1, day: 29 }, '2027-01-29', '2028-03-01'],
    ['a 31st', { by: 'month-day', every: 1, day: 31 }, '2026-12-31', '2027-12-31'],
    ['the last day', { by: 'month-day', every: 1, day: -1 }, '2027-12-31', '2028-12-31'],
    ['a fifth Friday', { by: 'month-weekday', every: 1, nth: 5, weekday: 5 }, '2027-01-29', '2028'],
  ] as [string, Pattern, string, string][])('%s', (_, pattern, startsOn, until) => {
    const to = until.length === 4 ? `${until}-12-31` : until;
    const found = daysBetween({ rule: ruleOf(pattern), startsOn }, startsOn, to);
    expect(found).toEqual(oracle(pattern, startsOn, startsOn, to));
    expect(found.length).toBeGreaterThan(4);
  });

  test('a month without the day has none, and the next one has', () => {
    const rule = ruleOf({ by: 'month-day', every: 1, day: 31 });
    expect(daysBetween({ rule, startsOn: '2027-01-31' }, '2027-01-31', '2027-05-31')).toEqual([
      '2027-01-31',
      '2027-03-31',
      '2027-05-31',
    ]);
    const leap = ruleOf({ by: 'month-day', every: 1, day: 29 });
    const february = (year: number) =>
      daysBetween({ rule: leap, startsOn: '2027-01-29' }, `${year}-02-01`, `${year}-02-29`);
    expect(february(2028)).toEqual(['2028-02-29']);
    expect(daysBetween({ rule: leap, startsOn: '2027-01-29' }, '2027-02-01', '2027-02-28')).toEqual(
      [],
    );
  });

  test('the last day counts, to the end of it', () => {
    const rule = ruleOf({ by: 'week', every: 1, weekdays: [2] });
    expect(daysBetween({ rule, startsOn: '2026-12-01' }, '2026-12-01', '2026-12-15')).toEqual([
      '2026-12-01',
      '2026-12-08',
      '2026-12-15',
    ]);
  });
});

/** What clocks in a zone show at a moment, read from Intl alone. */
function shown(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

describe('the moment of a day', () => {
  test('is when clocks there show that time, the first of two; in a gap, as much later', () => {
    const minutes = fc.integer({ min: 0, max: 24 * 12 - 1 }).map((n) => n * 5);
    fc.assert(
      fc.property(days, minutes, fc.constantFrom(...ZONES), (date, minute, zone) => {
        const two = (n: number) => String(n).padStart(2, '0');
        const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
        const at = momentOf({ date, time, zone }).getTime();
        const typed = `${date}T${time}`;
        const utc = Date.parse(`${typed}:00Z`);
        // No zone is further than 14 hours from UTC: look at every five minutes there can be.
        let first: number | null = null;
        for (let look = utc - 15 * 3_600_000; look <= utc + 15 * 3_600_000; look += 300_000) {
          if (first === null && Math.abs(look - at) <= 2 * 3_600_000 && shown(look, zone) === typed)
            first = look;
        }
        if (first !== null) expect(at).toBe(first);
        else {
          // Skipped: clocks show as much later as they jumped over, and never that time.
          const later = Date.parse(`${shown(at, zone)}:00Z`) - utc;
          expect(later).toBeGreaterThan(0);
          expect(later).toBeLessThanOrEqual(24 * 3_600_000);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('stays on the wall across a change of clocks', () => {
    const of = (date: string) =>
      momentOf({ date, time: '17:30', zone: 'Europe/Madrid' }).toISOString();
    expect(of('2027-03-23')).toBe('2027-03-23T16:30:00.000Z');
    expect(of('2027-03-30')).toBe('2027-03-30T15:30:00.000Z');
    const night = { time: '02:30', zone: 'Europe/Madrid' };
    // Clocks go forward over it: 03:30 is shown instead.
    expect(momentOf({ date: '2027-03-28', ...night }).toISOString()).toBe(
      '2027-03-28T01:30:00.000Z',
    );
    // It comes twice: the first.
    expect(momentOf({ date: '2027-10-31', ...night }).toISOString()).toBe(
      '2027-10-31T00:30:00.000Z',
    );
  });
});

describe('making ahead', () => {
  const rule = ruleOf({ by: 'week', every: 1, weekdays: [2] });
  const series = { rule, startsOn: '2026-12-01' };

  test('reaches twelve weeks and goes on from there', () => {
    const given = { until: null, coming: 0, madeUntil: '2026-11-30' };
    const first = daysAhead(series, { ...given, today: '2026-11-28' });
    expect(first).toEqual({
      days: oracle(patternOf(rule), '2026-12-01', '2026-12-01', '2027-02-23'),
      madeUntil: '2027-02-23',
    });
    const next = daysAhead(series, {
      ...{ until: null, coming: 12, madeUntil: first.madeUntil },
      today: '2026-12-09',
    });
    expect(next).toEqual({ days: ['2027-03-02'], madeUntil: '2027-03-03' });
  });

  test('makes three at least, none of what is over, and nothing after the end', () => {
    const seldom = { rule: ruleOf({ by: 'month-day', every: 3, day: 31 }), startsOn: '2026-12-31' };
    expect(
      daysAhead(seldom, { madeUntil: '2026-12-30', today: '2026-12-01', until: null, coming: 0 }),
    ).toEqual({ days: ['2026-12-31', '2027-03-31', '2027-12-31'], madeUntil: '2027-12-31' });
    const after = daysAhead(series, {
      ...{ madeUntil: '2027-02-23', today: '2027-06-01', coming: 0 },
      until: '2027-06-15',
    });
    expect(after).toEqual({
      days: ['2027-06-01', '2027-06-08', '2027-06-15'],
      madeUntil: '2027-06-15',
    });
  });

  test('there are three to come also of a rule that leaves years out', () => {
    const rule = ruleOf({ by: 'month-weekday', every: 5, nth: 5, weekday: 3 });
    const startsOn = firstDay(rule, '2069-01-31') ?? '';
    const given = { madeUntil: plus(startsOn, -1), today: plus(startsOn, -1), until: null };
    const { days } = daysAhead({ rule, startsOn }, { ...given, coming: 0 });
    expect(days).toHaveLength(3);
    expect(dayNumber(days[2] ?? '') - dayNumber(startsOn)).toBeGreaterThan(4 * 366);
  });

  test('never goes back, and leaves no day out, whatever day it is run on', () => {
    fc.assert(
      fc.property(
        patterns,
        days,
        fc.array(fc.nat(40), { maxLength: 12 }),
        (pattern, date, waits) => {
          const startsOn = firstDay(ruleOf(pattern), date);
          if (startsOn === null) return;
          let [today, madeUntil] = [plus(startsOn, -7), plus(startsOn, -1)];
          const made: string[] = [];
          for (const wait of [0, ...waits]) {
            today = plus(today, wait);
            const coming = made.filter((day) => day > today).length;
            const ahead = daysAhead(
              { rule: ruleOf(pattern), startsOn },
              { madeUntil, today, until: null, coming },
            );
            expect(ahead.madeUntil >= madeUntil).toBe(true);
            made.push(...ahead.days);
            madeUntil = ahead.madeUntil;
          }
          expect(made).toEqual(oracle(pattern, startsOn, startsOn, madeUntil));
          expect(made.filter((day) => day > today).length).toBeGreaterThanOrEqual(3 - 1);
        },
      ),
      { numRuns: 60 },
    );
  });
});
