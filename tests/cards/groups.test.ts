import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type StepMode, stepModes } from '#app/cards/rules/card.ts';
import { groupsOf, movesOf, timeFor, turnIn } from '#app/cards/rules/groups.ts';
import { durationWords, groupWords } from '#app/cards/words/groups.ts';

const upToTwelve = Array.from({ length: 12 }, (_, at) => at + 1);

test.each<[StepMode, string[]]>([
  ['alone', upToTwelve.map((people) => Array.from({ length: people }, () => 1).join('+'))],
  ['circle', upToTwelve.map(String)],
  ['presenter', upToTwelve.map(String)],
  [
    'pairs',
    [
      ...['1', '2', '3', '2+2', '3+2', '2+2+2', '3+2+2', '2+2+2+2', '3+2+2+2', '2+2+2+2+2'],
      ...['3+2+2+2+2', '2+2+2+2+2+2'],
    ],
  ],
  [
    'rotating',
    [
      ...['1', '2', '3', '2+2', '3+2', '2+2+2', '3+2+2', '2+2+2+2', '3+2+2+2', '2+2+2+2+2'],
      ...['3+2+2+2+2', '2+2+2+2+2+2'],
    ],
  ],
  [
    'trios',
    [...['1', '2', '3', '4', '3+2', '3+3', '4+3', '4+4', '3+3+3', '4+3+3', '4+4+3'], '3+3+3+3'],
  ],
  ['fours', ['1', '2', '3', '4', '5', '3+3', '4+3', '4+4', '5+4', '4+3+3', '4+4+3', '4+4+4']],
])('In %s, one to twelve people sit together as they should', (mode, groups) => {
  expect(upToTwelve.map((people) => groupsOf(mode, people).join('+'))).toEqual(groups);
});

const modes = Object.keys(stepModes) as StepMode[];
const aMode = fc.constantFrom(...modes);
const people = fc.integer({ min: 1, max: 40 });

test('Everybody has a seat in one group, nobody sits alone beside others, and groups are even', () => {
  fc.assert(
    fc.property(aMode, people, (mode, people) => {
      const groups = groupsOf(mode, people);
      expect(groups.reduce((sum, size) => sum + size, 0)).toBe(people);
      const [least, most] = [Math.min(...groups), Math.max(...groups)];
      expect(most - least).toBeLessThanOrEqual(1);
      expect(groups[0]).toBe(most);
      if (mode !== 'alone' && people > 1) expect(least).toBeGreaterThan(1);
    }),
  );
});

test('Turns of a whole group fit into its step, and are never longer than the card says', () => {
  const step = fc.record({
    mode: fc.constantFrom<StepMode>('pairs', 'trios', 'fours', 'circle'),
    minutes: fc.integer({ min: 1, max: 90 }),
    turn: fc.integer({ min: 15, max: 1800 }),
  });
  fc.assert(
    fc.property(step, people, (step, people) => {
      for (const size of groupsOf(step.mode, people)) {
        const turn = turnIn(step, size) ?? Number.NaN;
        expect(turn * size).toBeLessThanOrEqual(step.minutes * 60);
        expect(turn).toBeLessThanOrEqual(step.turn);
        expect(turn).toBeGreaterThan(0);
        if (turn < step.turn && turn > 15) expect(turn % 15).toBe(0);
      }
    }),
  );
});

test('A larger group has shorter turns, in whole quarter minutes; a smaller one no longer turns', () => {
  const trios = { mode: 'trios', minutes: 10, turn: 200 } as const;
  expect([2, 3, 4].map((size) => turnIn(trios, size))).toEqual([200, 200, 150]);
  expect(turnIn({ ...trios, minutes: 13 }, 4)).toBe(195);
  expect(turnIn({ mode: 'trios', minutes: 10 }, 3)).toBeNull();
  expect(turnIn({ mode: 'circle', minutes: 2, turn: 15 }, 12)).toBe(10);
  for (const mode of ['rotating', 'presenter'] as const) {
    expect(turnIn({ mode, minutes: 10, turn: 200 }, 8)).toBe(200);
  }
});

test.each<[StepMode[], number, number]>([
  [['alone', 'trios', 'circle'], 8, 2],
  [['alone', 'circle'], 8, 0],
  [['alone'], 8, 0],
  [['pairs', 'alone', 'pairs'], 8, 1],
  [['circle', 'presenter', 'circle'], 8, 0],
  [['pairs', 'fours', 'circle'], 8, 3],
  [['rotating', 'circle'], 8, 2],
  [['pairs', 'rotating'], 8, 2],
  // Two fours are two fours, and three people are a trio and the circle at once.
  [['trios', 'fours', 'circle'], 8, 2],
  [['alone', 'trios', 'circle'], 3, 0],
  [['alone', 'trios', 'circle'], 4, 0],
  [['alone', 'pairs', 'circle'], 4, 2],
  [['pairs', 'alone', 'pairs'], 2, 0],
  [['alone', 'pairs', 'circle'], 1, 0],
])('%j makes %i people move %i times', (modes, people, moves) => {
  expect(movesOf(modes, people)).toBe(moves);
});

test('A card takes its steps and two minutes for every move', () => {
  const steps = [
    { mode: 'alone', minutes: 3 },
    { mode: 'trios', minutes: 10, turn: 180 },
    { mode: 'circle', minutes: 7 },
  ] as const;
  expect([1, 3, 4, 5, 8].map((people) => timeFor(steps, people))).toEqual([20, 20, 20, 24, 24]);
});

test.each<[StepMode, number, number | undefined, number, string | null]>([
  ['fours', 28, 420, 8, '4 + 4, seven minutes a turn'],
  ['fours', 28, 420, 3, 'all three, seven minutes a turn'],
  [
    'fours',
    28,
    420,
    9,
    '5 + 4, five and a half minutes a turn among five, seven minutes among four',
  ],
  [
    'trios',
    10,
    180,
    7,
    '4 + 3, two and a half minutes a turn among four, three minutes among three',
  ],
  ['trios', 16, 240, 7, '4 + 3, four minutes a turn'],
  ['pairs', 6, 180, 8, 'four pairs, three minutes a turn'],
  ['pairs', 6, 180, 5, '3 + 2, two minutes a turn among three, three minutes among two'],
  ['pairs', 6, undefined, 2, 'the two of you'],
  ['rotating', 9, 180, 8, 'four pairs, three minutes a round'],
  ['presenter', 9, 60, 8, 'all eight, one minute a turn'],
  ['circle', 8, 60, 12, 'all twelve, 30 seconds a turn'],
  ['circle', 8, undefined, 5, 'all five'],
  ['alone', 8, undefined, 5, null],
  ['circle', 8, 60, 1, null],
])(
  'In words: %s, %i minutes, turns of %s seconds, %i people',
  (mode, minutes, turn, people, words) => {
    const step = turn === undefined ? { mode, minutes } : { mode, minutes, turn };
    expect(groupWords(step, people)).toBe(words);
  },
);

test.each([
  [45, '45 seconds'],
  [60, 'one minute'],
  [75, '75 seconds'],
  [90, '90 seconds'],
  [120, 'two minutes'],
  [150, 'two and a half minutes'],
  [195, '3 minutes 15 seconds'],
  [900, '15 minutes'],
])('%i seconds are %s', (seconds, words) => {
  expect(durationWords(seconds)).toBe(words);
});
