import { describe, expect, test } from 'vitest';
import { sectionName, sectionsInShort, sectionsInWords } from '#app/books/rules/section-name.ts';
import {
  type Plan,
  placeInPlan,
  planProblems as problemsOn,
} from '#app/reading/plan/rules/plan.ts';
import { plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { todayIn } from '#app/time/days.ts';

const plan: Plan = {
  startsOn: '2026-11-01',
  endsOn: '2026-12-16',
  milestones: [
    { title: '', dueOn: '2026-11-17', sectionIds: [1, 2] },
    { title: '', dueOn: '2026-12-16', sectionIds: [3] },
  ],
  terms: plainTerms,
};
const problemsOf = (plan: Plan, sectionIds: number[]) => problemsOn(plan, sectionIds, '2026-11-20');

describe('what a plan is refused for', () => {
  test('nothing, when it is sound', () => expect(problemsOf(plan, [1, 2, 3])).toEqual({}));

  test('an end before the start, and a length nobody means', () => {
    expect(problemsOf({ ...plan, endsOn: '2026-10-31' }, [1, 2, 3])).toHaveProperty('endsOn');
    expect(problemsOf({ ...plan, endsOn: '2062-12-16' }, [1, 2, 3]).endsOn).toContain('year');
  });

  test('a milestone outside the reading, twice on one day, or of nothing', () => {
    const [one, two] = plan.milestones;
    if (!one || !two) throw new Error('two milestones');
    const milestones = [
      { ...one, dueOn: '2026-10-31' },
      { ...two, dueOn: '2026-12-17' },
      { title: '', dueOn: '2026-12-01', sectionIds: [] },
      { title: '', dueOn: '2026-12-01', sectionIds: [4] },
    ];
    expect(problemsOf({ ...plan, milestones }, [1, 2, 3, 4])).toEqual({
      'milestones[0].dueOn': 'This is before the reading starts.',
      'milestones[1].dueOn': 'This is after the reading ends.',
      'milestones[2].title': 'Choose below what is read for it, or remove it.',
      'milestones[3].dueOn': 'Milestone 3 is due that day already.',
    });
  });

  test('no milestone, a section in two, a section of another book', () => {
    expect(problemsOf({ ...plan, milestones: [] }, [1])).toHaveProperty('milestones');
    expect(problemsOf(plan, [1, 2])).toEqual({
      milestones: 'A section chosen here is not in this book.',
    });
    const twice = plan.milestones.map((milestone) => ({ ...milestone, sectionIds: [1] }));
    expect(problemsOf({ ...plan, milestones: twice }, [1]).milestones).toContain('1 and 2');
  });

  test('not for a milestone of the past that holds nothing: it was put off', () => {
    const [past, coming] = plan.milestones;
    if (!past || !coming) throw new Error('two milestones');
    const empty = { ...past, sectionIds: [] };
    expect(problemsOf({ ...plan, milestones: [empty, coming] }, [3])).toEqual({});
  });

  test('a section that is both read and for those who like, a recap outside the reading', () => {
    const withTerms = (terms: Partial<typeof plainTerms>) =>
      problemsOf({ ...plan, terms: { ...plainTerms, ...terms } }, [1, 2, 3, 4]);
    expect(withTerms({ optionalIds: [4], recapOn: '2026-11-01' })).toEqual({});
    expect(withTerms({ optionalIds: [3] }).milestones).toContain('Milestone 2');
    expect(withTerms({ optionalIds: [5] }).milestones).toContain('not in this book');
    expect(withTerms({ recapOn: '2026-10-31' })).toHaveProperty('recapOn');
    expect(withTerms({ wrapOn: '2026-12-17' })).toHaveProperty('wrapOn');
  });
});

test('where a circle is in its plan', () => {
  const milestones = ['2026-11-03', '2026-11-17', '2026-12-01'].map((dueOn) => ({ dueOn }));
  const states = (today: string) =>
    placeInPlan(milestones, '2026-10-20', today).map(({ state }) => state);
  expect(states('2026-10-01')).toEqual(['next', 'next', 'next']);
  expect(states('2026-11-03')).toEqual(['now', 'next', 'next']);
  expect(states('2026-11-04')).toEqual(['done', 'now', 'next']);
  expect(states('2026-12-02')).toEqual(['done', 'done', 'done']);
  expect(placeInPlan(milestones, '2026-10-20', '2026-11-10')[1]?.passed).toBe(0.5);
});

test('today is the day it is in the circle’s zone', () => {
  const now = new Date('2026-11-22T23:30:00Z');
  expect(todayIn('Europe/Lisbon', now)).toBe('2026-11-22');
  expect(todayIn('Asia/Kolkata', now)).toBe('2026-11-23');
});

test('sections in words', () => {
  const chapter = (label: string) => ({ kind: 'chapter' as const, label, title: `Title ${label}` });
  const part = { kind: 'part' as const, label: 'Two', title: 'Systems and Us' };
  const preface = { kind: 'front' as const, label: '', title: 'Preface' };
  expect(sectionName(part)).toBe('Part Two: Systems and Us');
  expect(sectionName({ ...chapter('4'), title: 'Chapter 4' })).toBe('Chapter 4');
  expect(sectionName(preface)).toBe('Preface');
  expect(sectionsInWords([part, chapter('4'), chapter('5')])).toBe('Chapters 4 and 5');
  expect(sectionsInShort([part, chapter('4'), chapter('5')])).toBe('Ch. 4–5');
  expect(sectionsInWords(['6', '7', '8', '9'].map(chapter))).toBe('Chapters 6 to 9');
  expect(sectionsInWords([chapter('3')])).toBe('Chapter 3');
  expect(sectionsInWords([preface, chapter('1'), chapter('2')])).toBe('Preface, Chapters 1 and 2');
  expect(sectionsInWords([preface, part])).toBe('Preface');
  expect(sectionsInWords([part])).toBe('Systems and Us');
  const intro = { kind: 'front' as const, label: '', title: 'Introduction: The System Lens' };
  expect(sectionsInWords([preface, intro, chapter('1'), chapter('2')])).toBe(
    'Preface to Chapter 2',
  );
  expect(sectionsInShort([preface, intro, chapter('1')])).toBe('Preface–Ch. 1');
  expect(sectionsInShort([intro])).toBe('Introduction');
  expect(sectionsInWords([chapter('5'), intro])).toBe('Chapter 5, Introduction: The System Lens');
  expect(sectionsInWords([chapter('1'), chapter('3')])).toBe('Chapters 1 … 3');
  expect(sectionsInWords([])).toBe('');
});
