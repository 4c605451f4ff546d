import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SectionKind } from '#app/books/rules/section-name.ts';
import { keepMilestones } from '#app/reading/plan/rules/keep-milestones.ts';
import { meetingDays } from '#app/reading/plan/rules/meeting-days.ts';
import { paceWarnings, weeksBetween } from '#app/reading/plan/rules/pace.ts';
import { planProblems } from '#app/reading/plan/rules/plan.ts';
import { type PlanTerms, plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { type PlanAsk, proposePlan } from '#app/reading/plan/rules/proposal.ts';
import {
  brokenPoints,
  replan,
  replanChoices,
  suggestDropped,
} from '#app/reading/plan/rules/replan.ts';
import type { ReplanGround } from '#app/reading/plan/rules/replan-ground.ts';
import { changesInWords, compare, isChange } from '#app/reading/plan/words.ts';

const chapters = (...pages: number[]) =>
  pages.map((length, index) => ({
    id: index + 1,
    kind: 'chapter' as SectionKind,
    label: String(index + 1),
    title: `Title ${index + 1}`,
    startPage: 1 + index * 100,
    endPage: index * 100 + length,
  }));

// 2027: 5, 12, 19 and 26 January and 2 February are Tuesdays.
const tuesdays = ['2027-01-05', '2027-01-12', '2027-01-19', '2027-01-26', '2027-02-02'];

describe('the days a circle meets', () => {
  const weekly = { rhythm: 'weekly' as const, weekday: 2, pauses: [], sessionDays: [] };
  const first = (given: object, startsOn: string, recap = false) =>
    meetingDays({ ...weekly, ...given }, startsOn, recap).slice(0, 3);

  test('come a week after the start at the earliest, or on it when nothing is read for them', () => {
    expect(first({}, '2027-01-05')).toEqual(['2027-01-12', '2027-01-19', '2027-01-26']);
    expect(first({}, '2027-01-06')).toEqual(['2027-01-12', '2027-01-19', '2027-01-26']);
    expect(first({}, '2027-01-05', true)).toEqual(['2027-01-05', '2027-01-12', '2027-01-19']);
    expect(first({ rhythm: 'fortnightly' }, '2027-01-05')).toEqual([
      '2027-01-19',
      '2027-02-02',
      '2027-02-16',
    ]);
  });

  test('leave out weeks off, which nothing is due in and which do not count', () => {
    const pauses = [{ label: 'Winter', from: '2027-01-11', to: '2027-01-17' }];
    expect(first({ pauses }, '2027-01-05')).toEqual(['2027-01-19', '2027-01-26', '2027-02-02']);
    expect(first({ pauses, rhythm: 'fortnightly' }, '2027-01-05').slice(0, 2)).toEqual([
      '2027-01-26',
      '2027-02-09',
    ]);
  });

  test('are the circle’s sessions when it reads by those', () => {
    const pauses = [{ label: '', from: '2027-01-19', to: '2027-01-19' }];
    const sessions = { rhythm: 'sessions', sessionDays: tuesdays };
    expect(first(sessions, '2027-01-05')).toEqual(tuesdays.slice(1, 4));
    expect(first({ ...sessions, pauses }, '2027-01-05')).toEqual([
      '2027-01-12',
      '2027-01-26',
      '2027-02-02',
    ]);
  });
});

describe('proposing a plan', () => {
  const ask: PlanAsk = {
    startsOn: '2027-01-05',
    rhythm: 'weekly',
    weekday: 2,
    count: 3,
    pace: 30,
    pauses: [],
    fixed: [],
    recap: false,
    wrap: false,
    optionalIds: [],
    sessionDays: [],
  };
  const book = chapters(20, 20, 20, 20, 20, 20);

  test('divides the book, ends with the last milestone, and keeps to what was asked', () => {
    expect(proposePlan(book, ask)).toEqual({
      ok: true,
      endsOn: '2027-01-26',
      recapOn: null,
      wrapOn: null,
      milestones: [
        { title: '', dueOn: '2027-01-12', sectionIds: [1, 2] },
        { title: '', dueOn: '2027-01-19', sectionIds: [3, 4] },
        { title: '', dueOn: '2027-01-26', sectionIds: [5, 6] },
      ],
    });
  });

  test('takes as many meetings as the pace asks for when none is said', () => {
    const proposed = proposePlan(book, { ...ask, count: null });
    expect(proposed.ok && proposed.milestones).toHaveLength(4);
  });

  test('with a recap and a wrap reads for the meetings between them', () => {
    const proposed = proposePlan(book, { ...ask, count: 5, recap: true, wrap: true });
    if (!proposed.ok) throw new Error(proposed.reason);
    expect(proposed).toMatchObject({ recapOn: '2027-01-05', wrapOn: '2027-02-02' });
    expect(proposed.milestones.map(({ dueOn }) => dueOn)).toEqual(tuesdays.slice(1, 4));
    expect(proposed.endsOn).toBe('2027-02-02');
  });

  test('says kindly where it cannot', () => {
    const by = (day: string) => [{ sectionId: 2, by: day }];
    expect(proposePlan(book, { ...ask, fixed: by('2027-01-11') })).toMatchObject({
      ok: false,
      field: 'fixed',
      fixed: 0,
    });
    expect(proposePlan(book, { ...ask, fixed: by('2027-01-12') }).ok).toBe(true);
    expect(proposePlan(book, { ...ask, rhythm: 'sessions' })).toMatchObject({ field: 'rhythm' });
    const idle = { ...ask, count: 2, recap: true, wrap: true };
    expect(proposePlan(book, idle)).toMatchObject({ ok: false, field: 'count' });
  });

  test('leaves out what follows the last chapter, and what is for those who like', () => {
    const withIndex = book.map((section) =>
      section.id === 6 ? { ...section, kind: 'back' as const } : section,
    );
    const proposed = proposePlan(withIndex, { ...ask, optionalIds: [2] });
    expect(proposed.ok && proposed.milestones.flatMap((one) => one.sectionIds)).toEqual([
      1, 3, 4, 5,
    ]);
  });
});

test('weeks to read in, without the days off', () => {
  const winter = { label: '', from: '2027-01-08', to: '2027-01-14' };
  expect(weeksBetween('2027-01-05', '2027-01-19')).toBe(2);
  expect(weeksBetween('2027-01-05', '2027-01-19', [winter])).toBe(1);
  expect(weeksBetween('2027-01-05', '2027-01-19', [winter, winter])).toBe(1);
  expect(weeksBetween('2027-01-12', '2027-01-19', [winter])).toBeCloseTo(5 / 7);
});

describe('what a plan is told about itself', () => {
  const stints = (...pages: number[]) =>
    pages.map((count, index) => ({ dueOn: tuesdays[index + 1] ?? '', pages: count }));
  const warned = (pages: number[], pace = 30) =>
    paceWarnings({ startsOn: '2027-01-05', stints: stints(...pages), pace, pauses: [] });

  test('nothing up to about thirty pages a week, or what the circle finds comfortable', () => {
    expect(warned([30, 33])).toEqual([]);
    expect(warned([30, 34])).toEqual([{ of: 'pace', stints: [1], most: 34, limit: 30 }]);
    expect(warned([20, 24], 20)).toMatchObject([{ of: 'pace', limit: 20 }]);
    expect(warned([40], 50)).toMatchObject([{ of: 'pace', limit: 30 }]);
  });

  test('more than ten weeks', () => {
    const until = (dueOn: string) =>
      paceWarnings({ startsOn: '2027-01-05', stints: [{ dueOn, pages: 9 }], pace: 30, pauses: [] });
    expect(until('2027-03-16')).toEqual([]);
    expect(until('2027-03-23')).toEqual([{ of: 'length', weeks: 11 }]);
  });
});

test('milestones keep their identity by their session’s new day, then their day, then in order', () => {
  const before = [
    { id: 1, title: 'One', dueOn: '2027-01-12', sectionIds: [1, 2] },
    { id: 2, title: '', dueOn: '2027-01-19', sectionIds: [3] },
    { id: 3, title: 'Three', dueOn: '2027-01-26', sectionIds: [4] },
  ];
  const planned = [
    { title: '', dueOn: '2027-01-14', sectionIds: [2] },
    { title: '', dueOn: '2027-01-26', sectionIds: [1, 3] },
    { title: '', dueOn: '2027-02-02', sectionIds: [4] },
    { title: '', dueOn: '2027-02-09', sectionIds: [5] },
  ];
  const kept = keepMilestones(planned, before, new Map([['2027-01-14', 1]]));
  expect(kept.map(({ id, title }) => [id, title])).toEqual([
    [1, ''],
    [3, 'One'],
    [2, 'Three'],
    [undefined, ''],
  ]);
});

const terms: PlanTerms = { ...plainTerms, rhythm: 'weekly' };

/** Six chapters, two for each of 12, 19 and 26 January; today is the 13th. */
const ground = (given: Partial<ReplanGround> = {}): ReplanGround => ({
  book: chapters(20, 20, 20, 20, 20, 20),
  milestones: [
    { id: 11, title: 'Start', dueOn: '2027-01-12', sectionIds: [1, 2] },
    { id: 12, title: '', dueOn: '2027-01-19', sectionIds: [3, 4] },
    { id: 13, title: 'End', dueOn: '2027-01-26', sectionIds: [5, 6] },
  ],
  startsOn: '2027-01-05',
  endsOn: '2027-01-26',
  terms,
  sessions: [],
  today: '2027-01-13',
  readUpTo: 1,
  ...given,
});

const planOf = (
  of: ReplanGround,
  choice: (typeof replanChoices)[number],
  dropped: number[] = [],
) => {
  const plan = replan(of, choice, dropped);
  if (!plan.ok) throw new Error(plan.reason);
  return plan;
};
const lines = (
  milestones: readonly { id?: number | undefined; dueOn: string; sectionIds: number[] }[],
) => milestones.map(({ id, dueOn, sectionIds }) => [id ?? 'new', dueOn.slice(5), sectionIds]);

describe('when a circle falls behind', () => {
  test('everything shifts: the same stints a meeting later, on one day more', () => {
    const plan = planOf(ground(), 'shift');
    expect(lines(plan.milestones)).toEqual([
      [11, '01-12', [1]],
      [12, '01-19', [2]],
      [13, '01-26', [3, 4]],
      ['new', '02-02', [5, 6]],
    ]);
    expect(plan.endsOn).toBe('2027-02-02');
    expect(plan.milestones.map(({ title }) => title)).toEqual(['Start', '', '', 'End']);
    expect(changesInWords(ground(), plan)).toEqual([
      'What is not read yet moves on: Chapter 2.',
      'Four sections are due later.',
      'At most 40 pages to read between two meetings, as before.',
      'It ends on Tuesday 2 February instead of Tuesday 26 January.',
    ]);
  });

  test('the rest is squeezed: spread as evenly as can be, and it ends as before', () => {
    const plan = planOf(ground(), 'squeeze');
    expect(lines(plan.milestones)).toEqual([
      [11, '01-12', [1]],
      [12, '01-19', [2, 3, 4]],
      [13, '01-26', [5, 6]],
    ]);
    expect(plan.endsOn).toBe('2027-01-26');
    expect(changesInWords(ground(), plan)).toContain(
      'At most 60 pages to read between two meetings, where it was 40.',
    );
    expect(compare(ground(), plan).map(({ day, changed }) => [day.slice(5), changed])).toEqual([
      ['01-12', true],
      ['01-19', true],
      ['01-26', false],
    ]);
  });

  test('some of it is dropped: by default as little as makes up for what is behind', () => {
    expect(suggestDropped(ground())).toHaveLength(1);
    const plan = planOf(ground(), 'drop', [6]);
    expect(lines(plan.milestones)).toEqual([
      [11, '01-12', [1]],
      [12, '01-19', [2, 3]],
      [13, '01-26', [4, 5]],
    ]);
    expect(plan.optionalIds).toEqual([6]);
    expect(changesInWords(ground(), plan)).toContain('Chapter 6: Title 6 is for those who like.');
    expect(replan(ground(), 'drop', [])).toMatchObject({ ok: false });
  });

  test('a part of which everything is dropped takes its title page along', () => {
    const [one, two, three, four, five, six] = chapters(20, 20, 20, 20, 2, 20);
    if (!one || !two || !three || !four || !five || !six) throw new Error('six sections');
    const book = [one, two, three, four, { ...five, kind: 'part' as const }, six];
    const plan = planOf(ground({ book }), 'drop', [6]);
    expect(plan.optionalIds).toEqual([6, 5]);
    expect(changesInWords(ground({ book }), plan)).toContain(
      'Chapter 6: Title 6 is for those who like.',
    );
  });

  test('a milestone of which nothing was read keeps its day, empty', () => {
    const of = ground({ readUpTo: null });
    expect(lines(planOf(of, 'squeeze').milestones)[0]).toEqual([11, '01-12', []]);
    expect(compare(of, planOf(of, 'squeeze'))[0]?.after).toEqual({ words: 'Put off', pages: 0 });
  });

  test('fixed points are kept when squeezing, and named when shifting breaks them', () => {
    const fixed = [{ sectionId: 5, by: '2027-01-20' }];
    const of = ground({ terms: { ...terms, fixed } });
    const squeezed = planOf(of, 'squeeze');
    expect(lines(squeezed.milestones)[1]).toEqual([12, '01-19', [2, 3, 4, 5]]);
    expect(brokenPoints(of, squeezed.milestones)).toEqual([]);
    expect(changesInWords(of, planOf(of, 'shift')).at(-1)).toBe(
      'Chapter 5: Title 5 is then not finished by Wednesday 20 January.',
    );
    const never = ground({ terms: { ...terms, fixed: [{ sectionId: 5, by: '2027-01-18' }] } });
    expect(replan(never, 'squeeze', [])).toMatchObject({ ok: false });
    // A day that has passed cannot be kept by anything, so it stands in nothing's way.
    const passed = ground({ terms: { ...terms, fixed: [{ sectionId: 2, by: '2027-01-12' }] } });
    expect(replan(passed, 'squeeze', [])).toMatchObject({ ok: true });
  });

  test('the wrap stays after the last reading', () => {
    const of = ground({ endsOn: '2027-02-02', terms: { ...terms, wrapOn: '2027-02-02' } });
    const plan = planOf(of, 'shift');
    expect(plan).toMatchObject({ wrapOn: '2027-02-09', endsOn: '2027-02-09' });
    expect(planOf(of, 'squeeze')).toMatchObject({ wrapOn: '2027-02-02', endsOn: '2027-02-02' });
  });
});

describe('when a session changes', () => {
  const session = (day: string, milestoneId: number, more: object = {}) => ({
    day,
    milestoneId,
    cancelled: false,
    moved: false,
    ...more,
  });
  const onTime = { readUpTo: 2 };

  test('moved: its milestone follows it', () => {
    const sessions = [session('2027-01-21', 12, { moved: true }), session('2027-01-26', 13)];
    const plan = planOf(ground({ ...onTime, sessions }), 'shift');
    expect(lines(plan.milestones)).toEqual([
      [11, '01-12', [1, 2]],
      [12, '01-21', [3, 4]],
      [13, '01-26', [5, 6]],
    ]);
  });

  test('cancelled: what was for it is read for the next, or with the rest', () => {
    const sessions = [session('2027-01-19', 12, { cancelled: true }), session('2027-01-26', 13)];
    const of = ground({ ...onTime, sessions });
    expect(lines(planOf(of, 'shift').milestones)).toEqual([
      [11, '01-12', [1, 2]],
      [13, '01-26', [3, 4]],
      [12, '02-02', [5, 6]],
    ]);
    expect(lines(planOf(of, 'squeeze').milestones)).toEqual([
      [11, '01-12', [1, 2]],
      [13, '01-26', [3, 4, 5, 6]],
    ]);
    expect(suggestDropped(of)).toHaveLength(2);
  });

  test('the last one cancelled: its day is not proposed again', () => {
    const sessions = [session('2027-01-26', 13, { cancelled: true })];
    const plan = planOf(ground({ ...onTime, sessions }), 'shift');
    expect(lines(plan.milestones).at(-1)).toEqual([13, '02-02', [5, 6]]);
  });

  test('one more set, in a circle that reads by its sessions: squeezing uses it', () => {
    const sessions = ['2027-01-19', '2027-01-22', '2027-01-26'].map((day) => session(day, 0));
    const of = ground({ terms: { ...terms, rhythm: 'sessions' }, sessions });
    expect(lines(planOf(of, 'squeeze').milestones).slice(1)).toEqual([
      [12, '01-19', [2, 3]],
      ['new', '01-22', [4, 5]],
      [13, '01-26', [6]],
    ]);
  });

  test('nothing happened: nothing changes', () => {
    const of = ground(onTime);
    expect(isChange(of, planOf(of, 'shift'))).toBe(false);
    expect(isChange(of, planOf(of, 'squeeze'))).toBe(false);
    expect(suggestDropped(of)).toEqual([]);
  });
});

test('whatever is chosen, what is read and days that passed stay, and every section is somewhere', () => {
  const cases = fc.record({
    pages: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 4, maxLength: 14 }),
    stints: fc.integer({ min: 2, max: 4 }),
    today: fc.integer({ min: 4, max: 31 }),
    read: fc.nat(),
    dropped: fc.array(fc.integer({ min: 1, max: 14 }), { maxLength: 3 }),
    cancelled: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }),
  });
  fc.assert(
    fc.property(cases, fc.constantFrom(...replanChoices), (given, choice) => {
      const book = chapters(...given.pages);
      const made = proposePlan(book, {
        startsOn: '2027-01-04',
        rhythm: 'weekly',
        weekday: 2,
        count: given.stints,
        pace: 30,
        pauses: [],
        fixed: [],
        recap: false,
        wrap: false,
        optionalIds: [],
        sessionDays: [],
      });
      if (!made.ok) throw new Error(made.reason);
      const milestones = made.milestones.map((one, index) => ({ ...one, id: 100 + index }));
      const today = `2027-01-${String(given.today).padStart(2, '0')}`;
      const due = milestones.filter(({ dueOn }) => dueOn <= today).flatMap((m) => m.sectionIds);
      const readUpTo = due[given.read % (due.length + 1)] ?? null;
      const sessions = milestones.map(({ id, dueOn }, index) => ({
        day: dueOn,
        milestoneId: id,
        moved: false,
        cancelled: given.cancelled.includes(index),
      }));
      const of = ground({ book, milestones, endsOn: made.endsOn, sessions, today, readUpTo });
      const plan = replan(of, choice, given.dropped);
      if (!plan.ok) return;
      const read = new Set(book.filter(({ id }) => id <= (readUpTo ?? 0)).map(({ id }) => id));
      for (const before of milestones.filter(({ dueOn }) => dueOn <= today)) {
        const after = plan.milestones.find(({ id }) => id === before.id);
        expect(after?.dueOn).toBe(before.dueOn);
        expect(after?.sectionIds).toEqual(before.sectionIds.filter((id) => read.has(id)));
      }
      const placed = plan.milestones.flatMap(({ sectionIds }) => sectionIds);
      expect([...placed, ...plan.optionalIds].sort((a, b) => a - b)).toEqual(
        book.map(({ id }) => id),
      );
      expect(placed).toEqual([...placed].sort((a, b) => a - b));
      const days = plan.milestones.map(({ dueOn }) => dueOn);
      expect(days).toEqual([...new Set(days)].sort());
      const ids = plan.milestones.flatMap(({ id }) => id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      const whole = {
        startsOn: of.startsOn,
        endsOn: plan.endsOn,
        milestones: plan.milestones,
        terms: { ...terms, wrapOn: plan.wrapOn, optionalIds: plan.optionalIds },
      };
      expect(
        planProblems(
          whole,
          book.map(({ id }) => id),
          today,
        ),
      ).toEqual({});
    }),
    { numRuns: 300 },
  );
});
