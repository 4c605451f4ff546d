import { expect, test } from 'vitest';
import { wallClock } from '#app/time/wall-clock.ts';

const at = (iso: string, zone: string) => {
  const { on_date, at_time, second_time } = wallClock(new Date(iso), zone);
  return [on_date, at_time, second_time];
};

test('is what clocks of the zone show then', () => {
  expect(at('2026-12-08T17:30:00Z', 'Pacific/Auckland')).toEqual(['2026-12-09', '06:30', false]);
  expect(at('2026-12-08T17:30:00Z', 'Asia/Kolkata')).toEqual(['2026-12-08', '23:00', false]);
});

test('tells the second of two, where clocks go back', () => {
  expect(at('2026-10-25T00:30:00Z', 'Europe/Madrid')).toEqual(['2026-10-25', '02:30', false]);
  expect(at('2026-10-25T01:30:00Z', 'Europe/Madrid')).toEqual(['2026-10-25', '02:30', true]);
});

test('reads a zone by a name that is known here, and none where no clocks here know it', () => {
  expect(at('2026-12-08T17:30:00Z', 'Europe/Kyiv')).toEqual(['2026-12-08', '19:30', false]);
  expect(at('2026-12-08T17:30:00Z', 'UTC')).toEqual(['2026-12-08', '17:30', false]);
  expect(at('2026-12-08T17:30:00Z', 'Mars/Olympus')).toEqual([null, null, false]);
});
