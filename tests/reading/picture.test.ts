import { describe, expect, test } from 'vitest';
import type { SectionKind } from '#app/books/rules/section-name.ts';
import { bordersBetween, pictureOf } from '#app/reading/plan/rules/picture.ts';
import { type PlanTyped, takePlanStep } from '#app/reading/plan/rules/plan-draft.ts';

const section = (id: number, kind: SectionKind, startPage: number, endPage: number | null) => ({
  id,
  kind,
  label: String(id),
  title: `Title ${id}`,
  startPage,
  endPage,
});

const book = [
  section(1, 'chapter', 1, 20),
  section(2, 'part', 21, 22),
  section(3, 'chapter', 23, 40),
  section(4, 'chapter', 41, null),
];

const typed: PlanTyped = {
  startsOn: '2027-01-05',
  endsOn: '',
  rhythm: 'weekly',
  weekday: '2',
  count: '',
  pace: '30',
  recap: '',
  wrap: '',
  recapOn: '',
  wrapOn: '2027-02-02',
  milestones: [
    { key: 'm1', id: '7', title: '', dueOn: '2027-01-19' },
    { key: 'm2', id: '', title: 'First', dueOn: '2027-01-12' },
    { key: 'm3', id: '', title: '', dueOn: '' },
  ],
  sections: [
    { id: '1', milestone: 'm2' },
    { id: '2', milestone: 'm1' },
    { id: '3', milestone: 'm1' },
    { id: '4', milestone: 'm3' },
  ],
  pauses: [
    { label: 'Winter', from: '2027-01-20', to: '' },
    { label: 'Not typed yet', from: '', to: '' },
  ],
  fixed: [
    { section: '2', by: '2027-01-19' },
    { section: '3', by: '2027-01-12' },
    { section: '', by: '2027-01-12' },
  ],
};

describe('the picture of a plan', () => {
  test('shows what is typed, in the order of days, whatever the order of the rows', () => {
    const picture = pictureOf(typed, book);
    expect(picture.stints.map(({ key, pages, about }) => [key, pages, about])).toEqual([
      ['m2', 20, false],
      ['m1', 20, false],
      // The last section's length is guessed from the others.
      ['m3', 20, true],
    ]);
    expect(picture.wrapOn).toBe('2027-02-02');
    expect(picture.pauses).toEqual([{ label: 'Winter', from: '2027-01-20', to: '2027-01-20' }]);
  });

  test('says of fixed points, where their section ends, whether they are kept', () => {
    const { stints } = pictureOf(typed, book);
    expect(stints.map(({ fixed }) => fixed.map(({ section, kept }) => [section.id, kept]))).toEqual(
      // A part is finished with its last chapter, which has no day yet.
      [[], [[3, false]], [[2, false]]],
    );
  });

  test('is drawn of anything that can be typed', () => {
    const nonsense = { ...typed, startsOn: 'soon', pace: '', fixed: [{ section: 'x', by: 'y' }] };
    expect(pictureOf(nonsense, book)).toMatchObject({ startsOn: '', pace: 0 });
    expect(pictureOf({ ...typed, milestones: [], sections: [] }, book).stints).toEqual([]);
  });

  test('a border neither empties a stint nor leaves a title page behind', () => {
    const [first, second] = pictureOf(typed, book).stints;
    if (!first || !second) throw new Error('two stints');
    expect(bordersBetween(first.sections, second.sections)).toMatchObject({ at: 1, places: [1] });
    const more = bordersBetween([...first.sections, ...second.sections], first.sections);
    expect(more.places).toEqual([1, 3]);
  });
});

test('rows are added and removed without scripts, in the list they belong to', () => {
  expect(takePlanStep(typed, 'add-row:milestones').milestones.at(-1)).toEqual({
    key: 'm4',
    id: '',
    title: '',
    dueOn: '',
  });
  expect(takePlanStep(typed, 'add-row:pauses').pauses).toHaveLength(3);
  expect(takePlanStep(typed, 'remove:0:fixed').fixed).toEqual(typed.fixed.slice(1));
  expect(takePlanStep(typed, 'remove:0:pauses').pauses).toEqual(typed.pauses.slice(1));
  const without = takePlanStep(typed, 'remove:0:milestones');
  expect(without.milestones.map(({ key }) => key)).toEqual(['m2', 'm3']);
  expect(without.sections.map(({ milestone }) => milestone)).toEqual(['m2', '', '', 'm3']);
  for (const step of ['remove:9:milestones', 'add-row:nothing', 'remove', 'shout:1:fixed']) {
    expect(takePlanStep(typed, step)).toEqual(typed);
  }
});
