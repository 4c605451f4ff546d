import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Host, Member } from '#app/access/proofs.ts';
import { archiveCircle } from '#app/circles/commands/archive-circle.server.ts';
import { markAllRead, unmarkRead } from '#app/discussions/commands/mark-all-read.server.ts';
import { visitThread } from '#app/discussions/commands/visit-thread.server.ts';
import {
  restoreNote,
  takeBackNote,
} from '#app/discussions/notes/commands/take-back-note.server.ts';
import { threadsIn } from '#app/discussions/queries/threads.server.ts';
import { unreadThreads } from '#app/discussions/queries/unread-threads.server.ts';
import { saveProgress } from '#app/reading/progress/commands/save-progress.server.ts';
import { readingIn } from '#tests/reading/planned.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, member, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { tripsOf } from '#tests/support/trips.ts';
import { longThread, noteBy, threadBy } from './notes.ts';

let ines: Host;
let noor: Member;
let slug: string;

beforeEach(async () => {
  const circle = await circleOf({ members: [await person('Noor')] });
  ines = circle.host;
  [noor] = circle.members as [Member];
  slug = circle.slug;
});

/** What a member's list calls new, thread by thread. */
async function fresh(who: Member = noor) {
  const { threads } = await threadsIn(who);
  return Object.fromEntries(threads.filter((one) => one.fresh).map((one) => [one.id, one.fresh]));
}

const landing = { kind: 'landing' } as const;
const upTo = async () => (await threadsIn(noor)).latest ?? 0;
const at = async (who: Member, path: string, form?: Record<string, string>) =>
  ask(path, { cookie: await signInCookie(who.viewer), form });

/** The button's form as a page has it. */
function formOn(body: string) {
  const [, form = ''] = /<form[^>]*action="([^"]*\/threads\/marking)"/.exec(body) ?? [];
  const value = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';
  return { action: form, upTo: value('upTo'), back: value('back') };
}

test('everything is read that there was, in every thread and page', async () => {
  const long = await longThread(ines, 55);
  await visitThread(noor, long.threadId, { kind: 'around', noteId: long.noteIds[54] ?? 0 });
  for (let more = 0; more < 22; more++) await threadBy(ines);
  await markAllRead(noor, await upTo());
  expect(await fresh()).toEqual({});
  const { next } = await threadsIn(noor);
  const { threads } = await threadsIn(noor, { before: next ?? 0 });
  expect(threads.filter((one) => one.fresh)).toEqual([]);
  expect(await unreadThreads(noor.viewer)).toEqual([]);
});

test('what came after the page was shown is new', async () => {
  const { threadId } = await threadBy(ines);
  const shown = await upTo();
  await noteBy(ines, threadId);
  const { threadId: later } = await threadBy(ines);
  await markAllRead(noor, shown);
  expect(await fresh()).toEqual({ [threadId]: 1, [later]: 1 });
});

test('a note that is being written is new, whatever its number', async () => {
  const { threadId } = await threadBy(ines);
  const { threadId: other } = await threadBy(ines);
  await db.transaction().execute(async (tx) => {
    // Its identity is taken, and lower than what is marked.
    const { rows } = await sql<{ id: number }>`
      insert into note (circle_id, thread_id, author_id, body, body_html, submission_key)
      values (${ines.circleId}, ${threadId}, ${ines.personId}, 'x', '<p>x</p>', gen_random_uuid())
      returning id`.execute(tx);
    await noteBy(ines, other);
    await markAllRead(noor, await upTo());
    expect(await fresh()).toEqual({});
    await tx
      .updateTable('thread')
      .set({ note_count: 2, last_note_id: rows[0]?.id ?? 0 })
      .where('id', '=', threadId)
      .execute();
  });
  expect(await fresh()).toEqual({ [threadId]: 1 });
});

test('undone, exactly what was unread is unread again', async () => {
  const half = await longThread(ines, 45);
  await visitThread(noor, half.threadId, landing);
  const { threadId: never } = await threadBy(ines);
  const { threadId: read } = await threadBy(ines);
  await visitThread(noor, read, landing);
  const visits = () =>
    db
      .selectFrom('thread_visit')
      .select(['thread_id', 'seen', 'visited_at', 'marked_at'])
      .where('person_id', '=', noor.personId)
      .orderBy('thread_id')
      .execute();
  const before = await visits();
  const marked = await markAllRead(noor, await upTo());
  expect(await fresh()).toEqual({});
  // Read since, of what came since: that stays read.
  await noteBy(ines, read);
  await visitThread(noor, read, landing);
  await unmarkRead(ines, marked ?? new Date(0));
  expect(await fresh()).toEqual({});
  await unmarkRead(noor, marked ?? new Date(0));
  expect(await fresh()).toEqual({ [half.threadId]: 25, [never]: 1 });
  const after = await visits();
  expect(after.filter(({ thread_id }) => thread_id !== read)).toEqual(
    before.filter(({ thread_id }) => thread_id !== read),
  );
  await unmarkRead(noor, marked ?? new Date(0));
  expect(await fresh()).toEqual({ [half.threadId]: 25, [never]: 1 });
});

test('an older undo takes nothing back of what was marked later', async () => {
  const { threadId } = await threadBy(ines);
  const { threadId: other } = await threadBy(ines);
  const first = await markAllRead(noor, await upTo(), { now: new Date(Date.now() - 60_000) });
  await noteBy(ines, threadId);
  const second = await markAllRead(noor, await upTo());
  await unmarkRead(noor, first ?? new Date(0));
  expect(await fresh()).toEqual({ [other]: 1 });
  await unmarkRead(noor, second ?? new Date(0));
  expect(await fresh()).toEqual({ [threadId]: 1, [other]: 1 });
});

test('what is folded or taken back stays unread until it can be read', async () => {
  const { readingId, ids } = await readingIn(ines);
  await saveProgress(noor, readingId, { what: 'place', page: 20 });
  const { threadId } = await threadBy(ines, { body: 'Nothing of it.' });
  await noteBy(ines, threadId, { about: ids[2] ?? null });
  const taken = await noteBy(ines, threadId, { about: 'none' });
  await takeBackNote(ines, threadId, taken);
  await noteBy(ines, threadId, { about: 'none' });
  await markAllRead(noor, await upTo());
  expect(await fresh()).toEqual({});
  await saveProgress(noor, readingId, { what: 'place', page: 60 });
  expect(await fresh()).toEqual({ [threadId]: 1 });
  await restoreNote(ines, threadId, taken);
  expect(await fresh()).toEqual({ [threadId]: 2 });
});

test('threads that hold nothing new are left alone, as those from before one joined', async () => {
  const { threadId: old, noteId } = await threadBy(ines);
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  await db
    .updateTable('note')
    .set({ posted_at: ago(60) })
    .where('id', '=', noteId)
    .execute();
  const late = await person('Lena');
  await db
    .insertInto('membership')
    .values({
      ...{ circle_id: ines.circleId, person_id: late.personId, role: 'member' },
      joined_at: ago(30),
    })
    .execute();
  const joined = await member(late, slug);
  const { threadId } = await threadBy(ines);
  const latest = (await threadsIn(joined)).latest ?? 0;
  await markAllRead(joined, latest);
  const marked = await db
    .selectFrom('thread_visit')
    .select('thread_id')
    .where('person_id', '=', joined.personId)
    .execute();
  expect(marked).toEqual([{ thread_id: threadId }]);
  expect(old).toBeLessThan(threadId);
  expect(await markAllRead(joined, latest)).toBeNull();
});

test('two tabs at once, and a visit at the same time, lose nothing', async () => {
  const threads = await Promise.all(Array.from({ length: 5 }, () => threadBy(ines)));
  const latest = await upTo();
  await Promise.all([
    markAllRead(noor, latest),
    markAllRead(noor, latest),
    ...threads.map(({ threadId }) => visitThread(noor, threadId, landing)),
  ]);
  expect(await fresh()).toEqual({});
});

describe('the button', () => {
  test('is on the list and on home, says so, and is undone from where it was', async () => {
    const { threadId } = await threadBy(ines);
    for (const [page, back] of [
      [`/circles/${slug}/threads`, `/circles/${slug}/threads`],
      ['/', '/'],
    ] as const) {
      const { action, ...form } = formOn((await at(noor, page)).body);
      expect(action).toBe(`/circles/${slug}/threads/marking`);
      const done = await at(noor, action, form);
      expect(done).toMatchObject({ status: 303, location: back });
      const said = await ask(back, {
        cookie: `${await signInCookie(noor.viewer)}; ${noticeOf(done)}`,
      });
      expect(said.body).toContain('Marked as read.');
      expect(said.body).not.toContain('Mark all as read');
      expect(await fresh()).toEqual({});
      const undo = /action="([^"]*\/marking\/undoing[^"]*)"/.exec(said.body)?.[1] ?? '';
      const undone = await at(noor, undo.replaceAll('&amp;', '&'), {});
      expect(undone).toMatchObject({ status: 303, location: back });
      expect(await fresh()).toEqual({ [threadId]: 1 });
    }
  });

  test('is not there when nothing is new, nor among the threads about one thing', async () => {
    const { ids } = await readingIn(ines);
    await threadBy(ines, { sectionId: ids[0] ?? null });
    const path = `/circles/${slug}/threads`;
    expect((await at(noor, `${path}?section=${ids[0]}`)).body).not.toContain('Mark all as read');
    expect((await at(ines, path)).body).not.toContain('Mark all as read');
  });

  test('is nothing to a stranger, and works in a circle that is archived', async () => {
    await threadBy(ines);
    const stranger = (await circleOf({ host: await person('Mallory') })).host;
    const path = `/circles/${slug}/threads/marking`;
    const form = { upTo: String(await upTo()), back: 'threads' };
    expect((await at(stranger, path, form)).status).toBe(404);
    expect((await at(stranger, `${path}/undoing?at=1`, {})).status).toBe(404);
    expect(Object.keys(await fresh())).toHaveLength(1);
    await archiveCircle(ines);
    expect((await at(noor, `/circles/${slug}/threads`)).body).toContain('Mark all as read');
    expect((await at(noor, path, form)).status).toBe(303);
    expect(await fresh()).toEqual({});
  });

  test('takes two statements, however much is new', async () => {
    for (let made = 0; made < 8; made++) await threadBy(ines);
    const form = { upTo: String(await upTo()), back: 'threads' };
    const cookie = await signInCookie(noor.viewer);
    const press = () => ask(`/circles/${slug}/threads/marking`, { cookie, form });
    const other = () => at(noor, `/circles/${slug}/people`);
    expect(await tripsOf(other, press)).toEqual([{ statements: 2, waves: 2 }]);
  });
});

const noticeOf = ({ cookies }: { cookies: string[] }) =>
  cookies.find((one) => one.includes('octavo_notice'))?.split(';')[0] ?? '';
