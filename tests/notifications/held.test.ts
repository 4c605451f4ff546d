import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { bookOf } from '#app/books/queries/books.server.ts';
import { foldThread, openThread } from '#app/discussions/commands/open-thread.server.ts';
import { editNote } from '#app/discussions/notes/commands/edit-note.server.ts';
import {
  restoreNote,
  takeBackNote,
} from '#app/discussions/notes/commands/take-back-note.server.ts';
import { tell } from '#app/notifications/commands/tell.server.ts';
import { openInbox } from '#app/notifications/inbox/commands/open-inbox.server.ts';
import { releaseHeld } from '#app/notifications/inbox/commands/release-held.server.ts';
import { changeReadBook } from '#app/reading/commands/change-read-book.server.ts';
import { endReading, reopenReading } from '#app/reading/commands/end-reading.server.ts';
import { changeReading } from '#app/reading/plan/commands/change-reading.server.ts';
import { planReading } from '#app/reading/plan/commands/plan-reading.server.ts';
import { replanReading } from '#app/reading/plan/commands/replan-reading.server.ts';
import { undoReplanning } from '#app/reading/plan/commands/undo-replanning.server.ts';
import { plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { takeBackMarks } from '#app/reading/progress/commands/mark-sections.server.ts';
import { saveProgress } from '#app/reading/progress/commands/save-progress.server.ts';
import { db as checked } from '#db/database.server.ts';
import { noteBy, noteForm, threadBy } from '#tests/discussions/notes.ts';
import { day, readingIn } from '#tests/reading/planned.ts';
import { type CastCircle, circleOf, member, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

let noor: Viewer;
let circle: CastCircle;
let reading: Awaited<ReturnType<typeof readingIn>>;
let threadId: number;
let notes: number[];
/** Two notes about the third chapter; the plan is at the end of the second, and so is Noor. */
beforeEach(async () => {
  noor = await person('Noor');
  circle = await circleOf({ members: [noor, await person('Rui')] });
  reading = await readingIn(circle.host);
  ({ threadId } = await threadBy(circle.host, { body: 'Where are we?' }));
  const third = { about: reading.ids[2] ?? 0 };
  notes = [];
  for (const body of ['The third.', 'The third, again.'])
    notes.push(await noteBy(circle.host, threadId, { ...third, body }));
  // Of the plan they were told, too.
  await db.deleteFrom('inbox_item').where('kind', '<>', 'note').execute();
});

const as = async (who = noor) => member(await viewer(who), circle.slug);
/** How many notes are new to somebody. */
const unread = async (who = noor) => {
  const rows = await db
    .selectFrom('inbox_item')
    .select('topic')
    .where('person_id', '=', who.personId)
    .where('kind', '=', 'note')
    .where('read_at', 'is', null)
    .where('held', '=', false)
    .execute();
  return rows.length;
};
const waits = async () =>
  (await openInbox(await viewer(noor), null)).parts.map((part) => part.waits);
const change = async (milestones: typeof reading.plan.milestones, version = 1) => ({
  ...reading.plan,
  milestones,
  version,
});
/** The third chapter is read by yesterday. */
const sooner = () => change([{ title: '', dueOn: day(-1), sectionIds: reading.ids.slice(0, 4) }]);

test('what lies further on waits, uncounted, and the page says so', async () => {
  expect(await unread()).toBe(1);
  const { parts, marking } = await openInbox(await viewer(noor), null);
  expect(parts).toMatchObject([
    {
      lines: [{ fresh: '1 new', text: 'Ines wrote: Where are we?' }],
      waits: 'Two notes about chapter 3 wait until you’ve read it.',
    },
  ]);
  expect(marking?.items.split(' ')).toHaveLength(1);
});

describe('counts once she has read on, and no more once that is taken back', () => {
  test('by chapter', async () => {
    const read = await saveProgress(await as(), reading.readingId, {
      ...{ what: 'upTo', sectionId: reading.ids[2] ?? 0, back: '' },
    });
    expect(await unread()).toBe(3);
    if (!read.ok || !read.at) throw new Error('not read');
    await takeBackMarks(await as(), reading.readingId, read.at);
    expect(await unread()).toBe(1);
    expect(await waits()).toEqual(['Two notes about chapter 3 wait until you’ve read it.']);
  });

  test('by page, and by her own list', async () => {
    await saveProgress(await as(), reading.readingId, { what: 'place', page: 60 });
    expect(await unread()).toBe(3);
    await saveProgress(await as(), reading.readingId, {
      ...{ what: 'sections', read: reading.ids.slice(0, 2) },
    });
    expect(await unread()).toBe(1);
  });

  test('but not for who has not', async () => {
    const [, rui] = circle.members;
    await saveProgress(await as(), reading.readingId, { what: 'place', page: 60 });
    expect(await unread(rui?.viewer)).toBe(1);
  });
});

test('counts while she has the thread open', async () => {
  await openThread(await as(), threadId);
  expect(await unread()).toBe(3);
  await foldThread(await as(), threadId);
  expect(await unread()).toBe(1);
});

test('follows what a note is about', async () => {
  const [first = 0] = notes;
  const as = (about: 'none' | number, version: number) =>
    editNote(circle.host, threadId, first, { ...noteForm({ body: 'The third.' }), about, version });
  expect(await as('none', 1)).toEqual({ ok: true });
  expect(await unread()).toBe(2);
  expect(await as(reading.ids[4] ?? 0, 2)).toEqual({ ok: true });
  expect(await unread()).toBe(1);
  expect(await waits()).toEqual(['Two notes from further on wait until you’ve read there.']);
});

test('a note that is taken back is neither new nor waits, until it is back', async () => {
  await saveProgress(await as(), reading.readingId, { what: 'place', page: 60 });
  for (const note of notes) await takeBackNote(circle.host, threadId, note);
  expect(await unread()).toBe(1);
  expect(await waits()).toEqual([null]);
  const [first = 0, second = 0] = notes;
  await restoreNote(circle.host, threadId, first);
  expect(await unread()).toBe(2);
  const edit = { ...noteForm({ body: 'Again.' }), version: 1, restore: 'yes' as const };
  expect(await editNote(circle.host, threadId, second, edit)).toEqual({ ok: true });
  expect(await unread()).toBe(3);
});

describe('follows the plan of those who have said nothing', () => {
  test('changed, made anew and put back', async () => {
    expect(await changeReading(circle.host, reading.readingId, await sooner())).toEqual({
      ok: true,
    });
    expect(await unread()).toBe(3);
    const later = { ...(await change(reading.plan.milestones, 2)) };
    expect(await replanReading(circle.host, reading.readingId, later)).toMatchObject({ ok: true });
    expect(await unread()).toBe(1);
    expect(await undoReplanning(circle.host, reading.readingId, 3)).toEqual({ ok: true });
    expect(await unread()).toBe(3);
  });

  test('ended, and taken up again', async () => {
    await db.transaction().execute((tx) => endReading(tx, circle.host, reading.readingId));
    expect(await unread()).toBe(3);
    await db.transaction().execute((tx) => reopenReading(tx, circle.host, reading.readingId));
    expect(await unread()).toBe(1);
  });

  test('begun', async () => {
    await db.transaction().execute((tx) => endReading(tx, circle.host, reading.readingId));
    expect(await unread()).toBe(3);
    expect(await readLater()).toMatchObject({ ok: true });
    expect(await unread()).toBe(1);
  });

  test('as time takes it on, within the hour, and on the page at once', async () => {
    const inFiveDays = new Date(Date.now() + 5 * 24 * 60 * 60 * 1000);
    const { title } = await openInbox(await viewer(noor), null, { now: inFiveDays });
    expect(title).toMatch(/^Three things/);
    expect(await unread()).toBe(3);
    const [, rui] = circle.members;
    expect(await unread(rui?.viewer)).toBe(1);
    await releaseHeld({ now: inFiveDays });
    expect(await unread(rui?.viewer)).toBe(3);
  });
});

/** The same book is to be read once more, in a while. */
const readLater = () =>
  planReading(circle.host, {
    ...{ bookId: reading.bookId, submissionKey: randomUUID(), terms: plainTerms },
    ...{ startsOn: day(40), endsOn: day(60) },
    milestones: [{ title: '', dueOn: day(49), sectionIds: reading.ids }],
  });

test('follows the sections of the book', async () => {
  const book = (await bookOf(circle.host, reading.bookId)) ?? expect.fail();
  await saveProgress(await as(), reading.readingId, { what: 'place', page: 50 });
  expect(await unread()).toBe(1);
  // The third chapter ends where she is.
  const sections = book.sections.map((section, at) => ({
    ...section,
    startPage: at === 3 ? 51 : section.startPage,
    endPage: null,
  }));
  const changed = await changeReadBook(circle.host, reading.bookId, {
    ...{ title: book.title, subtitle: '', author: '', isbn: null, lastPage: 120 },
    ...{ version: book.version, sections },
  });
  expect(changed).toEqual({ ok: true });
  expect(await unread()).toBe(3);
});

test('of a note that was being posted while she read on, the inbox says what is true', async () => {
  const { noteId } = await threadBy(circle.host, { sectionId: reading.ids[2] ?? 0 });
  await db.deleteFrom('inbox_item').where('thing_id', '=', noteId).execute();
  const { thread_id } = await db
    .selectFrom('note')
    .select('thread_id')
    .where('id', '=', noteId)
    .executeTakeFirstOrThrow();
  await checked.transaction().execute(async (tx) => {
    const told = { occasion: 'note' as const, thing: noteId, threadId: thread_id, detail: {} };
    await tell(tx, circle.host, { ...told, by: null, at: new Date() });
    await saveProgress(await as(), reading.readingId, { what: 'place', page: 60 });
  });
  expect(await unread()).toBe(3);
  const { title } = await openInbox(await viewer(noor), null);
  expect(title).toMatch(/^Four things/);
  expect(await unread()).toBe(4);
});
