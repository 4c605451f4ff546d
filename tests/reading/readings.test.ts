import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Facilitator } from '#app/access/proofs.ts';
import { addBook, type NewBook } from '#app/books/commands/add-book.server.ts';
import { changeBook } from '#app/books/commands/change-book.server.ts';
import { bookOf, booksOf } from '#app/books/queries/books.server.ts';
import { endReading, reopenReading } from '#app/reading/commands/end-reading.server.ts';
import { changeReading } from '#app/reading/plan/commands/change-reading.server.ts';
import { planReading } from '#app/reading/plan/commands/plan-reading.server.ts';
import { plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { readBefore } from '#app/reading/queries/read-before.server.ts';
import { pastReadings } from '#app/reading/queries/reading-room.server.ts';
import {
  currentReading,
  milestonesOf,
  readingOf,
  readingsAhead,
} from '#app/reading/queries/readings.server.ts';
import { db } from '#db/database.server.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';

const now = new Date('2026-11-22T10:00:00Z');

function systems(): NewBook {
  const chapter = (label: string, title: string, startPage: number) => ({
    kind: 'chapter' as const,
    label,
    title,
    startPage,
  });
  return {
    submissionKey: randomUUID(),
    title: 'Thinking in Systems',
    subtitle: 'A Primer',
    author: 'Donella H. Meadows',
    isbn: '9781603580557',
    lastPage: 142,
    sections: [
      chapter('1', 'The Basics', 11),
      chapter('2', 'A Brief Visit to the Systems Zoo', 35),
      { kind: 'part', label: 'Two', title: 'Systems and Us', startPage: 73 },
      chapter('3', 'Why Systems Work So Well', 75),
      chapter('4', 'Why Systems Surprise Us', 86),
      chapter('5', 'System Traps … and Opportunities', 111),
    ],
  };
}

async function planned(
  facilitator: Facilitator,
  given: { startsOn?: string; endsOn?: string } = {},
) {
  const { bookId } = await addBook(facilitator, systems());
  const [one, two, part, three, four, five] = (await bookOf(facilitator, bookId))?.sections ?? [];
  if (!one || !two || !part || !three || !four || !five) throw new Error('six sections');
  const plan = {
    bookId,
    submissionKey: randomUUID(),
    startsOn: given.startsOn ?? '2026-10-20',
    endsOn: given.endsOn ?? '2026-12-16',
    terms: plainTerms,
    milestones: [
      { title: 'Stocks and flows', dueOn: '2026-11-03', sectionIds: [one.id, two.id] },
      { title: '', dueOn: '2026-11-17', sectionIds: [part.id, three.id] },
      { title: '', dueOn: '2026-12-01', sectionIds: [four.id, five.id] },
    ],
  };
  return { bookId, plan, ids: [one.id, two.id, part.id, three.id, four.id, five.id] };
}

const end = (who: Facilitator, readingId: number) =>
  db.transaction().execute((tx) => endReading(tx, who, readingId, { now }));
const reopen = (who: Facilitator, readingId: number) =>
  db.transaction().execute((tx) => reopenReading(tx, who, readingId));

let circle: CastCircle;
let other: CastCircle;
beforeAll(async () => {
  circle = await circleOf({ members: [await person('Noor')] });
  other = await circleOf({ name: 'Handover hour' });
});

describe('a book', () => {
  test('is entered once, whatever the number of submits', async () => {
    const { host } = await circleOf();
    const book = systems();
    const results = await Promise.all([addBook(host, book), addBook(host, book)]);
    expect(results[0]).toEqual(results[1]);
    expect(await booksOf(host)).toMatchObject([{ title: 'Thinking in Systems', sections: 6 }]);
    const entered = await bookOf(host, results[0].bookId);
    expect(entered?.sections.map((s) => [s.label, s.startPage, s.endPage])).toEqual([
      ['1', 11, 34],
      ['2', 35, 72],
      ['Two', 73, 74],
      ['3', 75, 85],
      ['4', 86, 110],
      ['5', 111, 142],
    ]);
  });

  test('belongs to its circle', async () => {
    const { bookId } = await addBook(circle.host, systems());
    expect(await bookOf(other.host, bookId)).toBeNull();
    const change = { ...systems(), version: 1 };
    expect(await changeBook(other.host, bookId, change)).toEqual({ ok: false, reason: 'gone' });
    expect((await bookOf(circle.host, bookId))?.version).toBe(1);
  });

  test('changes: sections keep their identity, and two edits at once do not undo each other', async () => {
    const { bookId } = await addBook(circle.host, systems());
    const before = await bookOf(circle.host, bookId);
    const sections = [...(before?.sections ?? [])].reverse().slice(1);
    const edit = { ...systems(), version: 1, title: 'Systems', lastPage: null };
    const rows = sections.map((section) => ({ ...section, startPage: null }));
    const answers = await Promise.all([
      changeBook(circle.host, bookId, { ...edit, sections: rows }),
      changeBook(circle.host, bookId, { ...edit, sections: rows, title: 'Traps' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, reason: 'changed-meanwhile' });
    const after = await bookOf(circle.host, bookId);
    expect(after?.sections.map(({ id }) => id)).toEqual(sections.map(({ id }) => id));
    expect(after?.version).toBe(2);
  });

  test('a section of another book is written anew, never taken over', async () => {
    const mine = await addBook(circle.host, systems());
    const theirs = await addBook(other.host, systems());
    const foreign = (await bookOf(other.host, theirs.bookId))?.sections[0];
    if (!foreign) throw new Error('a section');
    const sections = [{ ...foreign, title: 'Taken' }];
    await changeBook(circle.host, mine.bookId, { ...systems(), version: 1, sections });
    expect((await bookOf(other.host, theirs.bookId))?.sections[0]?.title).toBe('The Basics');
    const own = await bookOf(circle.host, mine.bookId);
    expect(own?.sections).toHaveLength(1);
    expect(own?.sections[0]?.id).not.toBe(foreign.id);
  });

  test('keeps the sections a milestone holds', async () => {
    const { host } = await circleOf();
    const { bookId, plan } = await planned(host);
    await planReading(host, plan);
    const answer = await changeBook(host, bookId, { ...systems(), version: 1, sections: [] });
    expect(answer).toMatchObject({ ok: false, reason: 'sections-in-plan' });
    expect((await bookOf(host, bookId))?.sections).toHaveLength(6);
  });
});

describe('a reading', () => {
  test('shows what is done, now and next', async () => {
    const { host } = await circleOf();
    const { plan } = await planned(host);
    expect(await currentReading(host, { now })).toBeNull();
    expect(await planReading(host, plan)).toMatchObject({ ok: true });
    const reading = await currentReading(host, { now });
    expect(reading).toMatchObject({ state: 'current', done: 2, pages: 132 });
    expect(reading?.milestones.map((m) => [m.short, m.pages, m.state])).toEqual([
      ['Ch. 1–2', 62, 'done'],
      ['Ch. 3', 13, 'done'],
      ['Ch. 4–5', 57, 'now'],
    ]);
  });

  test('says what is read before a meeting: its milestone, or what is due by its day', async () => {
    const { host, id: circleId } = await circleOf();
    const { plan } = await planned(host);
    await planReading(host, plan);
    const [first] = (await currentReading(host, { now }))?.milestones ?? [];
    if (!first) throw new Error('a milestone');
    const bookTitle = 'Thinking in Systems';
    const on = (day: string, milestoneId: number | null = null) => ({ circleId, milestoneId, day });
    const meetings = [
      on('2026-11-30'),
      on('2026-12-01'),
      on('2026-12-01', first.id),
      { ...on('2026-12-01', first.id), circleId: other.id },
    ];
    expect(await readBefore(host.viewer, meetings, { now })).toEqual([
      null,
      { words: 'Chapters 4 and 5', pages: 57, bookTitle },
      { words: 'Chapters 1 and 2', pages: 62, bookTitle },
      null,
    ]);
    expect(await readBefore(other.host.viewer, meetings, { now })).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('is refused when it is unsound, and nothing is written', async () => {
    const { host } = await circleOf();
    const { plan, ids } = await planned(host);
    const backwards = await planReading(host, { ...plan, endsOn: '2026-10-01' });
    expect(backwards).toMatchObject({ ok: false, problems: { endsOn: expect.any(String) } });
    const twice = plan.milestones.map((m) => ({ ...m, sectionIds: ids.slice(0, 1) }));
    expect(await planReading(host, { ...plan, milestones: twice })).toMatchObject({ ok: false });
    expect(await readingsAhead(host, { now })).toEqual([]);
  });

  test('of another circle’s book or sections is refused', async () => {
    const { plan } = await planned(other.host);
    expect(await planReading(circle.host, plan)).toEqual({ ok: false, reason: 'no-such-book' });
    const own = await planned(circle.host);
    const mixed = { ...own.plan, milestones: plan.milestones };
    expect(await planReading(circle.host, mixed)).toMatchObject({
      ok: false,
      problems: { milestones: 'A section chosen here is not in this book.' },
    });
  });

  test('is planned once, and never beside another', async () => {
    const { host } = await circleOf();
    const { plan } = await planned(host);
    const same = await Promise.all([planReading(host, plan), planReading(host, plan)]);
    expect(same[0]).toEqual(same[1]);
    const later = {
      ...plan,
      submissionKey: randomUUID(),
      startsOn: '2027-01-01',
      endsOn: '2027-03-01',
    };
    const milestones = plan.milestones.slice(0, 1).map((m) => ({ ...m, dueOn: '2027-02-01' }));
    const race = await Promise.all([
      planReading(host, { ...later, milestones }),
      planReading(host, { ...later, milestones, submissionKey: randomUUID() }),
    ]);
    expect(race.filter(({ ok }) => ok)).toHaveLength(1);
    expect(race).toContainEqual({
      ok: false,
      reason: 'overlaps',
      title: 'Thinking in Systems',
      startsOn: '2027-01-01',
      endsOn: '2027-03-01',
    });
    expect(await readingsAhead(host, { now })).toHaveLength(2);
    expect((await milestonesOf(host, { now })).map(({ dueOn }) => dueOn)).toEqual([
      '2026-11-03',
      '2026-11-17',
      '2026-12-01',
      '2027-02-01',
    ]);
  });

  test('changes keep the milestones that stay, and refuse a lost update', async () => {
    const { host } = await circleOf();
    const { plan, ids } = await planned(host);
    const made = await planReading(host, plan);
    if (!made.ok) throw new Error('planned');
    const before = await readingOf(host, made.readingId, { now });
    const first = before?.milestones[0];
    if (!first) throw new Error('a milestone');
    const milestones = [
      { id: first.id, title: 'Basics', dueOn: '2026-11-05', sectionIds: ids.slice(0, 3) },
      { title: '', dueOn: '2026-12-10', sectionIds: ids.slice(3) },
    ];
    const edit = { ...plan, version: 1, milestones };
    const answers = await Promise.all([
      changeReading(host, made.readingId, edit),
      changeReading(host, made.readingId, { ...edit, endsOn: '2026-12-20' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, reason: 'changed-meanwhile' });
    const after = await readingOf(host, made.readingId, { now });
    expect(after?.version).toBe(2);
    expect(after?.milestones).toMatchObject([
      { id: first.id, title: 'Basics', dueOn: '2026-11-05' },
      { dueOn: '2026-12-10' },
    ]);
    expect(await changeReading(other.host, made.readingId, { ...edit, version: 2 })).toEqual({
      ok: false,
      reason: 'gone',
    });
  });

  test('ends early, makes room for the next, and can be taken up again until then', async () => {
    const { host } = await circleOf();
    const { plan } = await planned(host);
    const made = await planReading(host, plan);
    if (!made.ok) throw new Error('planned');
    expect(await end(other.host, made.readingId)).toEqual({ ok: false, reason: 'gone' });
    expect(await currentReading(host, { now })).not.toBeNull();
    await end(host, made.readingId);
    await end(host, made.readingId);
    expect(await currentReading(host, { now })).toBeNull();
    expect(await readingsAhead(host, { now })).toEqual([]);
    expect(await readingOf(host, made.readingId, { now })).toMatchObject({
      ...{ state: 'past', endedOn: '2026-11-22', done: 2 },
    });
    expect((await pastReadings(host, null, { now })).past).toMatchObject([
      { id: made.readingId, endedOn: '2026-11-22' },
    ]);
    expect(await changeReading(host, made.readingId, { ...plan, version: 1 })).toEqual({
      ok: false,
      reason: 'over',
    });
    expect(await reopen(host, made.readingId)).toEqual({ ok: true });
    expect(await currentReading(host, { now })).toMatchObject({ id: made.readingId });
    await end(host, made.readingId);
    const next = await planReading(host, { ...plan, submissionKey: randomUUID() });
    expect(next).toMatchObject({ ok: true });
    expect(await reopen(host, made.readingId)).toEqual({ ok: false, reason: 'overlaps' });
  });
});
