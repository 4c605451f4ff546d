import { describe, expect, test } from 'vitest';
import {
  type Hours,
  nextDigest,
  type Quiet,
  quietUntil,
  USUAL_HOURS,
} from '#app/notifications/hearing/rules/hours.ts';
import { localTimeOf } from '#app/time/local-time.ts';

const FRIDAY = USUAL_HOURS;
const DAILY: Hours = { days: [1, 2, 3, 4, 5, 6, 7], hour: 8, quiet: null };
const NIGHT: Quiet = { from: 21 * 60, to: 7 * 60 + 30 };

const next = (hours: Hours, zone: string, after: string) =>
  nextDigest(hours, zone, new Date(after)).toISOString();
const until = (quiet: Quiet | null, zone: string, now: string) =>
  quietUntil(quiet, zone, new Date(now))?.toISOString() ?? null;

/** The moments of somebody's digests, so many in a row. */
function digests(hours: Hours, zone: string, after: string, many: number): string[] {
  const all: string[] = [];
  for (let at = new Date(after); all.length < many; ) {
    at = nextDigest(hours, zone, at);
    all.push(at.toISOString());
  }
  return all;
}

describe('the next digest', () => {
  // 2026-11-25 is a Wednesday.
  test.each([
    ['Europe/London', '2026-11-25T12:00:00.000Z', '2026-11-27T08:00:00.000Z'],
    ['Europe/Madrid', '2026-11-25T12:00:00.000Z', '2026-11-27T07:00:00.000Z'],
    ['America/New_York', '2026-11-25T12:00:00.000Z', '2026-11-27T13:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-25T12:00:00.000Z', '2026-11-27T02:30:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-25T12:00:00.000Z', '2026-11-26T18:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-11-25T12:00:00.000Z', '2026-11-27T19:00:00.000Z'],
  ])('comes on Friday at eight in %s to whoever said nothing', (zone, after, at) => {
    expect(next(FRIDAY, zone, after)).toBe(at);
  });

  test('is never the moment itself, and a week later from there', () => {
    const zone = 'Europe/Madrid';
    expect(next(FRIDAY, zone, '2026-11-27T06:59:59.999Z')).toBe('2026-11-27T07:00:00.000Z');
    expect(next(FRIDAY, zone, '2026-11-27T07:00:00.000Z')).toBe('2026-12-04T07:00:00.000Z');
  });

  test('keeps to the chosen days, over the end of a year', () => {
    const hours = { ...DAILY, days: [1, 4], hour: 18 };
    expect(digests(hours, 'Asia/Kolkata', '2026-12-29T00:00:00Z', 3)).toEqual([
      '2026-12-31T12:30:00.000Z',
      '2027-01-04T12:30:00.000Z',
      '2027-01-07T12:30:00.000Z',
    ]);
  });

  test.each([
    ['Europe/Berlin', '2027-03-26T20:00:00Z', ['27T07', '28T06', '29T06'], '2027-03-'],
    ['Europe/Berlin', '2027-10-29T20:00:00Z', ['30T06', '31T07'], '2027-10-'],
    ['America/New_York', '2027-03-12T20:00:00Z', ['13T13', '14T12', '15T12'], '2027-03-'],
    ['America/New_York', '2027-11-05T20:00:00Z', ['06T12', '07T13', '08T13'], '2027-11-'],
    ['Australia/Sydney', '2027-04-02T00:00:00Z', ['02T21', '03T22', '04T22'], '2027-04-'],
    ['Australia/Sydney', '2027-10-01T00:00:00Z', ['01T22', '02T21', '03T21'], '2027-10-'],
    ['Africa/Casablanca', '2027-02-05T20:00:00Z', ['06T07', '07T08', '08T08'], '2027-02-'],
  ])('stays at eight where clocks turn: %s after %s', (zone, after, days, month) => {
    expect(digests(DAILY, zone, after, days.length)).toEqual(
      days.map((day) => `${month}${day}:00:00.000Z`),
    );
  });

  test('comes as much later in an hour that clocks go over, and once in one they show twice', () => {
    const atTwo = { ...DAILY, hour: 2 };
    expect(digests(atTwo, 'Europe/Berlin', '2027-03-27T12:00:00Z', 2)).toEqual([
      '2027-03-28T01:00:00.000Z',
      '2027-03-29T00:00:00.000Z',
    ]);
    expect(digests(atTwo, 'Europe/Berlin', '2027-10-30T12:00:00Z', 2)).toEqual([
      '2027-10-31T00:00:00.000Z',
      '2027-11-01T01:00:00.000Z',
    ]);
    // Half an hour is gone over on Lord Howe Island, from 2:00 to 2:30.
    expect(next(atTwo, 'Australia/Lord_Howe', '2027-10-02T12:00:00Z')).toBe(
      '2027-10-02T15:30:00.000Z',
    );
  });

  test('comes a day later where its day was jumped over', () => {
    // Samoa had no Friday 30 December 2011.
    expect(digests(FRIDAY, 'Pacific/Apia', '2011-12-28T00:00:00Z', 2)).toEqual([
      '2011-12-30T18:00:00.000Z',
      '2012-01-05T18:00:00.000Z',
    ]);
  });

  test('waits for the end of quiet hours that its hour lies in', () => {
    const hours = { days: [5], hour: 6, quiet: NIGHT };
    const zone = 'Europe/Madrid';
    expect(digests(hours, zone, '2026-11-25T12:00:00Z', 2)).toEqual([
      '2026-11-27T06:30:00.000Z',
      '2026-12-04T06:30:00.000Z',
    ]);
    // Between the hour and their end it is still to come.
    expect(next(hours, zone, '2026-11-27T05:45:00Z')).toBe('2026-11-27T06:30:00.000Z');
    const late = { days: [5], hour: 22, quiet: NIGHT };
    expect(next(late, zone, '2026-11-27T23:30:00Z')).toBe('2026-11-28T06:30:00.000Z');
  });

  test('keeps to UTC in a zone without clocks here, and to the clocks of one that was renamed', () => {
    const after = '2026-11-25T12:00:00Z';
    expect(next(FRIDAY, 'Mars/Olympus_Mons', after)).toBe('2026-11-27T08:00:00.000Z');
    expect(next(FRIDAY, 'Europe/Kyiv', after)).toBe(next(FRIDAY, 'Europe/Kiev', after));
    expect(next(FRIDAY, 'America/Coyhaique', after)).toBe('2026-11-27T11:00:00.000Z');
  });

  test('shows the chosen hour of a chosen day on the clocks of every zone, all year', () => {
    const hours = { days: [2, 6], hour: 9, quiet: null };
    for (const zone of ['Europe/Lisbon', 'America/St_Johns', 'Asia/Tehran', 'Pacific/Chatham']) {
      const all = digests(hours, zone, '2027-01-01T00:00:00Z', 104);
      const shown = all.map((at) => localTimeOf(new Date(at), zone));
      expect(shown.every(({ time }) => time === '09:00')).toBe(true);
      const days = shown.map(({ date }) => new Date(`${date}T00:00:00Z`).getUTCDay());
      expect(new Set(days)).toEqual(new Set([2, 6]));
      expect(new Set(shown.map(({ date }) => date)).size).toBe(104);
    }
  });
});

describe('quiet hours', () => {
  test('are none for whoever said nothing', () => {
    expect(USUAL_HOURS.quiet).toBeNull();
    expect(until(null, 'Europe/Madrid', '2026-11-25T02:00:00Z')).toBeNull();
  });

  test.each([
    ['Europe/London', '2026-11-25T20:59:59.999Z', null],
    ['Europe/London', '2026-11-25T21:00:00.000Z', '2026-11-26T07:30:00.000Z'],
    ['Europe/London', '2026-11-26T00:00:00.000Z', '2026-11-26T07:30:00.000Z'],
    ['Europe/London', '2026-11-26T07:29:59.999Z', '2026-11-26T07:30:00.000Z'],
    ['Europe/London', '2026-11-26T07:30:00.000Z', null],
    ['Asia/Kolkata', '2026-11-25T16:00:00.000Z', '2026-11-26T02:00:00.000Z'],
    ['America/New_York', '2026-11-26T03:00:00.000Z', '2026-11-26T12:30:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-25T12:00:00.000Z', '2026-11-25T17:30:00.000Z'],
    ['Mars/Olympus_Mons', '2026-11-25T22:00:00.000Z', '2026-11-26T07:30:00.000Z'],
  ])('through midnight in %s at %s end at %s', (zone, now, end) => {
    expect(until(NIGHT, zone, now)).toBe(end);
  });

  test('may lie within a day', () => {
    const noon = { from: 12 * 60, to: 13 * 60 };
    expect(until(noon, 'Europe/Madrid', '2026-11-25T11:30:00Z')).toBe('2026-11-25T12:00:00.000Z');
    expect(until(noon, 'Europe/Madrid', '2026-11-25T12:00:00Z')).toBeNull();
    expect(until(noon, 'Europe/Madrid', '2026-11-25T23:30:00Z')).toBeNull();
  });

  test('end on the clock where clocks turn in between', () => {
    const berlin = 'Europe/Berlin';
    expect(until(NIGHT, berlin, '2027-03-27T22:00:00Z')).toBe('2027-03-28T05:30:00.000Z');
    expect(until(NIGHT, berlin, '2027-10-30T22:00:00Z')).toBe('2027-10-31T06:30:00.000Z');
    const york = 'America/New_York';
    expect(until(NIGHT, york, '2027-03-14T03:00:00Z')).toBe('2027-03-14T11:30:00.000Z');
    expect(until(NIGHT, york, '2027-11-07T03:00:00Z')).toBe('2027-11-07T12:30:00.000Z');
  });

  test('end when clocks go over their end, and with the second where they show it twice', () => {
    const early = { from: 0, to: 2 * 60 + 30 };
    const berlin = 'Europe/Berlin';
    expect(until(early, berlin, '2027-03-28T00:30:00Z')).toBe('2027-03-28T01:00:00.000Z');
    expect(until(early, berlin, '2027-03-28T01:00:00Z')).toBeNull();
    expect(until(early, berlin, '2027-10-31T00:45:00Z')).toBe('2027-10-31T01:30:00.000Z');
    expect(until(early, berlin, '2027-10-31T01:30:00Z')).toBeNull();
  });

  test('begin when clocks go over their beginning, and with the first where they show it twice', () => {
    const late = { from: 2 * 60 + 30, to: 6 * 60 };
    const berlin = 'Europe/Berlin';
    expect(until(late, berlin, '2027-03-28T00:59:00Z')).toBeNull();
    expect(until(late, berlin, '2027-03-28T01:00:00Z')).toBe('2027-03-28T04:00:00.000Z');
    expect(until(late, berlin, '2027-10-31T00:30:00Z')).toBe('2027-10-31T05:00:00.000Z');
    // The clock shows 2:15 once more.
    expect(until(late, berlin, '2027-10-31T01:15:00Z')).toBe('2027-10-31T05:00:00.000Z');
  });

  test('go on over a day that was jumped over', () => {
    expect(until(NIGHT, 'Pacific/Apia', '2011-12-30T09:00:00Z')).toBe('2011-12-30T17:30:00.000Z');
  });
});
