import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Host, Member } from '#app/access/proofs.ts';
import { openThread } from '#app/discussions/commands/open-thread.server.ts';
import { visitThread } from '#app/discussions/commands/visit-thread.server.ts';
import {
  restoreNote,
  takeBackNote,
} from '#app/discussions/notes/commands/take-back-note.server.ts';
import { latestThreads, threadsIn } from '#app/discussions/queries/threads.server.ts';
import type { Cursor } from '#app/discussions/rules/discussions.ts';
import { saveProgress } from '#app/reading/progress/commands/save-progress.server.ts';
import { readingIn } from '#tests/reading/planned.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { longThread, noteBy, threadBy } from './notes.ts';

let host: Host;
let ines: Member;
let noor: Member;

beforeEach(async () => {
  const circle = await circleOf({ members: [await person('Noor')] });
  host = circle.host;
  ines = circle.host;
  [noor] = circle.members as [Member];
});

const landing: Cursor = { kind: 'landing' };

const fresh = async (who: Member, threadId: number) => {
  const of = (threads: { id: number; fresh: number }[]) =>
    threads.find(({ id }) => id === threadId)?.fresh;
  const [listed, latest] = [(await threadsIn(who)).threads, await latestThreads(who, 5)];
  expect(of(latest)).toBe(of(listed));
  return of(listed);
};

/** Goes to a page of a thread as a reader does. @returns the numbers (from 1) of its notes */
async function reads(
  who: Member,
  { threadId, noteIds }: { threadId: number; noteIds: number[] },
  cursor: Cursor = landing,
) {
  const page = await visitThread(who, threadId, cursor);
  if (!page) throw new Error('no page');
  return page.notes.map(({ id }) => noteIds.indexOf(id) + 1);
}

describe('nothing is read that was not on the screen', () => {
  test('landing at one’s own note after posting leaves the notes between unread', async () => {
    const thread = await longThread(noor, 55);
    const { threadId, noteIds } = thread;
    // Five seen, as of a page that showed five.
    await db
      .insertInto('thread_visit')
      .values({
        ...{ circle_id: ines.circleId, thread_id: threadId, person_id: ines.personId },
        seen: `{[0,${noteIds[4]}]}`,
      })
      .execute();
    expect(await reads(ines, thread)).toEqual(numbers(3, 22));
    const own = await noteBy(ines, threadId);
    noteIds.push(own);
    expect(await reads(ines, thread, { kind: 'around', noteId: own })).toEqual(numbers(37, 56));
    expect(await fresh(ines, threadId)).toBe(14);
    expect(await reads(ines, thread)).toEqual(numbers(20, 39));
    expect(await fresh(ines, threadId)).toBe(0);
    expect(await reads(ines, thread)).toEqual(numbers(37, 56));
  });

  test('the address of the newest note reads its page alone', async () => {
    const thread = await longThread(noor, 55);
    await reads(ines, thread, { kind: 'around', noteId: thread.noteIds[54] ?? 0 });
    expect(await fresh(ines, thread.threadId)).toBe(35);
    expect(await reads(ines, thread)).toEqual(numbers(1, 20));
    expect(await reads(ines, thread)).toEqual(numbers(18, 37));
    expect(await fresh(ines, thread.threadId)).toBe(0);
  });

  test('nor do pages back', async () => {
    const thread = await longThread(noor, 55);
    await reads(ines, thread, { kind: 'before', noteId: thread.noteIds[50] ?? 0 });
    expect(await fresh(ines, thread.threadId)).toBe(35);
    await reads(ines, thread, { kind: 'before', noteId: thread.noteIds[30] ?? 0 });
    expect(await fresh(ines, thread.threadId)).toBe(15);
    await noteBy(noor, thread.threadId);
    expect(await fresh(ines, thread.threadId)).toBe(16);
  });

  test('the page draws where what was passed over begins and ends', async () => {
    const thread = await longThread(noor, 45);
    const cookie = await signInCookie(ines.viewer);
    const path = `/circles/${ines.circle.slug}/threads/${thread.threadId}`;
    await ask(`${path}?at=${thread.noteIds[44]}`, { cookie });
    await ask(path, { cookie });
    const { body } = await ask(path, { cookie });
    expect(body.match(/id="new"/g)).toHaveLength(1);
    expect(body).toContain('5 not read yet');
    const [before, after] = body.split('From here on, you had read it');
    expect(before).toContain(`id="note-${thread.noteIds[24]}"`);
    expect(after).toContain(`id="note-${thread.noteIds[25]}"`);
  });

  test('two pages at once are both read', async () => {
    const thread = await longThread(noor, 45);
    await Promise.all([
      reads(ines, thread, { kind: 'after', noteId: 0 }),
      reads(ines, thread, { kind: 'around', noteId: thread.noteIds[44] ?? 0 }),
    ]);
    expect(await fresh(ines, thread.threadId)).toBe(5);
  });

  test('while others post, every note is shown as new or was on a page', async () => {
    const { threadId, noteId } = await threadBy(noor);
    const shown = new Set<number>();
    const read = async () => {
      const page = await visitThread(ines, threadId, landing);
      for (const note of page?.notes ?? []) shown.add(note.id);
    };
    const posting = Promise.all(Array.from({ length: 12 }, () => noteBy(noor, threadId)));
    for (let turn = 0; turn < 6; turn++) await read();
    const posted = [noteId, ...(await posting)];
    expect(await fresh(ines, threadId)).toBe(posted.filter((id) => !shown.has(id)).length);
  });
});

test('a long thread read from its beginning is kept as one range', async () => {
  const thread = await longThread(noor, 65);
  // Ids between those of this thread belong to others.
  await threadBy(noor);
  for (let after = 0; after < 65; after += 20) {
    await reads(ines, thread, { kind: 'after', noteId: thread.noteIds[after - 1] ?? 0 });
  }
  const { rows } = await sql<{ seen: string }>`
    select seen::text from thread_visit where thread_id = ${thread.threadId}`.execute(db);
  expect(rows).toEqual([{ seen: `{[1,${(thread.noteIds[64] ?? 0) + 1})}` }]);
});

describe('a note that was taken back', () => {
  test('before anybody saw it is new once it is back', async () => {
    const { threadId } = await threadBy(noor);
    const noteId = await noteBy(noor, threadId);
    await takeBackNote(noor, threadId, noteId);
    await visitThread(ines, threadId, landing);
    expect(await fresh(ines, threadId)).toBe(0);
    await restoreNote(noor, threadId, noteId);
    expect(await fresh(ines, threadId)).toBe(1);
    await visitThread(ines, threadId, landing);
    expect(await fresh(ines, threadId)).toBe(0);
  });

  test('after one read it is not new again', async () => {
    const { threadId, noteId } = await threadBy(noor);
    await visitThread(ines, threadId, landing);
    await takeBackNote(noor, threadId, noteId);
    await visitThread(ines, threadId, landing);
    await restoreNote(noor, threadId, noteId);
    expect(await fresh(ines, threadId)).toBe(0);
  });
});

describe('a folded note', () => {
  let readingId: number;
  let ids: number[];
  beforeEach(async () => {
    ({ readingId, ids } = await readingIn(host));
    await saveProgress(noor, readingId, { what: 'place', page: 20 });
  });

  test('is not new while it is folded, and is new when it unfolds', async () => {
    const { threadId } = await threadBy(ines, { body: 'Nothing of it.' });
    const hidden = await noteBy(ines, threadId, { about: ids[2] ?? null });
    await noteBy(ines, threadId, { about: 'none' });
    expect(await fresh(noor, threadId)).toBe(2);
    await visitThread(noor, threadId, landing);
    expect(await fresh(noor, threadId)).toBe(0);
    await saveProgress(noor, readingId, { what: 'place', page: 60 });
    expect(await fresh(noor, threadId)).toBe(1);
    const page = await visitThread(noor, threadId, landing);
    expect(page?.notes.find(({ id }) => id === hidden)).toMatchObject({ fresh: true });
    expect(await fresh(noor, threadId)).toBe(0);
  });

  test('does not keep one from what is new after it', async () => {
    const thread = await longThread(ines, 30);
    const folded = thread.noteIds.slice(1, 25);
    await db
      .updateTable('note')
      .set({ section_id: ids[4] ?? 0 })
      .where('id', 'in', folded)
      .execute();
    await db
      .insertInto('thread_visit')
      .values({
        ...{ circle_id: noor.circleId, thread_id: thread.threadId, person_id: noor.personId },
        seen: `{[0,${thread.noteIds[0]}]}`,
      })
      .execute();
    expect(await fresh(noor, thread.threadId)).toBe(5);
    expect(await reads(noor, thread)).toContain(26);
    expect(await fresh(noor, thread.threadId)).toBe(0);
  });

  test('opened this once, or with its thread, was read', async () => {
    const { threadId } = await threadBy(ines, { body: 'Nothing of it.' });
    const one = await noteBy(ines, threadId, { about: ids[2] ?? null });
    const two = await noteBy(ines, threadId, { about: ids[3] ?? null });
    await visitThread(noor, threadId, landing, { open: { from: one, to: one } });
    await openThread(noor, threadId);
    expect(await fresh(noor, threadId)).toBe(1);
    const page = await visitThread(noor, threadId, landing);
    expect(page?.notes.filter((note) => 'fresh' in note).map(({ id }) => id)).toEqual([two]);
    await saveProgress(noor, readingId, { what: 'place', percent: 100 });
    expect(await fresh(noor, threadId)).toBe(0);
  });
});

test('in a thread never opened, what was written before one joined is not new, however much', async () => {
  const thread = await longThread(noor, 60);
  await db
    .updateTable('note')
    .set({ posted_at: new Date('2020-01-01') })
    .where('thread_id', '=', thread.threadId)
    .execute();
  expect(await fresh(ines, thread.threadId)).toBe(0);
  await noteBy(noor, thread.threadId, { submissionKey: randomUUID() });
  expect(await fresh(ines, thread.threadId)).toBe(1);
});

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);
