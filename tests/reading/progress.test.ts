import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Facilitator, Member } from '#app/access/proofs.ts';
import { addBook } from '#app/books/commands/add-book.server.ts';
import { bookOf } from '#app/books/queries/books.server.ts';
import { planReading } from '#app/reading/plan/commands/plan-reading.server.ts';
import { plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { takeBackMarks } from '#app/reading/progress/commands/mark-sections.server.ts';
import { saveProgress } from '#app/reading/progress/commands/save-progress.server.ts';
import type { ProgressInput } from '#app/reading/progress/forms.ts';
import { standingIn } from '#app/reading/progress/queries/standing.server.ts';
import { withMe } from '#app/reading/progress/rules/standing.ts';
import { standingWords } from '#app/reading/progress/words.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person } from '#tests/support/cast.ts';

const now = new Date('2026-11-22T10:00:00Z');

let noor: Member;
let rui: Member;
let stranger: Facilitator;
let slug: string;
let readingId: number;
let ids: number[];

beforeEach(async () => {
  const circle = await circleOf({ members: [await person('Noor'), await person('Rui')] });
  ({ slug } = circle);
  [noor, rui] = circle.members as [Member, Member];
  stranger = (await circleOf({ host: await person('Mallory') })).host;
  const { bookId } = await addBook(circle.host, {
    ...{ title: 'A book', subtitle: '', author: '', isbn: null, lastPage: 90 },
    submissionKey: randomUUID(),
    sections: [1, 2, 3].map((n) => ({
      ...{ kind: 'chapter' as const, label: String(n), title: `Title ${n}` },
      startPage: n * 30 - 29,
    })),
  });
  ids = (await bookOf(circle.host, bookId))?.sections.map(({ id }) => id) ?? [];
  const [one, two, three] = ids as [number, number, number];
  const planned = await planReading(circle.host, {
    ...{ bookId, submissionKey: randomUUID(), startsOn: '2026-11-01', endsOn: '2026-12-31' },
    terms: plainTerms,
    milestones: [
      { title: '', dueOn: '2026-11-20', sectionIds: [one, two] },
      { title: '', dueOn: '2026-12-20', sectionIds: [three] },
    ],
  });
  if (!planned.ok) throw new Error(planned.reason);
  ({ readingId } = planned);
});

async function standing(who: Member) {
  const reading = await readingOf(who, readingId, { now });
  if (!reading) throw new Error('no reading');
  return standingIn(who, reading, { now });
}

/** The numbers, from 1, of the sections within someone's line. */
const within = async (who: Member) =>
  (await standing(who)).sections.flatMap((section, index) => (section.within ? index + 1 : []));

const save = (who: Member, form: ProgressInput) => saveProgress(who, readingId, form, { now });
const upTo = (number: number): ProgressInput => ({
  ...{ what: 'upTo', sectionId: ids[number - 1] ?? 0, back: 'circle' },
});
const ticked = (...numbers: number[]): ProgressInput => ({
  what: 'sections',
  read: numbers.map((number) => ids[number - 1] ?? 0),
});

describe('saying how far one is', () => {
  test('one tap marks a section and all before it, for that person alone; Undo takes it back', async () => {
    expect(await within(noor)).toEqual([1, 2]);
    expect(await standing(noor)).toMatchObject({ said: false, next: { words: 'Chapter 3' } });
    const saved = await save(noor, upTo(3));
    expect(await save(noor, upTo(3))).toMatchObject({ ok: true });
    expect(await standing(noor)).toMatchObject({ said: true, next: null });
    expect(await within(noor)).toEqual([1, 2, 3]);
    expect(await standing(rui)).toMatchObject({ said: false });
    if (!saved.ok || !saved.at) throw new Error('not saved');
    await takeBackMarks(rui, readingId, saved.at);
    expect(await within(noor)).toEqual([1, 2, 3]);
    await takeBackMarks(noor, readingId, saved.at);
    expect(await standing(noor)).toMatchObject({ said: false });
  });

  test('ticks say exactly what is read; none says that nothing is', async () => {
    await save(noor, ticked(1, 3));
    expect(await within(noor)).toEqual([1, 3]);
    await save(noor, ticked(1));
    expect(await within(noor)).toEqual([1]);
    await save(noor, ticked());
    expect(await within(noor)).toEqual([]);
    expect(await standing(noor)).toMatchObject({ said: true, percent: 0, furthest: null });
    await save(noor, ticked(2));
    expect(await standing(noor)).toMatchObject({ percent: null });
  });

  test('a page or a percent replaces the one before; an unticked section takes it back', async () => {
    await save(noor, { what: 'place', page: 65 });
    expect(await within(noor)).toEqual([1, 2]);
    await save(noor, ticked(1, 2));
    expect(await standing(noor)).toMatchObject({ page: 65 });
    await save(noor, ticked(1));
    expect(await standing(noor)).toMatchObject({ page: null });
    expect(await within(noor)).toEqual([1]);
    await save(noor, { what: 'place', percent: 100 });
    expect(await within(noor)).toEqual([1, 2, 3]);
  });

  test('a page past the end, another book’s section and another circle’s reading are refused', async () => {
    expect(await save(noor, { what: 'place', page: 91 })).toEqual({
      ...{ ok: false, reason: 'past-the-end', lastPage: 90 },
    });
    const gone = { ok: false, reason: 'gone' };
    for (const form of [upTo(1), ticked(1), { what: 'place', page: 5 } as const]) {
      expect(await saveProgress(stranger, readingId, form)).toEqual(gone);
    }
    expect(await save(noor, { ...upTo(1), sectionId: 999_999_999 } as ProgressInput)).toEqual(gone);
    expect(await standing(noor)).toMatchObject({ said: false });
  });

  test('from two windows at once, one of them stands whole', async () => {
    const forms = [ticked(1, 2), ticked(3), ticked(1, 2), ticked(3)];
    await Promise.all(forms.map((form) => save(noor, form)));
    expect([[1, 2], [3]]).toContainEqual(await within(noor));
  });
});

describe('who sees it', () => {
  test('nobody by name, until one says so, and not any more once one does not', async () => {
    await save(rui, upTo(1));
    expect((await standing(noor)).named).toEqual([]);
    await save(rui, { what: 'sharing', sharing: 'by-name' });
    expect((await standing(noor)).named).toEqual([
      { id: rui.personId, name: 'Rui', words: 'Chapter 1: Title 1' },
    ]);
    await save(rui, { what: 'sharing', sharing: 'circle' });
    expect((await standing(noor)).named).toEqual([]);
  });

  test('a number is said only when it tells of no one person', () => {
    const one = (stage: number, said = true, shares = false) => ({
      ...{ stage, behind: false, said, shares },
    });
    const me = one(2);
    expect(withMe(me, [one(2), one(2), one(1), one(2)])).toBe(4);
    expect(withMe(me, [one(2), one(1), one(2, false), one(2, false)])).toBeNull();
    expect(withMe(me, [one(2), one(1), one(2, true, true), one(2, true, true)])).toBeNull();
    expect(withMe(me, [one(1), one(1), one(1), one(3)])).toBeNull();
  });

  test('who is behind reads something kind, and no number', async () => {
    await save(noor, upTo(1));
    const behind = await standing(noor);
    expect(behind).toMatchObject({
      behind: true,
      withMe: null,
      next: { words: 'Chapter 2' },
    });
    for (const mostly of [true, false]) expect(standingWords(behind, mostly)).not.toMatch(/\d/);
    expect(standingWords(behind, true)).toBe(
      'Most of the discussion so far is about chapters you have read.',
    );
  });
});

describe('the page', () => {
  test('takes each form, says what is wrong beside its field, and keeps what was typed', async () => {
    const path = `/circles/${slug}/reading/${readingId}/progress`;
    const cookie = await signInCookie(noor.viewer);
    const post = (form: Record<string, string>) => ask(path, { cookie, form });
    for (const [page, percent, words] of [
      ['', '', 'Give a page or a percent.'],
      ['12', '20', 'Give a page or a percent, not both.'],
      ['twelve', '', 'Give a page as a number.'],
      ['', '101', 'Give a percent from 0 to 100.'],
      ['91', '', 'The book ends on page 90 here.'],
    ] as const) {
      const refused = await post({ what: 'place', page, percent });
      expect(refused.status).toBe(422);
      expect(refused.body).toMatch(new RegExp(`id="[^"]*-error"[^>]*>${words}`));
      if (page) expect(refused.body).toContain(`value="${page}"`);
    }
    expect((await post({ what: 'place', page: '30', percent: '' })).status).toBe(303);
    expect(await within(noor)).toEqual([1]);
    expect((await post({ what: 'sections', read: String(ids[1]) })).status).toBe(303);
    expect(await within(noor)).toEqual([2]);
    expect((await post({ what: 'sharing', sharing: 'by-name' })).location).toBe(path);
    expect((await standing(noor)).shares).toBe(true);
    const tap = { what: 'upTo', sectionId: String(ids[2]) };
    expect((await post({ ...tap, back: 'https://elsewhere.example' })).status).toBe(422);
    expect((await post({ ...tap, back: 'circle' })).location).toBe(`/circles/${slug}`);
    expect(await within(noor)).toEqual([1, 2, 3]);
    expect((await ask(path, { cookie })).body).toContain('Chapter 3: Title 3');
  });
});
