import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { tell } from '#app/notifications/commands/tell.server.ts';
import {
  markInboxRead,
  unmarkInboxRead,
} from '#app/notifications/inbox/commands/mark-all-read.server.ts';
import { openInbox } from '#app/notifications/inbox/commands/open-inbox.server.ts';
import { MarkInboxSchema } from '#app/notifications/inbox/forms.ts';
import { noteBy, threadBy } from '#tests/discussions/notes.ts';
import { sessionIn } from '#tests/sessions/support.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, member, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

let noor: Viewer;
let rui: Viewer;
let circle: CastCircle;
beforeEach(async () => {
  [noor, rui] = [await person('Noor'), await person('Rui')];
  circle = await circleOf({ members: [noor, rui] });
});

const as = async (who: Viewer, { slug } = circle) => member(await viewer(who), slug);
const unread = async (who = noor) => (await viewer(who)).inbox.unread;

/** The form of her inbox as she sees it now. */
async function seen(of?: string) {
  const { marking } = await openInbox(await viewer(noor), null);
  return MarkInboxSchema.parse({
    items: marking?.items ?? '',
    ...(marking?.before && { before: String(marking.before) }),
    ...(of && { of }),
  });
}

test('marks what was new, and takes it back', async () => {
  await threadBy(await as(rui));
  await threadBy(await as(rui), { title: 'Another' });
  const form = await seen();
  const at = (await markInboxRead(noor, form)) ?? expect.fail();
  expect(await unread()).toBe(0);
  expect(await unread(circle.host.viewer)).toBe(2);
  await unmarkInboxRead(noor, at);
  expect(await unread()).toBe(2);
  await unmarkInboxRead(noor, at);
  expect(await unread()).toBe(2);
});

test('leaves what happened after the page was read, also to a thing that was on it', async () => {
  const sessionId = await sessionIn(circle.host);
  const told = (at: Date) =>
    db.transaction().execute((tx) =>
      tell(
        tx,
        { circleId: circle.id },
        {
          ...{ occasion: 'session-changed', thing: sessionId, detail: {}, by: null, at },
        },
      ),
    );
  await told(new Date());
  await threadBy(await as(rui));
  const stale = await seen();
  expect(stale.items).toHaveLength(2);
  await told(new Date(Date.now() + 5));
  await threadBy(await as(rui), { title: 'Later' });
  expect(await markInboxRead(noor, stale)).not.toBeNull();
  expect(await unread()).toBe(2);
  expect(await markInboxRead(noor, stale)).toBeNull();
});

test('leaves one that was being written when the page was read', async () => {
  const { threadId } = await threadBy(await as(rui));
  let form = await seen();
  await db.transaction().execute(async (tx) => {
    const note = { occasion: 'note' as const, thing: 1, threadId, detail: {}, by: rui.personId };
    await tell(
      tx,
      { circleId: circle.id },
      { ...note, at: new Date(Date.now() - 1000) },
      {
        only: [noor.personId],
      },
    );
    form = await seen();
  });
  await markInboxRead(noor, form);
  expect(await unread()).toBe(1);
});

test('marks one circle, or what is for her, alone', async () => {
  const other = await circleOf({ members: [noor] });
  await threadBy(other.host);
  await threadBy(await as(rui));
  const { threadId } = await threadBy(await as(noor));
  await noteBy(await as(rui), threadId);
  await markInboxRead(noor, await seen(String(other.id)));
  expect(await unread()).toBe(2);
  await markInboxRead(noor, await seen('you'));
  expect(await unread()).toBe(1);
  await markInboxRead(noor, await seen(String(circle.id)));
  expect(await unread()).toBe(0);
});

test('of more than are read at once, marks those that came before, too', async () => {
  const { threadId, noteId } = await threadBy(await as(rui));
  const rows = Array.from({ length: 250 }, (_, n) => ({
    ...{ circle_id: circle.id, member_of: circle.id, person_id: noor.personId, kind: 'note' },
    ...{ topic: `note:${n + 1_000_000}`, thread_id: threadId, for_you: false },
    ...{ thing_id: noteId, at: new Date(Date.now() - n * 1000 - 1000) },
  }));
  await db.insertInto('inbox_item').values(rows).execute();
  const form = await seen();
  expect(form.items).toHaveLength(200);
  const later = await threadBy(await as(rui), { title: 'Later' });
  await markInboxRead(noor, form);
  const left = await db
    .selectFrom('inbox_item')
    .select('topic')
    .where('person_id', '=', noor.personId)
    .where('read_at', 'is', null)
    .execute();
  expect(left).toEqual([{ topic: `note:${later.noteId}` }]);
});

test('two tabs at once, and the same one pressed twice, are one', async () => {
  for (let n = 0; n < 20; n++) await threadBy(await as(rui), { title: `Thread ${n}` });
  const form = await seen();
  for (let round = 0; round < 5; round++) {
    const at = new Date();
    const marked = await Promise.all(
      Array.from({ length: 6 }, () => markInboxRead(noor, form, { now: at })),
    );
    expect(marked.filter(Boolean)).toHaveLength(1);
    expect(await unread()).toBe(0);
    await unmarkInboxRead(noor, at);
    expect(await unread()).toBe(20);
  }
});

test('by the page: marked, said, taken back; a form that does not fit says so', async () => {
  await threadBy(await as(rui));
  const cookie = await signInCookie(noor);
  const { body } = await ask('/inbox', { cookie });
  const items = /name="items" value="([^"]*)"/.exec(body)?.[1] ?? '';
  const marked = await ask('/inbox/marking', { cookie, form: { items } });
  expect(marked).toMatchObject({ status: 303, location: '/inbox' });
  expect(await unread()).toBe(0);
  const notice = marked.cookies.find((one) => one.includes('octavo_notice')) ?? '';
  const after = await ask('/inbox', { cookie: `${cookie}; ${notice.split(';', 1)[0]}` });
  const undo = /action="(\/inbox\/marking\/undoing[^"]*)"/.exec(after.body)?.[1] ?? '';
  expect(after.body).toContain('Marked as read.');
  await ask(undo.replaceAll('&amp;', '&'), { cookie, form: {} });
  expect(await unread()).toBe(1);
  for (const wrong of ['7/note', '00/note:1@5', "1/note:'@5", '1/note:1@5;']) {
    const refused = await ask('/inbox/marking', { cookie, form: { items: wrong } });
    expect(refused.cookies.join()).toContain('button-not-read');
  }
  expect(await unread()).toBe(1);
});

test('nobody marks another’s', async () => {
  await threadBy(await as(rui));
  await markInboxRead(rui, await seen());
  expect(await unread()).toBe(1);
});
