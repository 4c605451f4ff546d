import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepModes } from '#app/cards/rules/card.ts';
import { type FitItem, fewestMinutes, fitted, shortestOf } from '#app/recipes/rules/fit.ts';
import { talkItem, timeOfItems } from '#app/recipes/rules/recipe.ts';

const plain = { keep: false, why: null };

/** A card of one step in the circle. */
const circleCard = (title: string, minutes: number, more: Partial<FitItem> = {}): FitItem => ({
  ...talkItem(title, minutes),
  ...plain,
  ...{ deck: 'a-deck', card: title.toLowerCase().replaceAll(' ', '-'), kind: 'discussion' },
  ...more,
});

const three = [
  circleCard('Opening', 8, { kind: 'opener' }),
  circleCard('The heart', 30, { keep: true }),
  circleCard('Beside it', 20),
  circleCard('Ending', 8, { kind: 'closing' }),
];
const titles = (items: readonly FitItem[]) => items.map(({ title }) => title);

test('What fits stays as it is, and what is left is said', () => {
  const fit = fitted(three, 6, 75);
  expect(fit).toMatchObject({ fits: true, changes: [], takes: 66, left: 9 });
  expect(fit.items).toEqual(three);
});

test('Talk in the circle is shortened before anything is left out, and never by more than a quarter', () => {
  const fit = fitted(three, 6, 60);
  expect(titles(fit.items)).toEqual(titles(three));
  expect(fit.takes).toBe(57);
  expect(fit.changes.every(({ change }) => change === 'shorter')).toBe(true);
  for (const [at, { minutes }] of fit.items.entries()) {
    expect(minutes).toBeGreaterThanOrEqual((three[at]?.minutes ?? 0) * 0.75);
  }
});

test('The longest that is not the heart goes first, openers and closings after it', () => {
  expect(fitted(three, 6, 50)).toMatchObject({
    fits: true,
    changes: [{ change: 'left-out', item: 'Beside it', why: 'longest' }],
  });
  const short = fitted(three, 6, 30);
  expect(titles(short.items)).toEqual(['The heart']);
  expect(short.changes.flatMap((one) => (one.change === 'left-out' ? [one.why] : []))).toEqual([
    'longest',
    'opener',
    'closing',
  ]);
});

test('What cannot fit says so, and in how many minutes it would', () => {
  expect(fitted(three, 6, 20)).toMatchObject({ fits: false, takes: 23, left: -3 });
  expect(fewestMinutes(three, 6)).toBe(26);
  expect(fitted(three, 6, 26).fits).toBe(true);
  expect(fitted(three, 6, 25).fits).toBe(false);
});

test('A turn keeps two thirds, and never less than three quarters of a minute', () => {
  const trios = { title: 'Tell it', mode: 'trios', minutes: 22, turn: 420 } as const;
  // three turns of four and three quarter minutes
  expect(shortestOf(trios, 6)).toBe(15);
  const round = { title: 'Round', mode: 'circle', minutes: 6, turn: 45 } as const;
  expect(shortestOf(round, 8)).toBe(6);
  // three have said it sooner than eight
  expect(shortestOf(round, 3)).toBe(4);
  expect(shortestOf({ title: 'Write', mode: 'alone', minutes: 9 }, 6)).toBe(9);
  expect(shortestOf({ title: 'Change', mode: 'rotating', minutes: 10, turn: 240 }, 6)).toBe(7);
});

test('A shortened step says how long a turn is then', () => {
  const steps = [{ title: 'Tell it', mode: 'trios', minutes: 22, turn: 420 } as const];
  const card = { ...circleCard('The last word', 22, { keep: true }), steps };
  const fit = fitted([card], 6, 23);
  expect(fit.changes).toEqual([
    { change: 'shorter', item: 'The last word', step: 'Tell it', from: 22, minutes: 18, turn: 360 },
  ]);
});

test('What is on the agenda already is neither shortened nor left out', () => {
  const given = circleCard('Here before', 40, { given: true });
  const fit = fitted([given, ...three], 6, 75);
  expect(fit.items).toContain(given);
  expect(fit.fits).toBe(true);
});

const step = fc.record({
  title: fc.constant('A step'),
  mode: fc.constantFrom(...(Object.keys(stepModes) as (keyof typeof stepModes)[])),
  minutes: fc.integer({ min: 1, max: 30 }),
  turn: fc.integer({ min: 15, max: 600 }),
  turns: fc.boolean(),
});
const item = fc
  .record({
    steps: fc.array(step, { minLength: 1, maxLength: 4 }),
    kind: fc.constantFrom('opener', 'discussion', 'closing' as const, null),
    keep: fc.boolean(),
    given: fc.boolean(),
  })
  .map(
    ({ steps, kind, keep, given }, at = 0): FitItem => ({
      ...plain,
      ...{
        title: `Item ${at}`,
        deck: null,
        card: null,
        kind: kind as FitItem['kind'],
        keep,
        given,
      },
      minutes: steps.reduce((sum, { minutes }) => sum + minutes, 0),
      steps: steps.map(({ turns, turn, ...step }) => ({ ...step, ...(turns && { turn }) })),
    }),
  );
const agenda = fc
  .array(item, { minLength: 1, maxLength: 8 })
  .map((items) => items.map((one, at) => ({ ...one, title: `Item ${at}` })));
const people = fc.integer({ min: 1, max: 12 });
const minutes = fc.integer({ min: 10, max: 300 });

test('Whatever the agenda: the sum fits or it says not, the heart and the order stay', () => {
  fc.assert(
    fc.property(agenda, people, minutes, (items, people, minutes) => {
      const fit = fitted(items, people, minutes);
      expect(fit.takes).toBe(timeOfItems(fit.items, people));
      expect(fit.left).toBe(minutes - fit.takes);
      expect(fit.fits).toBe(fit.takes + 3 <= minutes);
      expect(fit.fits).toBe(fewestMinutes(items, people) <= minutes);
      const left = titles(fit.items);
      expect(left).toEqual(titles(items).filter((title) => left.includes(title)));
      for (const { keep, given, title } of items) if (keep || given) expect(left).toContain(title);
      for (const one of fit.items) {
        expect(one.minutes).toBe(one.steps.reduce((sum, { minutes }) => sum + minutes, 0));
        const before = items.find(({ title }) => title === one.title);
        one.steps.forEach(({ minutes }, at) => {
          const of = before?.steps[at];
          if (!of) throw new Error('A step too many.');
          expect(minutes).toBeLessThanOrEqual(of.minutes);
          expect(minutes).toBeGreaterThanOrEqual(shortestOf(of, people));
        });
      }
    }),
  );
});

test('With more minutes, whatever there was time for before is still there', () => {
  fc.assert(
    fc.property(agenda, people, minutes, minutes, (items, people, one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      const kept = titles(fitted(items, people, more).items);
      expect(kept).toEqual(expect.arrayContaining(titles(fitted(items, people, less).items)));
    }),
  );
});
