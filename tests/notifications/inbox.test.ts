import { expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { markAllRead, unmarkRead } from '#app/discussions/commands/mark-all-read.server.ts';
import { visitThread } from '#app/discussions/commands/visit-thread.server.ts';
import { postNote } from '#app/discussions/notes/commands/post-note.server.ts';
import { itemsOf } from '#app/notifications/inbox/queries/items.server.ts';
import { noteForm, threadBy } from '#tests/discussions/notes.ts';
import { circleOf, member, person, viewer } from '#tests/support/cast.ts';

const inbox = async (who: Viewer) => itemsOf(await viewer(who), 'true', []);
const unread = async (who: Viewer) => (await viewer(who)).inbox.unread;

async function twoWhoTalk() {
  const [noor, rui] = [await person('Noor'), await person('Rui')];
  const { slug } = await circleOf({ members: [noor, rui] });
  const as = async (who: Viewer) => member(await viewer(who), slug);
  return { noor, rui, as };
}

test('a note is told to whom it answers, and read once it was on the screen', async () => {
  const { noor, rui, as } = await twoWhoTalk();
  const { threadId } = await threadBy(await as(noor), { title: 'Delegating' });
  expect(await inbox(noor)).toEqual([]);
  expect(await inbox(rui)).toMatchObject([{ title: 'Delegating', forYou: false, read: false }]);
  await postNote(await as(rui), threadId, noteForm({ body: 'I keep the dull work myself.' }));
  expect(await inbox(noor)).toMatchObject([
    { title: 'Delegating', text: 'Rui wrote: I keep the dull work myself.', forYou: true },
  ]);
  expect(await unread(noor)).toBe(1);
  await visitThread(await as(noor), threadId, { kind: 'landing' });
  expect(await unread(noor)).toBe(0);
  expect(await inbox(noor)).toMatchObject([{ read: true }]);
});

test('what the list of threads marks as read is read in the inbox, and comes back with it', async () => {
  const { noor, rui, as } = await twoWhoTalk();
  const { threadId } = await threadBy(await as(noor));
  await postNote(await as(rui), threadId, noteForm());
  const at = await markAllRead(await as(noor), Number.MAX_SAFE_INTEGER);
  expect(await unread(noor)).toBe(0);
  await unmarkRead(await as(noor), at ?? new Date());
  expect(await unread(noor)).toBe(1);
});
