import { afterEach, describe, expect, test, vi } from 'vitest';
import { likelyZones, timeZones } from '#app/time/zones.server.ts';
import { clockCity, fixedZone, isSameZone, zoneCity, zoneLabel } from '#app/time/zones.ts';

/** The module as a machine has it whose ICU lacks some zones. */
async function whereUnknown(...lacking: string[]) {
  const { DateTimeFormat } = Intl;
  class Lacking extends DateTimeFormat {
    constructor(locale?: string, options?: Intl.DateTimeFormatOptions) {
      const zone = options?.timeZone;
      if (zone && lacking.includes(zone)) throw new RangeError(`Invalid time zone: ${zone}`);
      super(locale, options);
    }
  }
  const here: typeof Intl = Object.create(Intl);
  here.DateTimeFormat = Lacking as unknown as typeof Intl.DateTimeFormat;
  vi.stubGlobal('Intl', here);
  vi.resetModules();
  const zones = await import('#app/time/zones.ts');
  const words = await import('#app/time/words.ts');
  return { ...zones, ...words };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

const at = '2026-12-01T17:30:00Z';

describe('a zone this machine does not know', () => {
  test.each([
    ['Europe/Kyiv', 'Europe/Kiev', '19:30'],
    ['Europe/Kiev', 'Europe/Kyiv', '19:30'],
    ['America/Nuuk', 'America/Godthab', '15:30'],
    ['Asia/Kathmandu', 'Asia/Katmandu', '23:15'],
  ])('%s is read as %s', async (zone, other, time) => {
    const here = await whereUnknown(zone);
    expect(here.usableZone(zone)).toBe(other);
    expect(here.timeIn(at, zone)).toBe(time);
    expect(here.clockCity(zone)).toBe(zoneCity(zone));
  });

  test('a young one is read as an older one with the same clocks', async () => {
    const here = await whereUnknown('America/Coyhaique', 'America/Punta_Arenas');
    expect(here.timeIn(at, 'America/Coyhaique')).toBe('14:30');
    expect(here.clockCity('America/Coyhaique')).toBe('Coyhaique');
  });

  test('any other is read in UTC, and a time beside it says so', async () => {
    const here = await whereUnknown('Antarctica/Troll');
    expect(here.timeIn(at, 'Antarctica/Troll')).toBe('17:30');
    expect(here.clockCity('Antarctica/Troll')).toBe('UTC');
    expect(here.zoneCity('Antarctica/Troll')).toBe('Troll');
    expect(here.dayAndTime(at, '', at)).toBe('Tuesday 1 December, 17:30');
  });
});

test('zones are called as they are today, whichever name is stored', () => {
  const names = [
    ['Europe/Kiev', 'Kyiv'],
    ['Asia/Calcutta', 'Kolkata'],
    ['Asia/Katmandu', 'Kathmandu'],
    ['America/Godthab', 'Nuuk'],
    ['America/Buenos_Aires', 'Buenos Aires'],
    ['Etc/GMT+2', 'UTC−2'],
    ['Etc/GMT-14', 'UTC+14'],
    ['+05:00', 'UTC+5'],
    ['Etc/UTC', 'UTC'],
    ['GMT', 'UTC'],
  ] as const;
  for (const [zone, city] of names) {
    expect(zoneCity(zone)).toBe(city);
    expect(clockCity(zone)).toBe(city);
  }
  expect(zoneLabel('America/Buenos_Aires')).toBe('America/Argentina/Buenos Aires');
  expect(isSameZone('Asia/Calcutta', 'Asia/Kolkata')).toBe(true);
  expect(isSameZone('Europe/Lisbon', 'Europe/Madrid')).toBe(false);
  for (const today of ['Europe/Kyiv', 'Asia/Kolkata', 'America/Nuuk', 'UTC']) {
    expect(timeZones).toContain(today);
  }
  for (const old of ['Europe/Kiev', 'Asia/Calcutta', 'America/Godthab']) {
    expect(timeZones).not.toContain(old);
  }
});

test('an offset is the zone of whole hours it means, and no zone at half hours', () => {
  expect(fixedZone('+02:00')).toBe('Etc/GMT-2');
  expect(fixedZone('-0300')).toBe('Etc/GMT+3');
  expect(fixedZone('+00:00')).toBe('UTC');
  expect(fixedZone('+05:30')).toBeUndefined();
  expect(fixedZone('Europe/Madrid')).toBeUndefined();
});

test('a browser’s languages say where somebody may be', () => {
  expect(likelyZones('pt-PT,pt;q=0.9,en;q=0.8')).toEqual([
    'Atlantic/Azores',
    'Atlantic/Madeira',
    'Europe/Lisbon',
  ]);
  expect(likelyZones('uk-UA')).toContain('Europe/Kyiv');
  expect(likelyZones('en, *')).toEqual([]);
  expect(likelyZones(null)).toEqual([]);
  expect(likelyZones('xx-QQ')).toEqual([]);
});
