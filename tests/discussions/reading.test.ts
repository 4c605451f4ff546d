import { beforeEach, describe, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { visitThread } from '#app/discussions/commands/visit-thread.server.ts';
import { takeBackNote } from '#app/discussions/notes/commands/take-back-note.server.ts';
import { latestThreads, threadsIn } from '#app/discussions/queries/threads.server.ts';
import { type Cursor, cursorOf, newInWords, newSince } from '#app/discussions/rules/discussions.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { longThread, noteBy, threadBy } from './notes.ts';

let ines: Member;
let noor: Member;

beforeEach(async () => {
  const circle = await circleOf({ members: [await person('Noor')] });
  ines = circle.host;
  [noor] = circle.members as [Member];
});

const landing: Cursor = { kind: 'landing' };

/** The numbers (from 1) of the notes on a page, and its neighbours. */
async function shown(
  who: Member,
  { threadId, noteIds }: { threadId: number; noteIds: number[] },
  cursor: Cursor,
  peek = true,
) {
  const page = await visitThread(who, threadId, cursor, { peek });
  if (!page) throw new Error('no page');
  const numbers = page.notes.map(({ id }) => noteIds.indexOf(id) + 1);
  return {
    from: numbers[0] ?? null,
    to: numbers.at(-1) ?? null,
    count: numbers.length,
    inOrder: numbers.every((each, i) => i === 0 || each === (numbers[i - 1] ?? 0) + 1),
    earlier: page.earlier,
    later: page.later,
    seen: page.seen === null ? null : noteIds.indexOf(page.seen) + 1,
  };
}

async function sees(who: Member, threadId: number, noteId: number | undefined) {
  await db
    .insertInto('thread_visit')
    .values({
      circle_id: who.circleId,
      thread_id: threadId,
      person_id: who.personId,
      seen_note_id: noteId ?? 0,
    })
    .execute();
}

describe('landing in a thread never visited', () => {
  test.each([
    [1, 1, false],
    [20, 20, false],
    [21, 20, true],
    [45, 20, true],
  ])('of %i notes begins at the beginning', async (notes, to, later) => {
    const thread = await longThread(noor, notes);
    expect(await shown(ines, thread, landing)).toEqual({
      from: 1,
      to,
      count: to,
      inOrder: true,
      earlier: false,
      later,
      seen: null,
    });
  });

  test('of no notes is an empty page', async () => {
    const { threadId, noteIds } = await longThread(noor, 1);
    await db.deleteFrom('note').where('thread_id', '=', threadId).execute();
    expect(await shown(ines, { threadId, noteIds }, landing)).toMatchObject({
      count: 0,
      earlier: false,
      later: false,
    });
  });
});

describe('landing in a thread visited before', () => {
  test.each([
    // notes, seen, from, to
    [3, 1, 1, 3],
    [20, 20, 1, 20],
    [21, 21, 2, 21],
    [45, 45, 26, 45],
    [45, 42, 26, 45],
    [45, 28, 26, 45],
    [45, 20, 18, 37],
    [45, 2, 1, 20],
    [45, 1, 1, 20],
    [45, 40, 26, 45],
  ])('%i notes, %i of them seen', async (notes, seen, from, to) => {
    const thread = await longThread(noor, notes);
    await sees(ines, thread.threadId, thread.noteIds[seen - 1]);
    expect(await shown(ines, thread, landing)).toEqual({
      from,
      to,
      count: to - from + 1,
      inOrder: true,
      earlier: from > 1,
      later: to < notes,
      seen,
    });
  });
});

describe('paging', () => {
  test('forwards and backwards shows every note once', async () => {
    const thread = await longThread(noor, 45);
    const { noteIds } = thread;
    const after = (number: number): Cursor => ({
      kind: 'after',
      noteId: noteIds[number - 1] ?? 0,
    });
    const before = (number: number): Cursor => ({
      kind: 'before',
      noteId: noteIds[number - 1] ?? 0,
    });
    expect(await shown(ines, thread, { kind: 'after', noteId: 0 })).toMatchObject({
      from: 1,
      to: 20,
      earlier: false,
      later: true,
    });
    expect(await shown(ines, thread, after(20))).toMatchObject({
      from: 21,
      to: 40,
      earlier: true,
      later: true,
    });
    expect(await shown(ines, thread, after(40))).toMatchObject({
      from: 41,
      to: 45,
      earlier: true,
      later: false,
    });
    expect(await shown(ines, thread, after(45))).toMatchObject({ count: 0, earlier: true });
    expect(await shown(ines, thread, before(41))).toMatchObject({
      from: 21,
      to: 40,
      earlier: true,
      later: true,
    });
    expect(await shown(ines, thread, before(21))).toMatchObject({
      from: 1,
      to: 20,
      earlier: false,
      later: true,
    });
    expect(await shown(ines, thread, before(1))).toMatchObject({ count: 0, later: true });
  });

  test.each([
    [1, 1, 20],
    [4, 1, 20],
    [22, 19, 38],
    [45, 26, 45],
  ])('around note %i of 45', async (number, from, to) => {
    const thread = await longThread(noor, 45);
    const noteId = thread.noteIds[number - 1] ?? 0;
    expect(await shown(ines, thread, { kind: 'around', noteId })).toMatchObject({ from, to });
  });

  test('a note taken back keeps its place', async () => {
    const thread = await longThread(noor, 21);
    await takeBackNote(noor, thread.threadId, thread.noteIds[4] ?? 0);
    expect(await shown(ines, thread, landing)).toMatchObject({ from: 1, to: 20, later: true });
  });
});

describe('what was seen', () => {
  test('is the last note on the page, and never moves back', async () => {
    const thread = await longThread(noor, 45);
    await shown(ines, thread, landing, false);
    expect(await shown(ines, thread, landing, false)).toMatchObject({ seen: 20, from: 18, to: 37 });
    expect(await shown(ines, thread, { kind: 'after', noteId: 0 }, false)).toMatchObject({
      seen: 37,
    });
    expect(await shown(ines, thread, landing)).toMatchObject({ seen: 37 });
  });

  test('does not count a browser that fetches ahead', async () => {
    const thread = await longThread(noor, 3);
    await shown(ines, thread, landing, true);
    expect((await threadsIn(ines)).threads[0]?.fresh).toBe(3);
    await shown(ines, thread, landing, false);
    expect((await threadsIn(ines)).threads[0]?.fresh).toBe(0);
  });

  test('is one’s own', async () => {
    const { threadId } = await threadBy(noor);
    await visitThread(ines, threadId, landing);
    expect((await visitThread(noor, threadId, landing))?.seen).toBeNull();
  });
});

describe('the list', () => {
  test('has the latest active first and says what is new to me', async () => {
    const first = await threadBy(noor, { title: 'First' });
    const second = await threadBy(noor, { title: 'Second' });
    await visitThread(ines, first.threadId, landing);
    await noteBy(noor, first.threadId);
    await noteBy(ines, first.threadId);
    const { threads, next } = await threadsIn(ines);
    expect(threads.map(({ title, fresh, notes }) => ({ title, fresh, notes }))).toEqual([
      { title: 'First', fresh: 1, notes: 3 },
      { title: 'Second', fresh: 1, notes: 1 },
    ]);
    expect(threads[0]).toMatchObject({ startedBy: 'Noor', lastBy: 'Ines' });
    expect(next).toBeNull();
    expect((await threadsIn(noor)).threads.map(({ fresh }) => fresh)).toEqual([1, 0]);
    expect((await latestThreads(ines, 1)).map(({ id }) => id)).toEqual([first.threadId]);
    expect(second.threadId).toBeGreaterThan(first.threadId);
  });

  test('does not call new what was taken back, nor name who took it back', async () => {
    const { threadId, noteId } = await threadBy(noor);
    await takeBackNote(noor, threadId, noteId);
    expect((await threadsIn(ines)).threads[0]).toMatchObject({ fresh: 0, lastBy: null, notes: 0 });
  });

  test('does not call new what was written before I joined', async () => {
    const old = await longThread(noor, 3);
    await db
      .updateTable('note')
      .set({ posted_at: new Date('2020-01-01') })
      .where('thread_id', '=', old.threadId)
      .execute();
    expect((await threadsIn(ines)).threads[0]?.fresh).toBe(0);
    await noteBy(noor, old.threadId);
    expect((await threadsIn(ines)).threads[0]?.fresh).toBe(1);
  });

  test('stops counting at fifty', async () => {
    await longThread(noor, 60);
    const fresh = (await threadsIn(ines)).threads[0]?.fresh ?? 0;
    expect(fresh).toBe(50);
    expect(newInWords(fresh)).toBe('50+ new');
  });

  test('pages by activity without losing or repeating a thread', async () => {
    const titles: string[] = [];
    for (let i = 0; i < 25; i++) {
      const title = `Thread ${i}`;
      titles.unshift(title);
      await threadBy(noor, { title });
    }
    const first = await threadsIn(ines);
    expect(first.threads).toHaveLength(20);
    if (first.next === null) throw new Error('no second page');
    const second = await threadsIn(ines, { before: first.next });
    expect(second.next).toBeNull();
    expect([...first.threads, ...second.threads].map(({ title }) => title)).toEqual(titles);
  });

  test('shows nothing of another circle', async () => {
    await threadBy(noor);
    const other = await circleOf({ host: await person('Mallory') });
    expect((await threadsIn(other.host)).threads).toEqual([]);
    expect(await latestThreads(other.host, 5)).toEqual([]);
  });
});

describe('the line between seen and new', () => {
  const note = (id: number, by = 1) => ({ id, by });
  test('stands before the first note by others that is new', () => {
    expect(newSince([note(1), note(2), note(3), note(4)], 2, 9, false)).toEqual({
      before: 3,
      count: 2,
    });
    expect(newSince([note(1), note(2, 9), note(3), note(4)], 1, 9, false)).toEqual({
      before: 3,
      count: 2,
    });
    expect(newSince([note(1), note(2), { ...note(3), gone: true as const }], 1, 9, false)).toEqual({
      before: 2,
      count: 1,
    });
  });
  test('does not count what may follow', () => {
    expect(newSince([note(1), note(2)], 1, 9, true)).toEqual({ before: 2, count: null });
  });
  test('is absent when nothing is new, all is new, or nobody was here', () => {
    expect(newSince([note(1), note(2)], 2, 9, false)).toBeNull();
    expect(newSince([note(1), note(2, 9)], 1, 9, false)).toBeNull();
    expect(newSince([note(3), note(4)], 2, 9, false)).toBeNull();
    expect(newSince([note(1)], null, 9, false)).toBeNull();
    expect(newSince([], 0, 9, false)).toBeNull();
  });
});

test('a cursor is read strictly', () => {
  const read = (query: string) => cursorOf(new URLSearchParams(query));
  expect(read('at=5')).toEqual({ kind: 'around', noteId: 5 });
  expect(read('after=0')).toEqual({ kind: 'after', noteId: 0 });
  expect(read('before=7&x=1')).toEqual({ kind: 'before', noteId: 7 });
  for (const wrong of ['', 'at=', 'at=-1', 'at=1e3', 'at=9999999999999999', 'after=a']) {
    expect(read(wrong)).toEqual(landing);
  }
});
