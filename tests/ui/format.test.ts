import { describe, expect, test } from 'vitest';
import {
  dayAndTime,
  dayIn,
  dayOf,
  elsewhere,
  relative,
  shortDayIn,
  since,
  timeBeside,
  timeIn,
} from '#app/time/words.ts';
import { zoneCity } from '#app/time/zones.ts';
import { capital, countWord, listed, plural } from '#app/ui/words.ts';

test.each([
  [[], ''],
  [['Rui'], 'Rui'],
  [['Rui', 'Hanne', 'Rui'], 'Rui and Hanne'],
  [['Rui', 'Hanne', 'Leila'], 'Rui, Hanne and Leila'],
])('%j are listed as “%s”', (names, words) => {
  expect(listed(names)).toBe(words);
});

test.each([
  ['2026-12-10T00:30:00Z', 'today'],
  ['2026-12-09T23:30:00Z', 'today'],
  ['2026-12-09T22:30:00Z', 'since yesterday'],
  ['2026-12-04T12:00:00Z', 'since Friday'],
  ['2026-12-03T12:00:00Z', 'since 3 December'],
  ['2025-12-03T12:00:00Z', 'since 3 December 2025'],
  ['2026-12-11T12:00:00Z', 'today'],
])('what is new from %s on is new %s', (from, words) => {
  expect(since(from, '2026-12-10T09:00:00Z', 'Europe/Madrid')).toBe(words);
});

describe('a moment in words', () => {
  test('is read in the zone that is asked for', () => {
    const at = '2026-12-01T17:30:00Z';
    expect(dayAndTime(at, 'Europe/Lisbon', at)).toBe('Tuesday 1 December, 17:30');
    expect(dayAndTime(at, 'Europe/Madrid', at)).toBe('Tuesday 1 December, 18:30');
    expect(dayAndTime(at, 'Asia/Kolkata', at)).toBe('Tuesday 1 December, 23:00');
    expect(dayAndTime(at, 'Asia/Tokyo', at)).toBe('Wednesday 2 December, 02:30');
    expect(dayAndTime(at, 'Pacific/Kiritimati', at)).toBe('Wednesday 2 December, 07:30');
  });

  test('knows summer time on both sides of a change', () => {
    expect(timeIn('2026-03-29T00:59:00Z', 'Europe/Madrid')).toBe('01:59');
    expect(timeIn('2026-03-29T01:00:00Z', 'Europe/Madrid')).toBe('03:00');
    expect(timeIn('2026-10-25T02:00:00Z', 'Europe/Madrid')).toBe('03:00');
  });

  test('says midnight as 00:00', () => {
    const at = '2026-06-05T00:00:00Z';
    expect(dayAndTime(at, 'UTC', at)).toBe('Friday 5 June, 00:00');
  });

  test.each([
    ['Europe/Madrid', '2026-10-25T00:29:00Z', '02:29 (UTC+2)'],
    ['Europe/Madrid', '2026-10-25T01:29:00Z', '02:29 (UTC+1)'],
    ['Europe/Madrid', '2026-10-24T23:59:00Z', '01:59'],
    ['Europe/Madrid', '2026-10-25T00:00:00Z', '02:00 (UTC+2)'],
    ['Europe/Madrid', '2026-10-25T01:59:00Z', '02:59 (UTC+1)'],
    ['Europe/Madrid', '2026-10-25T02:00:00Z', '03:00'],
    ['America/New_York', '2026-11-01T05:30:00Z', '01:30 (UTC−4)'],
    ['America/New_York', '2026-11-01T06:30:00Z', '01:30 (UTC−5)'],
    ['Australia/Lord_Howe', '2027-04-03T14:45:00Z', '01:45 (UTC+11)'],
    ['Australia/Lord_Howe', '2027-04-03T15:15:00Z', '01:45 (UTC+10:30)'],
    ['Australia/Lord_Howe', '2027-04-03T14:15:00Z', '01:15'],
    ['America/St_Johns', '2026-11-01T03:45:00Z', '01:15 (UTC−2:30)'],
    // Clocks that go forward show nothing twice.
    ['Europe/Madrid', '2026-03-29T01:30:00Z', '03:30'],
  ])('an hour that comes twice in %s carries its offset', (zone, at, words) => {
    expect(timeIn(at, zone)).toBe(words);
    expect(dayAndTime(at, zone, at)).toMatch(new RegExp(`, ${words.replace(/[()+]/g, '\\$&')}$`));
  });

  test('says the year around New Year as the reader’s calendar has it', () => {
    const now = '2026-12-31T11:30:00Z';
    expect(dayIn('2027-01-01T08:00:00Z', 'Pacific/Auckland', now)).toBe('Friday 1 January');
    expect(dayIn('2026-12-31T08:00:00Z', 'Pacific/Auckland', now)).toBe(
      'Thursday 31 December 2026',
    );
    expect(dayIn('2027-01-01T08:00:00Z', 'America/Lima', now)).toBe('Friday 1 January 2027');
  });

  test('says of another zone no more than what differs', () => {
    const at = '2026-12-01T11:30:00Z';
    expect(elsewhere(at, 'Europe/Madrid', 'Europe/Berlin')).toBe('');
    expect(elsewhere(at, 'Europe/Lisbon', 'Europe/Madrid')).toBe('12:30');
    // The same time, a day apart.
    const there = elsewhere(at, 'Pacific/Auckland', 'Pacific/Pago_Pago', at);
    expect(there).toBe('Tuesday 1 December, 00:30');
    expect(timeIn(at, 'Pacific/Auckland')).toBe('00:30');
    expect(timeBeside(at, 'Pacific/Auckland', 'Pacific/Pago_Pago')).toBe('Wednesday 00:30');
    expect(timeBeside(at, 'Europe/Madrid', 'Europe/Lisbon')).toBe('12:30');
  });

  test('says the year when it is another than now', () => {
    const now = '2026-11-22T12:00:00Z';
    expect(dayIn('2026-12-31T12:00:00Z', 'UTC', now)).toBe('Thursday 31 December');
    expect(dayIn('2027-01-01T12:00:00Z', 'UTC', now)).toBe('Friday 1 January 2027');
    expect(shortDayIn('2026-09-03T12:00:00Z', 'UTC', now)).toBe('3 Sep');
    expect(shortDayIn('2024-02-29T12:00:00Z', 'UTC', now)).toBe('29 Feb 2024');
  });
});

test('a calendar day is the same everywhere', () => {
  const now = '2026-11-22T12:00:00Z';
  expect(dayOf('2026-12-01', 'long', now)).toBe('Tuesday 1 December');
  expect(dayOf('2027-12-01', 'long', now)).toBe('Wednesday 1 December 2027');
  expect(dayOf('2026-12-01', 'short', now)).toBe('1 Dec');
  expect(dayOf('2025-12-01', 'short', now)).toBe('1 Dec 2025');
  expect(dayOf('2024-02-29', 'full')).toBe('Thursday 29 February 2024');
  expect(dayOf('1969-07-20')).toBe('Sunday 20 July 1969');
});

describe('relative time', () => {
  const now = '2026-11-22T12:00:00Z';
  test.each([
    ['2026-11-22T11:59:30Z', 'just now'],
    ['2026-11-22T12:00:30Z', 'in a moment'],
    ['2026-11-22T11:59:00Z', '1 minute ago'],
    ['2026-11-22T10:00:00Z', '2 hours ago'],
    ['2026-11-21T23:00:00Z', 'yesterday'],
    ['2026-11-23T11:00:00Z', 'tomorrow'],
    ['2026-11-23T23:00:00Z', 'tomorrow'],
    ['2026-12-01T17:30:00Z', 'in 9 days'],
    ['2026-11-01T12:00:00Z', '3 weeks ago'],
    ['2026-08-22T12:00:00Z', '3 months ago'],
    ['2023-11-22T12:00:00Z', '3 years ago'],
  ])('%s is %s', (at, words) => {
    expect(relative(at, now)).toBe(words);
  });

  test('counts days on the calendar of the zone', () => {
    // 23:30 and 08:30 of the next day in Madrid, the same day in New York.
    expect(relative('2026-11-21T22:30:00Z', '2026-11-22T07:30:00Z', 'Europe/Madrid')).toBe(
      'yesterday',
    );
    expect(relative('2026-11-22T15:00:00Z', '2026-11-23T04:00:00Z', 'America/New_York')).toBe(
      '13 hours ago',
    );
  });

  test('the last hours are hours, also across midnight', () => {
    expect(relative('2026-11-21T23:00:00Z', '2026-11-22T01:00:00Z')).toBe('2 hours ago');
  });
});

test('zones and numbers in words', () => {
  expect(zoneCity('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  expect(zoneCity('UTC')).toBe('UTC');
  expect([0, 1, 7, 12, 13].map(countWord)).toEqual(['no', 'one', 'seven', 'twelve', '13']);
  expect(plural(1, 'seat', 'seats')).toBe('seat');
  expect(plural(0, 'seat', 'seats')).toBe('seats');
  expect(capital('seven seats')).toBe('Seven seats');
});
