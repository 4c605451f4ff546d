import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  afterLook,
  again,
  begun,
  type Course,
  courseFor,
  goneOn,
  HELD,
  held,
  placeIn,
  spentAt,
  type Timer,
} from '#app/cards/projector/rules/timer.ts';
import { clockWords, leftWords } from '#app/cards/projector/words.ts';

const NOON = Date.UTC(2098, 11, 1, 12);
const at = (minutes: number, seconds = 0) => NOON + (minutes * 60 + seconds) * 1000;

/** What is said of the time on a wall. */
const said = (course: Course, timer: Timer, now: number) => {
  const place = placeIn(course, spentAt(timer, now));
  return `${clockWords(place.left)} ${leftWords(course, place)}`;
};

const fours = courseFor({ mode: 'fours', minutes: 30, turn: 420 }, 8);

test.each<[string, string, () => [Timer, number]]>([
  ['nothing begins by itself', '7:00 left of turn 1 of 4', () => [HELD, at(10)]],
  ['it begins', '7:00 left of turn 1 of 4', () => [begun(NOON), NOON]],
  ['it runs', '4:20 left of turn 1 of 4', () => [begun(NOON), at(2, 40)]],
  ['a turn ends, the next begins', '7:00 left of turn 2 of 4', () => [begun(NOON), at(7)]],
  ['held, it stays', '4:00 left of turn 1 of 4', () => [held(begun(NOON), at(3)), at(25)]],
  [
    'gone on, it goes on from there',
    '3:00 left of turn 1 of 4',
    () => [goneOn(held(begun(NOON), at(3)), at(25)), at(26)],
  ],
  ['a laptop slept through two turns', '6:00 left of turn 3 of 4', () => [begun(NOON), at(15)]],
  ['what no turn is in', '1:30 left of this step', () => [begun(NOON), at(28, 30)]],
  ['a laptop slept until the morning', '0:00 time is up', () => [begun(NOON), at(900)]],
  [
    'the clock was set back by an hour between two looks',
    '4:00 left of turn 1 of 4',
    () => [afterLook(begun(NOON), at(2), at(-58)), at(-57)],
  ],
  ['the turn again', '7:00 left of turn 2 of 4', () => [again(begun(NOON), fours, at(9)), at(9)]],
  [
    'the turn again while it is held',
    '7:00 left of turn 2 of 4',
    () => [again(held(begun(NOON), at(9)), fours, at(10)), at(20)],
  ],
])('%s: %s', (_, words, made) => {
  expect(said(fours, ...made())).toBe(words);
});

test.each<[string, Course, string]>([
  [
    'rounds',
    courseFor({ mode: 'rotating', minutes: 12, turn: 300 }, 6),
    '2:00 left of round 2 of 2',
  ],
  ['no turns', courseFor({ mode: 'trios', minutes: 12 }, 6), '4:00 left of this step'],
  [
    'turns of everybody',
    courseFor({ mode: 'circle', minutes: 10, turn: 60 }, 9),
    '1:00 left of turn 9 of 9',
  ],
  [
    'one case',
    courseFor({ mode: 'presenter', minutes: 12, turn: 300 }, 6),
    '4:00 left of this step',
  ],
])('eight minutes into %s', (_, course, words) => {
  expect(said(course, begun(NOON), at(8))).toBe(words);
});

test('a new turn is pointed out for a moment, the first is not', () => {
  const state = (seconds: number) => placeIn(fours, seconds * 1000).state;
  expect([0, 419, 420, 427, 429, 840, 1800].map(state)).toEqual([
    ...['going', 'going', 'changed', 'changed', 'going', 'changed', 'up'],
  ]);
});

test('time only goes on, whatever a clock does between looks', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -7_200_000, max: 7_200_000 })), (steps) => {
      let [timer, seen, spent] = [begun(NOON), NOON, 0];
      for (const by of steps) {
        const now = seen + by;
        timer = afterLook(timer, seen, now);
        expect(spentAt(timer, now)).toBe(spent + Math.max(0, by));
        [seen, spent] = [now, spentAt(timer, now)];
      }
    }),
  );
});
