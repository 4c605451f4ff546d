import { expect, test } from 'vitest';
import { reminderAt } from '#app/notifications/rules/reminder.ts';
import {
  type Answer,
  isStillReading,
  listOpens,
  mayAnswer,
  saysHowMany,
} from '#app/seasons/rules/seasons.ts';

const answerBy = new Date('2026-12-10T23:59:00Z');
const before = new Date('2026-12-01T12:00:00Z');
const said = (...answers: Answer[]) =>
  answers.map((answer, index) => ({ personId: index + 1, answer }));

test('the list opens when every present member has answered, or at the deadline', () => {
  const opens = (answers: ReturnType<typeof said>, members: number[], now = before) =>
    listOpens(answers, members, answerBy, now);
  expect(opens(said('staying', 'leaving', 'staying'), [1, 2, 3])).toBe(true);
  expect(opens(said('staying', 'leaving'), [1, 2, 3])).toBe(false);
  expect(opens(said('staying', 'leaving', 'unsure'), [1, 2, 3])).toBe(false);
  // who left is not waited for; who joined is
  expect(opens(said('staying', 'leaving', 'unsure'), [1, 2])).toBe(true);
  expect(opens(said('staying', 'leaving', 'leaving'), [1, 2, 3, 4])).toBe(false);
  expect(opens([], [])).toBe(false);
  expect(opens([], [1, 2], new Date(answerBy.getTime() - 1))).toBe(false);
  expect(opens([], [1, 2], answerBy)).toBe(true);
});

test('after it opened one can only stay after all; a number is said from four members on', () => {
  const all: Answer[] = ['staying', 'leaving', 'unsure'];
  expect(all.map((answer) => mayAnswer(answer, false))).toEqual([true, true, true]);
  expect(all.map((answer) => mayAnswer(answer, true))).toEqual([true, false, false]);
  expect([2, 3, 4, 8].map(saysHowMany)).toEqual([false, false, true, true]);
});

test('the reminder comes a day before the deadline, unless that is over', () => {
  expect(reminderAt(answerBy, before)?.toISOString()).toBe('2026-12-09T23:59:00.000Z');
  expect(reminderAt(answerBy, new Date('2026-12-10T00:00:00Z'))).toBeNull();
});

test('only who said how far they are, and is not at the plan’s end, still reads', () => {
  const sections = [
    { id: 1, startPage: 1, endPage: 30 },
    { id: 2, startPage: 31, endPage: 60 },
    { id: 3, startPage: 61, endPage: 70 },
  ];
  const reads = (what: { read?: number[]; page?: number; percent?: number }) =>
    isStillReading(sections, [1, 2], { read: [], page: null, percent: null, ...what });
  expect(reads({})).toBe(false);
  expect(reads({ page: 45 })).toBe(true);
  expect(reads({ percent: 0 })).toBe(true);
  // the appendix is not in the plan
  expect(reads({ page: 60 })).toBe(false);
  expect(reads({ read: [1, 2] })).toBe(false);
});
