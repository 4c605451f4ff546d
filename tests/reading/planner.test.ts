import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weighSections } from '#app/books/rules/section-weight.ts';
import { type Held, partition } from '#app/reading/plan/rules/planner.ts';
import { type BookSection, divide } from '#app/reading/plan/rules/stints.ts';

interface Score {
  largest: number;
  squares: number;
}

function scoreOf(weights: readonly number[], ends: readonly number[]): Score {
  const pages = ends.map((end, index) =>
    weights.slice(ends[index - 1] ?? 0, end).reduce((sum, weight) => sum + weight, 0),
  );
  return { largest: Math.max(0, ...pages), squares: pages.reduce((sum, n) => sum + n * n, 0) };
}

const keeps = (ends: readonly number[], held: readonly Held[]) =>
  held.every(({ sections, stint }) => (ends[Math.min(stint, ends.length) - 1] ?? 0) >= sections);

/** Every division there is that keeps what is held. */
function* divisions(sections: number, stints: number, ends: number[] = []): Generator<number[]> {
  if (ends.length === stints - 1) return yield [...ends, sections];
  for (let end = ends.at(-1) ?? 0; end <= sections; end++) {
    yield* divisions(sections, stints, [...ends, end]);
  }
}

function bruteForce(weights: number[], stints: number, held: Held[]): Score {
  let best: Score = { largest: Number.POSITIVE_INFINITY, squares: Number.POSITIVE_INFINITY };
  for (const ends of divisions(weights.length, stints)) {
    if (!keeps(ends, held)) continue;
    const score = scoreOf(weights, ends);
    const isBetter =
      score.largest < best.largest ||
      (score.largest === best.largest && score.squares < best.squares);
    if (isBetter) best = score;
  }
  return best;
}

const weights = (maxLength: number) =>
  fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength });
const held = (sections: number, stints: number) =>
  fc.array(
    fc.record({
      sections: fc.integer({ min: 0, max: sections }),
      stint: fc.integer({ min: 1, max: stints }),
    }),
    { maxLength: 3 },
  );

describe('dividing sections among stints', () => {
  test('is never worse than the best of all divisions: the largest stint, then the spread', () => {
    fc.assert(
      fc.property(
        fc
          .tuple(weights(8), fc.integer({ min: 1, max: 5 }))
          .chain(([w, n]) => fc.tuple(fc.constant(w), fc.constant(n), held(w.length, n))),
        ([weights, stints, held]) => {
          const ends = partition(weights, stints, held);
          if (!ends) throw new Error('everything held can be kept from the first stint on');
          expect(keeps(ends, held)).toBe(true);
          expect(scoreOf(weights, ends)).toEqual(bruteForce(weights, stints, held));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('keeps the order, leaves nothing out and keeps what is held, at any size', () => {
    fc.assert(
      fc.property(
        fc
          .tuple(weights(200), fc.integer({ min: 1, max: 60 }))
          .chain(([w, n]) => fc.tuple(fc.constant(w), fc.constant(n), held(w.length, n))),
        ([weights, stints, held]) => {
          const ends = partition(weights, stints, held) ?? [];
          expect(ends).toHaveLength(stints);
          expect(ends).toEqual([...ends].sort((a, b) => a - b));
          expect(ends.at(-1)).toBe(weights.length);
          expect(keeps(ends, held)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('is not the greedy one, and reads more earlier where two are as good', () => {
    expect(partition([4, 4, 4, 4, 9], 3)).toEqual([2, 4, 5]);
    expect(partition([1, 1, 1], 2)).toEqual([2, 3]);
    // Filling each stint up to the largest would leave 9, 9, 2.
    expect(partition([3, 3, 3, 3, 3, 3, 2], 3)).toEqual([2, 4, 7]);
    expect(partition([5], 3)).toEqual([1, 1, 1]);
    expect(partition([], 2)).toEqual([0, 0]);
  });

  test('says when something would have to be read before the first stint', () => {
    expect(partition([3, 3], 2, [{ sections: 1, stint: 0 }])).toBeNull();
    expect(partition([3, 3], 0)).toBeNull();
  });
});

const section = (id: number, kind: BookSection['kind'], startPage: number | null, pages = 1) => ({
  id,
  kind,
  startPage,
  endPage: startPage === null ? null : startPage + pages - 1,
});

const days = ['2027-01-05', '2027-01-12', '2027-01-19'];

describe('dividing a book among days', () => {
  const book: BookSection[] = [
    section(1, 'front', 1, 8),
    section(2, 'part', 9, 2),
    section(3, 'chapter', 11, 24),
    section(4, 'chapter', 35, 38),
    section(5, 'part', 73, 2),
    section(6, 'chapter', 75, 11),
    section(7, 'chapter', 86, 25),
    section(8, 'back', 111, 30),
  ];
  const read = new Set([1, 2, 3, 4, 5, 6, 7]);

  test('leaves a part’s title page with what it heads', () => {
    expect(divide(book, read, days)).toEqual({ ok: true, stints: [[1, 2, 3], [4], [5, 6, 7]] });
  });

  test('finishes a part, with its last chapter, by the day that was fixed', () => {
    const by = (day: string) => divide(book, read, days, [{ sectionId: 2, by: day }]);
    expect(by('2027-01-18')).toEqual({ ok: true, stints: [[1, 2, 3], [4], [5, 6, 7]] });
    expect(by('2027-01-11')).toEqual({ ok: true, stints: [[1, 2, 3, 4], [5, 6], [7]] });
    expect(by('2027-01-04')).toEqual({
      ok: false,
      fixed: { sectionId: 2, by: '2027-01-04' },
    });
  });

  test('keeps a fixed point on a title page whose chapters are not the next thing', () => {
    const book = [
      ...[section(0, 'chapter', 1, 1), section(1, 'chapter', 51, 1)],
      ...[section(2, 'part', 101, 1), section(3, 'front', 151, 1)],
    ];
    const fixed = [{ sectionId: 2, by: '2027-01-05' }];
    const divided = divide(book, new Set([0, 1, 2, 3]), days, fixed);
    expect(divided).toEqual({ ok: true, stints: [[0, 1, 2, 3], [], []] });
  });

  test('keeps every fixed point of every book', () => {
    const books = fc
      .array(
        fc.record({
          kind: fc.constantFrom<BookSection['kind']>('chapter', 'chapter', 'part', 'front'),
          pages: fc.integer({ min: 1, max: 40 }),
        }),
        { minLength: 1, maxLength: 30 },
      )
      .map((rows) => rows.map(({ kind, pages }, id) => section(id, kind, 1 + id * 50, pages)));
    const point = fc.tuple(fc.nat(), fc.integer({ min: 4, max: 20 }));
    fc.assert(
      fc.property(books, fc.array(point, { maxLength: 3 }), (book, points) => {
        const ids = new Set(book.map(({ id }) => id));
        const fixed = points.map(([n, day]) => ({
          sectionId: n % book.length,
          by: `2027-01-${String(day).padStart(2, '0')}`,
        }));
        const divided = divide(book, ids, days, fixed);
        if (!divided.ok) {
          expect(divided.fixed.by < '2027-01-05').toBe(true);
          return;
        }
        expect(divided.stints.flat()).toEqual([...ids]);
        for (const { sectionId, by } of fixed) {
          const at = divided.stints.findIndex((stint) => stint.includes(sectionId));
          expect((days[at] ?? '9') <= by).toBe(true);
        }
      }),
    );
  });
});

test('a section of unknown length is taken to be as long as the middle one', () => {
  const book: BookSection[] = [
    section(1, 'front', null),
    section(2, 'part', null),
    section(3, 'chapter', 11, 24),
    section(4, 'chapter', 35, 38),
    section(5, 'chapter', 73, 10),
    { id: 6, kind: 'chapter', startPage: 83, endPage: null },
  ];
  expect(weighSections(book)).toEqual([24, 0, 24, 38, 10, 24]);
  const unpaged = book.map(({ id, kind }) => section(id, kind, null));
  expect(weighSections(unpaged)).toEqual([20, 0, 20, 20, 20, 20]);
});
