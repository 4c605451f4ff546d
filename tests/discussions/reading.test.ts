import { beforeEach, describe, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { visitThread } from '#app/discussions/commands/visit-thread.server.ts';
import { takeBackNote } from '#app/discussions/notes/commands/take-back-note.server.ts';
import { latestThreads, threadsIn } from '#app/discussions/queries/threads.server.ts';
import { type Cursor, cursorOf, newInWords } from '#app/discussions/rules/discussions.ts';
import { seenLineInWords, seenLines, shownOf } from '#app/discussions/rules/seen.ts';
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

/** The numbers (from 1) of the notes on a page, the first that is new, and its neighbours. */
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
    visited: page.visited,
    fresh: noteIds.indexOf(page.notes.find((note) => 'fresh' in note)?.id ?? 0) + 1,
  };
}

async function sees(who: Member, threadId: number, noteId: number | undefined) {
  await db
    .insertInto('thread_visit')
    .values({
      circle_id: who.circleId,
      thread_id: threadId,
      person_id: who.personId,
      seen: `{[0,${noteId ?? 0}]}`,
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
      visited: false,
      fresh: 0,
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
      visited: true,
      fresh: seen < notes ? seen + 1 : 0,
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
  test('is what was on a page, and never moves back', async () => {
    const thread = await longThread(noor, 45);
    await shown(ines, thread, landing, false);
    expect(await shown(ines, thread, landing, false)).toMatchObject({
      from: 18,
      to: 37,
      fresh: 21,
    });
    expect(await shown(ines, thread, { kind: 'after', noteId: 0 }, false)).toMatchObject({
      from: 1,
      to: 20,
      fresh: 0,
    });
    expect(await shown(ines, thread, landing)).toMatchObject({ to: 45, fresh: 38 });
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
    expect((await visitThread(noor, threadId, landing))?.visited).toBe(false);
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

describe('the lines between seen and new', () => {
  const seen = (id: number, by = 1) => ({ id, by });
  const fresh = (id: number) => ({ id, by: 1, fresh: true as const });
  const lines = (notes: Parameters<typeof seenLines>[0], more = false) =>
    [...seenLines(notes, 9, more)].map(([id, line]) => [id, seenLineInWords(line)]);

  test('stand before the first note by others that is new', () => {
    expect(lines([seen(1), seen(2), fresh(3), fresh(4)])).toEqual([
      [3, '2 new since you were here'],
    ]);
    expect(lines([seen(1), seen(2, 9), fresh(3), seen(4, 9), fresh(5), seen(6, 9)])).toEqual([
      [3, '2 new since you were here'],
    ]);
    expect(lines([seen(1), fresh(2), { ...seen(3), gone: true as const }, seen(4)])).toEqual([
      [2, '1 not read yet'],
      [4, 'From here on, you had read it'],
    ]);
  });

  test('say where notes end that were passed over, and that there are more of them', () => {
    expect(lines([seen(1), fresh(2), seen(3), fresh(4)], true)).toEqual([
      [2, '1 not read yet'],
      [3, 'From here on, you had read it'],
      [4, 'New since you were here'],
    ]);
    expect(lines([fresh(1), seen(2)])).toEqual([[2, 'From here on, you had read it']]);
    const { first } = seenLines([seen(1), fresh(2), seen(3), fresh(4)], 9, false).get(4) as {
      first: boolean;
    };
    expect(first).toBe(false);
  });

  test('are absent when nothing is new, or all is', () => {
    expect(lines([seen(1), seen(2)])).toEqual([]);
    expect(lines([fresh(1), fresh(2)])).toEqual([]);
    expect(lines([{ id: 1, by: 0, folded: 7 } as never, seen(2)])).toEqual([]);
    expect(lines([])).toEqual([]);
  });
});

test('what was shown leaves out what was folded or taken back', () => {
  const shown = (id: number) => ({ id });
  const hidden = (id: number) => ({ id, folded: 7 });
  expect(shownOf([shown(3), shown(8)], null)).toBe('{(0,8]}');
  expect(shownOf([shown(3), hidden(5), shown(8), hidden(9)], 2)).toBe('{(2,3],(5,8]}');
  expect(shownOf([{ id: 3, gone: true }, shown(8)], 2)).toBe('{(3,8]}');
  expect(shownOf([hidden(5)], 2)).toBe('{}');
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
