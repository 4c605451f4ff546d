import { expect, test } from 'vitest';
import { workingDaysAfter } from '#app/time/working-days.ts';

const MINUTE = 60_000;

/** What clocks show at a moment, by no code of ours. */
function clockOf(zone: string) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    ...{ weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  return (at: Date) => {
    const parts = Object.fromEntries(format.formatToParts(at).map((one) => [one.type, one.value]));
    const weekend = parts.weekday === 'Sat' || parts.weekday === 'Sun';
    return {
      day: `${parts.year}-${parts.month}-${parts.day}`,
      time: `${parts.hour}:${parts.minute}`,
      weekend,
    };
  };
}

/** The first minute at which so many working days have begun since, and it is that time of day again. */
function oracle(from: Date, days: number, zone: string): Date {
  const clock = clockOf(zone);
  const begins = clock(from);
  const time = begins.weekend ? '00:00' : begins.time;
  const worked = new Set<string>();
  for (let at = from.getTime(); ; at += 15 * MINUTE) {
    const now = clock(new Date(at));
    if (!now.weekend && now.day !== begins.day) worked.add(now.day);
    // A weekend's counting begins with Monday itself.
    const enough = begins.weekend ? worked.size > days : worked.size >= days;
    if (enough && now.time >= time) return new Date(at);
  }
}

const zones = ['UTC', 'Europe/Lisbon', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati'];

test.each(zones)('two working days, counted minute by minute, in %s', (zone) => {
  // Three weeks, over a weekend in which clocks change in Europe, and one in which they do in America.
  for (let hour = 0; hour < 21 * 24; hour += 5) {
    const from = new Date(Date.UTC(2026, 9, 16, hour, 15));
    const found = workingDaysAfter(from, 2, zone);
    expect([from, found]).toEqual([from, oracle(from, 2, zone)]);
  }
});

test.each([
  ['a Monday', '2026-11-30T10:00Z', '2026-12-02T10:00Z'],
  ['a Thursday', '2026-12-03T10:00Z', '2026-12-07T10:00Z'],
  ['a Friday', '2026-12-04T15:30Z', '2026-12-08T15:30Z'],
  ['a Saturday', '2026-12-05T10:00Z', '2026-12-09T00:00Z'],
  ['a Sunday', '2026-12-06T23:59Z', '2026-12-09T00:00Z'],
])('from %s', (_, from, to) => {
  expect(workingDaysAfter(new Date(from), 2, 'UTC')).toEqual(new Date(to));
});

test('it is their clock that says what day it is', () => {
  // Friday evening in New York is Saturday in India.
  const at = new Date('2026-12-04T22:00Z');
  expect(workingDaysAfter(at, 2, 'America/New_York')).toEqual(new Date('2026-12-08T22:00Z'));
  expect(workingDaysAfter(at, 2, 'Asia/Kolkata')).toEqual(new Date('2026-12-08T18:30Z'));
});
