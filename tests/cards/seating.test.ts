import { expect, test } from 'vitest';
import { drawnOrder, isMovedTo, namesOnWall, seated } from '#app/cards/projector/rules/seating.ts';
import { slidesOf } from '#app/cards/projector/rules/slides.ts';
import { cameWords } from '#app/cards/projector/words.ts';
import type { CardStep, StepMode } from '#app/cards/rules/card.ts';

const EIGHT = ['Ines', 'Rui', 'Noor', 'Elif', 'Hanne', 'Tomasz', 'Kwame', 'Sofia'];
const step = (mode: StepMode): CardStep => ({
  kind: 'step',
  mode,
  minutes: 12,
  title: '',
  parts: [],
});

test('a drawing is the same for its number, another for the next, and holds everybody', () => {
  expect(drawnOrder(EIGHT, 3)).toEqual(drawnOrder(EIGHT, 3));
  const drawn = Array.from({ length: 20 }, (_, draw) => drawnOrder(EIGHT, draw).join());
  expect(new Set(drawn).size).toBeGreaterThan(15);
  expect(drawnOrder(EIGHT, 7).sort()).toEqual([...EIGHT].sort());
});

test('two pairs become one four', () => {
  const [first, second] = seated(step('pairs'), EIGHT, 1);
  expect(seated(step('fours'), EIGHT, 1)[0]).toEqual([...(first ?? []), ...(second ?? [])]);
});

test.each([4, 5, 6, 7, 8, 12])(
  '%i in pairs that change: everybody sits once in each round, with somebody new',
  (people) => {
    const order = Array.from({ length: people }, (_, at) => at);
    const met = new Set<string>();
    for (let round = 1; round < people; round++) {
      const groups = seated(step('rotating'), order, round);
      expect(groups.flat().sort((a, b) => a - b)).toEqual(order);
      for (const pair of groups.filter(({ length }) => length === 2)) {
        const both = [...pair].sort((a, b) => a - b).join();
        expect(met.has(both), `${both} in round ${round}`).toBe(false);
        met.add(both);
      }
    }
  },
);

test('the time waits where people change places', () => {
  const blocks = [
    { kind: 'prompt' as const, html: '<p>When?</p>' },
    ...(['alone', 'pairs', 'fours', 'circle', 'circle'] as const).map(step),
  ];
  const slides = slidesOf({ title: 'One', blocks });
  const waits = (people: number) =>
    slides.flatMap((_, at) => (isMovedTo(slides, at, people) ? at : []));
  expect(waits(8)).toEqual([2, 3, 4]);
  // Three sit together from the first to the last.
  expect(waits(3)).toEqual([]);
});

test('names stand on a wall where as many came as said so', () => {
  const said = [
    { name: 'Ines Sousa', answer: 'yes' },
    { name: 'Rui Tavares', answer: 'yes' },
    { name: 'Rui Almeida', answer: 'yes' },
    { name: 'Noor Karim', answer: 'no' },
  ];
  expect(namesOnWall(said, null)).toEqual(['Ines', 'Rui Tavares', 'Rui Almeida']);
  expect(namesOnWall(said, 3)).toHaveLength(3);
  expect(namesOnWall(said, 4)).toBeNull();
  expect(namesOnWall([], null)).toBeNull();
});

test.each<[StepMode, number | null, number | undefined, string]>([
  ['fours', 8, 420, 'Eight came: 4 + 4. Seven minutes a turn.'],
  ['pairs', 6, undefined, 'Six came: three pairs.'],
  ['circle', 7, 60, 'All seven. One minute a turn.'],
  ['trios', 3, undefined, 'All three.'],
  ['alone', 8, undefined, 'Everybody alone.'],
  ['trios', null, 120, 'In trios. Two minutes a turn.'],
])('%s, %s came', (mode, people, turn, words) => {
  const minutes = 30;
  expect(cameWords(turn === undefined ? { mode, minutes } : { mode, minutes, turn }, people)).toBe(
    words,
  );
});
