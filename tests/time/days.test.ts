import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { daysBetween, todayIn } from '#app/time/days.ts';
import { resolveLocalTime } from '#app/time/local-time.ts';
import { dayNumber, HOUR, MINUTE } from '#app/time/spans.ts';
import { timeZones } from '#app/time/zones.server.ts';
import { usableZone } from '#app/time/zones.ts';

const zones = [
  ...timeZones,
  ...['Europe/Kiev', 'Asia/Calcutta', 'America/Coyhaique', 'Etc/GMT+12', 'Etc/GMT-14', '+02:00'],
  ...['Mars/Olympus_Mons', ''],
];

/** By the calendar's own library, which takes its time over it. */
const byTemporal = (zone: string, at: Date) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(usableZone(zone))
    .toPlainDate()
    .toString();

/** The same numbers each time. */
function* numbers(seed: number) {
  for (let n = seed; ; ) {
    n = (n * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield n / 2_147_483_648;
  }
}

/** A minute around the turns of the clocks, and around the days' ends. */
function turning(zone: string): Date[] {
  const start = Temporal.ZonedDateTime.from({
    timeZone: usableZone(zone),
    year: 2026,
    month: 1,
    day: 1,
  });
  const turn = start.getTimeZoneTransition('next');
  const turns = [start, ...(turn ? [turn, turn.startOfDay()] : [])];
  return turns.flatMap(({ epochMilliseconds: at }) =>
    [-MINUTE, -1, 0, HOUR].map((by) => new Date(at + by)),
  );
}

describe('the day it is', () => {
  test('is the calendar’s, in every zone, at any moment', () => {
    const random = numbers(7);
    for (const zone of zones) {
      const spread = Array.from({ length: 12 }, () => {
        const share = random.next().value ?? 0;
        return new Date(Date.UTC(1880, 0, 1) + share * 300 * 366 * 24 * HOUR);
      });
      for (const at of [...spread, ...turning(zone)]) {
        expect(todayIn(zone, at), `${zone} at ${at.toISOString()}`).toBe(byTemporal(zone, at));
      }
    }
  });

  test.each([-8_000, -1, 0, 1, 44, 999, 1000, 1001, 1582, 9999, 10_000, 12_345, 200_000])(
    'of the year %i, too',
    (year) => {
      for (const zone of [
        'UTC',
        'Asia/Kolkata',
        'Pacific/Kiritimati',
        'Etc/GMT+12',
        'Europe/Lisbon',
      ]) {
        for (const [month, day] of [
          [0, 1],
          [1, 29],
          [9, 10],
          [11, 31],
        ] as const) {
          const at = new Date(Date.UTC(2000, month, day, 12));
          at.setUTCFullYear(year);
          expect(todayIn(zone, at)).toBe(byTemporal(zone, at));
        }
      }
    },
  );
});

test('days are counted as the calendar counts them', () => {
  const random = numbers(11);
  const days = Array.from({ length: 400 }, () =>
    new Date(Date.UTC(1890, 0, 1) + (random.next().value ?? 0) * 9e12).toISOString().slice(0, 10),
  );
  for (const [at, from] of days.entries()) {
    const to = days[(at * 7 + 3) % days.length] ?? from;
    const { days: counted } = Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' });
    expect(daysBetween(from, to)).toBe(counted);
  }
  expect(dayNumber('1970-01-02')).toBe(1);
});

describe('what reads a zone’s clocks', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('is made once, however often a page asks', async () => {
    let made = 0;
    class Counted extends Intl.DateTimeFormat {
      constructor(locale?: string, options?: Intl.DateTimeFormatOptions) {
        super(locale, options);
        made++;
      }
    }
    const here: typeof Intl = Object.create(Intl);
    here.DateTimeFormat = Counted as unknown as typeof Intl.DateTimeFormat;
    vi.stubGlobal('Intl', here);
    vi.resetModules();
    const { todayIn } = await import('#app/time/days.ts');
    const { resolveLocalTime } = await import('#app/time/local-time.ts');
    const { dayAndTime } = await import('#app/time/words.ts');
    const now = new Date('2026-10-20T12:00:00Z');
    const twice = { date: '2026-10-25', time: '02:30', zone: 'Europe/Madrid' };
    const asked = () => {
      todayIn('Europe/Madrid', now);
      dayAndTime(now, 'Europe/Madrid', now);
      resolveLocalTime(twice, { now });
    };
    asked();
    const first = made;
    for (let more = 0; more < 20; more++) asked();
    expect(made).toBe(first);
  });
});

test('a time that clocks show twice still names both of its zones', () => {
  const twice = { date: '2026-10-25', time: '02:30', zone: 'Europe/Madrid' };
  const resolved = resolveLocalTime(twice, { now: new Date('2026-10-20T12:00:00Z') });
  expect(resolved).toMatchObject({ options: [{ offset: '+02:00' }, { offset: '+01:00' }] });
});
