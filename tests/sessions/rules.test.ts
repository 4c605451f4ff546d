import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reminderAt } from '#app/notifications/rules/reminder.ts';
import {
  canCancel,
  canChange,
  canReply,
  isStale,
  sessionState,
} from '#app/sessions/rules/session.ts';
import { everyonesDay } from '#app/sessions/schedule/rules/everyones-day.ts';
import { localTimeOf, resolveLocalTime } from '#app/time/local-time.ts';

const now = new Date('2026-09-01T12:00:00Z');
const resolve = (zone: string, date: string, time: string, choice?: 'first' | 'second') =>
  resolveLocalTime({ date, time, zone }, { now, choice });

describe('when clocks show a time', () => {
  test.each([
    ['Europe/Madrid', '2026-12-01', '18:30', '2026-12-01T17:30:00Z'],
    ['America/New_York', '2026-12-01', '18:30', '2026-12-01T23:30:00Z'],
    ['Asia/Kolkata', '2026-12-01', '18:30', '2026-12-01T13:00:00Z'],
    ['Australia/Lord_Howe', '2026-12-01', '18:30', '2026-12-01T07:30:00Z'],
    ['Pacific/Kiritimati', '2026-12-01', '00:00', '2026-11-30T10:00:00Z'],
  ])('%s %s %s', (zone, date, time, instant) => {
    expect(resolve(zone, date, time)).toEqual({ ok: true, startsAt: new Date(instant) });
    // A choice is for hours that exist twice and changes nothing elsewhere.
    expect(resolve(zone, date, time, 'second')).toEqual(resolve(zone, date, time));
  });

  test('in the past', () => {
    const past = { ok: false, reason: 'past' };
    expect(resolve('Europe/Madrid', '2026-08-31', '18:30')).toEqual(past);
    expect(resolve('Europe/Madrid', '2026-09-01', '14:00')).toEqual(past);
    expect(resolve('Europe/Madrid', '2026-09-01', '14:01')).toMatchObject({ ok: true });
    // An hour that did not exist, in a spring that is over, is just as past.
    expect(resolve('Europe/Madrid', '2026-03-29', '02:30')).toEqual(past);
  });

  test.each([
    ['Europe/Madrid', '2027-03-28', '02:00', '2027-03-28', '03:00'],
    ['Europe/Madrid', '2027-03-28', '02:59', '2027-03-28', '03:00'],
    ['America/New_York', '2027-03-14', '02:30', '2027-03-14', '03:00'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-04', '02:30'],
    ['America/Asuncion', '2026-10-04', '00:15', undefined, undefined],
  ])('clocks go forward over %s %s %s', (zone, date, time, nextDate, nextTime) => {
    const resolved = resolve(zone, date, time);
    if (nextDate === undefined) return expect(resolved).toMatchObject({ ok: true });
    expect(resolved).toEqual({
      ok: false,
      reason: 'does-not-exist',
      next: { date: nextDate, time: nextTime },
    });
    expect(resolve(zone, nextDate, nextTime)).toMatchObject({ ok: true });
    expect(resolve(zone, date, time, 'first')).toEqual(resolved);
  });

  test.each([
    ['Europe/Madrid', '2026-10-25', '02:30', ['+02:00', 'CEST'], ['+01:00', 'CET'], 60],
    ['America/New_York', '2026-11-01', '01:30', ['-04:00', 'GMT-4'], ['-05:00', 'GMT-5'], 60],
    ['Australia/Lord_Howe', '2027-04-04', '01:45', ['+11:00', /11/], ['+10:30', /10:30/], 30],
  ])('clocks go back over %s %s %s', (zone, date, time, first, second, apart) => {
    const resolved = resolve(zone, date, time);
    expect(resolved).toEqual({
      ok: false,
      reason: 'exists-twice',
      options: [
        { choice: 'first', offset: first[0], name: expect.stringMatching(first[1] ?? '') },
        { choice: 'second', offset: second[0], name: expect.stringMatching(second[1] ?? '') },
      ],
    });
    const one = resolve(zone, date, time, 'first');
    const two = resolve(zone, date, time, 'second');
    if (!one.ok || !two.ok) throw new Error('both exist');
    expect(two.startsAt.getTime() - one.startsAt.getTime()).toBe(apart * 60_000);
    expect(localTimeOf(one.startsAt, zone)).toEqual({ date, time, zone, choice: 'first' });
    expect(localTimeOf(two.startsAt, zone)).toEqual({ date, time, zone, choice: 'second' });
  });

  test('between the two, the second is still to come', () => {
    const between = new Date('2026-10-25T01:00:00Z');
    const typed = { zone: 'Europe/Madrid', date: '2026-10-25', time: '02:30' };
    expect(resolveLocalTime(typed, { now: between, choice: 'first' })).toMatchObject({
      reason: 'past',
    });
    expect(resolveLocalTime(typed, { now: between, choice: 'second' })).toMatchObject({ ok: true });
  });

  test('every minute there is resolves to itself', () => {
    const zones = ['Europe/Madrid', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'];
    const minute = fc.integer({ min: 0, max: 700 * 24 * 60 }).map((n) => n * 60_000);
    fc.assert(
      fc.property(fc.constantFrom(...zones), minute, (zone, after) => {
        const at = new Date(now.getTime() + 60_000 + after);
        const { choice, ...local } = localTimeOf(at, zone);
        expect(resolveLocalTime(local, { now, choice })).toEqual({ ok: true, startsAt: at });
      }),
      { numRuns: 300 },
    );
  });
});

describe('everyone’s day', () => {
  const zones = [
    { zone: 'Asia/Kolkata', people: 1 },
    { zone: 'Europe/Madrid', people: 3 },
    { zone: 'Africa/Nairobi', people: 1 },
    { zone: 'America/New_York', people: 1 },
    { zone: 'Europe/Lisbon', people: 1 },
  ];
  const madrid = { date: '2026-12-01', zone: 'Europe/Madrid' };

  test('says what time it is for each, from west to east, and what would suit all', () => {
    const day = everyonesDay({ ...madrid, time: '18:30' }, zones);
    expect(day?.rows.map(({ zone, time, judged }) => [zone, time, judged])).toEqual([
      ['America/New_York', '12:30', null],
      ['Europe/Lisbon', '17:30', null],
      ['Europe/Madrid', '18:30', null],
      ['Africa/Nairobi', '20:30', null],
      ['Asia/Kolkata', '23:00', 'late'],
    ]);
    expect(day?.better).toBe('16:30');
    expect(everyonesDay({ ...madrid, time: '16:30' }, zones)?.better).toBeNull();
  });

  test('marks the early, and the day before and after', () => {
    const morning = everyonesDay({ ...madrid, time: '05:00' }, zones);
    expect(morning?.rows[0]).toMatchObject({ time: '23:00', shift: -1, judged: 'late' });
    expect(morning?.rows[1]).toMatchObject({ time: '04:00', shift: 0, judged: 'early' });
    const night = everyonesDay({ ...madrid, time: '22:00' }, zones);
    expect(night?.rows.at(-1)).toMatchObject({ time: '02:30', shift: 1, judged: 'early' });
  });

  test('nothing suits all when the circle spans the world, and nothing is said of half a date', () => {
    const world = [...zones, { zone: 'Pacific/Auckland', people: 1 }];
    expect(everyonesDay({ ...madrid, time: '18:30' }, world)?.better).toBeNull();
    expect(everyonesDay({ ...madrid, time: '' }, zones)).toBeNull();
    expect(everyonesDay({ ...madrid, date: '2026-1', time: '18:30' }, zones)).toBeNull();
    expect(everyonesDay({ ...madrid, date: '2026-13-45', time: '18:30' }, zones)).toBeNull();
    for (const date of ['0000-12-01', '0002-12-01', '0020-12-01', '0202-12-01']) {
      expect(everyonesDay({ ...madrid, date, time: '18:30' }, zones), date).toBeNull();
    }
    for (const year of ['1000', '1900', '9999']) {
      const day = everyonesDay({ ...madrid, date: `${year}-12-01`, time: '18:30' }, zones);
      expect(day?.rows, year).toHaveLength(zones.length);
    }
  });

  test('of an hour that comes twice, the one that is meant', () => {
    const hours = (zone: string, time: string, date: string) =>
      ([undefined, 'first', 'second'] as const).map(
        (choice) => everyonesDay({ date, zone, time, choice }, [{ zone: 'UTC', people: 1 }])?.rows,
      );
    const utc = (...times: string[]) => times.map((time) => [expect.objectContaining({ time })]);
    expect(hours('Europe/Madrid', '02:30', '2026-10-25')).toEqual(utc('00:30', '00:30', '01:30'));
    expect(hours('America/New_York', '01:30', '2026-11-01')).toEqual(
      utc('05:30', '05:30', '06:30'),
    );
    expect(hours('Australia/Lord_Howe', '01:45', '2027-04-04')).toEqual(
      utc('14:45', '14:45', '15:15'),
    );
    expect(hours('Europe/Madrid', '18:30', '2026-10-25')).toEqual(utc('17:30', '17:30', '17:30'));
  });

  test('agrees with Temporal on every time that exists', () => {
    const minute = fc.integer({ min: 0, max: 700 * 24 * 60 }).map((n) => n * 60_000);
    const zone = fc.constantFrom('Europe/Madrid', 'Australia/Lord_Howe', 'America/New_York');
    fc.assert(
      fc.property(zone, minute, (zone, after) => {
        const at = new Date(now.getTime() + after);
        const local = localTimeOf(at, zone);
        const day = everyonesDay(local, [{ zone: 'UTC', people: 1 }]);
        expect(day?.rows[0]?.time).toBe(at.toISOString().slice(11, 16));
      }),
      { numRuns: 300 },
    );
  });
});

test('what may be done when', () => {
  const session = { startsAt: '2026-12-01T17:30:00Z', minutes: 75, cancelled: null };
  const at = (time: string) => new Date(`2026-12-01T${time}:00Z`);
  expect(sessionState(session, at('17:29'))).toBe('coming');
  expect(sessionState(session, at('17:30'))).toBe('running');
  expect(sessionState(session, at('18:45'))).toBe('past');
  expect([canReply(session, at('17:29')), canReply(session, at('17:30'))]).toEqual([true, false]);
  expect([canChange(session, at('18:44')), canChange(session, at('18:45'))]).toEqual([true, false]);
  expect([canCancel(session, at('17:29')), canCancel(session, at('17:31'))]).toEqual([true, false]);
  const cancelled = { ...session, cancelled: { reason: 'ill' } };
  expect(canReply(cancelled, at('09:00')) || canChange(cancelled, at('09:00'))).toBe(false);
  const starts = new Date(session.startsAt);
  expect(reminderAt(starts, now)).toEqual(new Date('2026-11-30T17:30:00Z'));
  expect(reminderAt(starts, at('09:00'))).toBeNull();
  expect(isStale(at('09:00'), at('10:00'))).toBe(true);
  expect(isStale(at('09:00'), null)).toBe(false);
});
