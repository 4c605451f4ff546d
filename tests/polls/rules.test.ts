import { expect, test } from 'vitest';
import { remindsAt } from '#app/polls/rules/poll.ts';
import { ranked } from '#app/polls/rules/ranking.ts';
import { slotsOfPattern } from '#app/polls/rules/slots.server.ts';
import { canWords, nightWords, shortNames } from '#app/polls/words.ts';

const people = [
  { id: 1, name: 'Tomasz Maj', zone: 'Europe/Warsaw' },
  { id: 2, name: 'Aroha Ngata', zone: 'Pacific/Auckland' },
  { id: 3, name: 'Ren Sato', zone: 'Asia/Tokyo' },
];
const slot = (id: number, startsAt: string, answers: ('yes' | 'if_need_be' | 'no' | null)[]) => ({
  ...{ id, startsAt, answers },
});

test('the best time is the one most can make, then the fewest refuse, then the gladdest', () => {
  const slots = [
    slot(1, '2026-12-08T07:00:00Z', ['yes', 'no', 'yes']),
    slot(2, '2026-12-09T07:00:00Z', ['yes', 'if_need_be', 'if_need_be']),
    slot(3, '2026-12-10T07:00:00Z', ['yes', 'yes', 'if_need_be']),
    slot(4, '2026-12-11T07:00:00Z', ['yes', null, 'yes']),
    slot(5, '2026-12-12T07:00:00Z', ['no', null, null]),
  ];
  const order = (given: typeof slots) => ranked(given, people).map(({ slotId }) => slotId);
  expect(order(slots)).toEqual([3, 2, 4, 1]);
  expect(order(slots.toReversed())).toEqual([3, 2, 4, 1]);
});

test('of times that are alike, the one in nobody’s night is better, and then the earlier', () => {
  const all: ('yes' | null)[] = ['yes', 'yes', 'yes'];
  const slots = [
    slot(1, '2026-12-08T22:00:00Z', all),
    slot(2, '2026-12-10T07:00:00Z', all),
    slot(3, '2026-12-09T07:00:00Z', all),
  ];
  expect(ranked(slots, people).map(({ slotId }) => slotId)).toEqual([3, 2, 1]);
});

test('the reason is said in words', () => {
  const of = { me: 1, names: shortNames(people) };
  const words = (startsAt: string, answers: ('yes' | 'if_need_be' | 'no' | null)[]) => {
    const [reason] = ranked([slot(1, startsAt, answers)], people);
    if (!reason) throw new Error('a reason');
    return [canWords(reason, of), nightWords(reason, { ...of, startsAt, zone: 'Europe/Warsaw' })];
  };
  expect(words('2026-12-08T07:00:00Z', ['yes', 'yes', 'yes'])).toEqual([
    'Everybody can.',
    'It is nobody’s night.',
  ]);
  expect(words('2026-12-08T22:00:00Z', ['yes', 'yes', 'if_need_be'])).toEqual([
    'Two can, you among them; Ren if need be.',
    'It is night for you (23:00).',
  ]);
  expect(words('2026-12-08T11:30:00Z', ['no', 'yes', null])).toEqual([
    'Aroha can. You can’t.',
    'It is night for Aroha (Wednesday 00:30).',
  ]);
  expect(words('2026-12-08T07:00:00Z', ['yes', null, 'yes'])[0]).toBe(
    'Two can, you among them, nobody can’t.',
  );
  const nothing = { ...{ slotId: 1, yes: [], ifNeedBe: [], no: [] }, silent: people, nights: [] };
  expect(canWords(nothing, of)).toBe('Nobody has said yet.');
});

test('who has not answered is reminded 48 hours before, 36 hours, or not at all', () => {
  const asked = new Date('2026-12-01T12:00:00Z');
  const lead = (hours: number) => {
    const closes = new Date(asked.getTime() + hours * 3_600_000);
    const at = remindsAt(asked, closes);
    return at && (closes.getTime() - at.getTime()) / 3_600_000;
  };
  expect([47, 48, 120, 121].map(lead)).toEqual([null, 36, 36, 48]);
});

test('a pattern is its weekdays at its times, and no more than a poll takes', () => {
  const pattern = {
    from: '2026-12-07',
    to: '2026-12-13',
    weekdays: [2, 7],
    times: ['18:00', '08:00'],
  };
  expect(slotsOfPattern(pattern)).toEqual([
    { date: '2026-12-08', time: '08:00' },
    { date: '2026-12-08', time: '18:00' },
    { date: '2026-12-13', time: '08:00' },
    { date: '2026-12-13', time: '18:00' },
  ]);
  const endless = { ...pattern, to: '2036-12-13', weekdays: [1, 2, 3, 4, 5, 6, 7] };
  expect(slotsOfPattern(endless).length).toBeLessThan(50);
});
