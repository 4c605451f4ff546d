import { expect, test } from 'vitest';
import { bundleOf } from '#app/notifications/bundles/rules/bundle-of.ts';
import { type Hours, USUAL_HOURS } from '#app/notifications/hearing/rules/hours.ts';
import type { Volume } from '#app/notifications/hearing/rules/volumes.ts';

const item = (name: string, mailAt: string, volume: Volume = 'everything') => ({
  ...{ name, volume },
  mailAt: new Date(mailAt),
});

/** What goes, by name, and until when the others wait. */
function decided(
  items: ReturnType<typeof item>[],
  now: string,
  { zone = 'Europe/Madrid', ...hours }: Partial<Hours> & { zone?: string } = {},
) {
  const whose = { hours: { ...USUAL_HOURS, ...hours }, zone };
  const { goes, putOff } = bundleOf(items, whose, new Date(now));
  return {
    goes: goes && { [goes.kind]: goes.items.map(({ name }) => name).join(' ') },
    putOff: Object.fromEntries(
      putOff.map(({ item, until }) => [item.name, until?.toISOString() ?? 'for good']),
    ),
  };
}

// Madrid is an hour ahead of UTC; 2 December 2026 is a Wednesday.
const NOON = '2026-12-02T11:00:00Z';

test('nothing goes before its window is over', () => {
  expect(decided([item('a', '2026-12-02T11:00:01Z')], NOON)).toEqual({ goes: null, putOff: {} });
});

test('once one is due, what only waits for its window goes along', () => {
  const items = [item('a', NOON), item('b', '2026-12-02T11:59:00Z'), item('c', NOON, 'concerns')];
  expect(decided(items, NOON)).toEqual({ goes: { bundle: 'a b c' }, putOff: {} });
});

test('where a circle is not to be heard, no mail tells of it', () => {
  const items = [item('a', NOON, 'nothing'), item('b', NOON)];
  expect(decided(items, NOON)).toEqual({ goes: { bundle: 'b' }, putOff: { a: 'for good' } });
});

test('what is for a digest waits for the next, in the zone of its reader, and does not go along', () => {
  const items = [item('a', '2026-12-02T10:30:00Z', 'digest'), item('b', NOON)];
  expect(decided(items, NOON)).toEqual({
    goes: { bundle: 'b' },
    putOff: { a: '2026-12-04T07:00:00.000Z' },
  });
  const daily = { days: [1, 2, 3, 4, 5, 6, 7], hour: 7, zone: 'Asia/Kathmandu' };
  expect(decided(items.slice(0, 1), NOON, daily).putOff).toEqual({ a: '2026-12-03T01:15:00.000Z' });
});

test('a digest takes along all that waits, also what was told a moment before', () => {
  const now = '2026-12-04T07:00:00Z';
  const items = [
    item('a', now, 'digest'),
    item('b', '2026-12-04T07:30:00Z', 'digest'),
    item('c', '2026-12-04T07:59:00Z'),
  ];
  expect(decided(items, now)).toEqual({ goes: { digest: 'a b c' }, putOff: {} });
});

test('a digest that a stopped server missed goes when it runs again, what came later with it', () => {
  const now = '2026-12-09T15:00:00Z';
  const items = [
    item('a', '2026-12-04T07:00:00Z', 'digest'),
    item('b', '2026-12-08T07:00:00Z', 'digest'),
  ];
  expect(decided(items, now)).toEqual({ goes: { digest: 'a b' }, putOff: {} });
});

test('in quiet hours nothing goes until they end, through midnight and through noon', () => {
  const night = { quiet: { from: 22 * 60, to: 7 * 60 + 30 } };
  const items = [item('a', '2026-12-02T22:00:00Z'), item('b', '2026-12-02T22:40:00Z')];
  const putOff = { a: '2026-12-03T06:30:00.000Z' };
  expect(decided(items, '2026-12-02T22:00:00Z', night)).toEqual({ goes: null, putOff });
  const siesta = { quiet: { from: 11 * 60 + 30, to: 15 * 60 } };
  expect(decided([item('a', NOON)], NOON, siesta)).toEqual({
    goes: null,
    putOff: { a: '2026-12-02T14:00:00.000Z' },
  });
  expect(decided([item('a', NOON)], '2026-12-02T14:00:00Z', siesta).goes).toEqual({ bundle: 'a' });
});

test('a digest that is late waits for the end of quiet hours without losing its moment', () => {
  const hours = { quiet: { from: 9 * 60, to: 12 * 60 } };
  const late = [item('a', '2026-12-04T07:00:00Z', 'digest')];
  expect(decided(late, '2026-12-04T08:30:00Z', hours)).toEqual({ goes: null, putOff: {} });
  expect(decided(late, '2026-12-04T11:00:00Z', hours).goes).toEqual({ digest: 'a' });
});
