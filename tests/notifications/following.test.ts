import { beforeEach, describe, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { visitThread } from '#app/discussions/commands/visit-thread.server.ts';
import { followThread } from '#app/notifications/hearing/commands/follow-thread.server.ts';
import { noteBy, threadBy } from '#tests/discussions/notes.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { untilWaiting } from '#tests/support/waiting.ts';
import { emptyInboxes, followingOf, itemOf, waitingFor } from './hearing.ts';

const at = new Date('2026-11-25T09:00:00Z');
const now = new Date('2026-11-25T09:20:00Z');
const WAITS = '2026-11-25T10:00:00.000Z';

let noor: Member;
let ines: Member;
let threadId: number;
let noteId: number;

beforeEach(async () => {
  const circle = await circleOf({ members: [await person('Noor')] });
  ines = circle.host;
  noor = circle.members[0] as Member;
  ({ threadId, noteId } = await threadBy(ines));
  await emptyInboxes(ines);
});

describe('following a thread', () => {
  test('begins with writing in it, for whoever does', async () => {
    expect(await followingOf(ines, threadId)).toEqual({ muted: false, byHand: false });
    expect(await followingOf(noor, threadId)).toBeUndefined();
    await noteBy(noor, threadId);
    expect(await followingOf(noor, threadId)).toEqual({ muted: false, byHand: false });
    await noteBy(noor, threadId);
    expect(await followingOf(noor, threadId)).toEqual({ muted: false, byHand: false });
  });

  test('begins and ends by hand, and says what it was before', async () => {
    expect(await followThread(noor, threadId, 'follows', { now })).toBe('neither');
    expect(await followingOf(noor, threadId)).toEqual({ muted: false, byHand: true });
    expect(await followThread(noor, threadId, 'muted', { now })).toBe('follows');
    expect(await followingOf(noor, threadId)).toEqual({ muted: true, byHand: true });
    expect(await followThread(noor, threadId, 'neither', { now })).toBe('muted');
    expect(await followingOf(noor, threadId)).toBeUndefined();
    expect(await followThread(noor, threadId, 'neither', { now })).toBe('neither');
    expect(await followingOf(ines, threadId)).toEqual({ muted: false, byHand: false });
  });

  test('that was muted begins again with writing in it', async () => {
    await followThread(noor, threadId, 'muted', { now });
    await noteBy(noor, threadId);
    expect(await followingOf(noor, threadId)).toEqual({ muted: false, byHand: false });
  });

  test('that was chosen by hand stays so when they write', async () => {
    await followThread(noor, threadId, 'follows', { now });
    await noteBy(noor, threadId);
    expect(await followingOf(noor, threadId)).toEqual({ muted: false, byHand: true });
  });

  test('is not of a thread in another circle, nor of none', async () => {
    const { host } = await circleOf();
    const elsewhere = await threadBy(host);
    for (const id of [elsewhere.threadId, 999_999_999]) {
      expect(await followThread(noor, id, 'muted', { now })).toBeNull();
      expect(await followThread(noor, id, 'follows', { now })).toBeNull();
    }
    expect(await followingOf(noor, elsewhere.threadId)).toBeUndefined();
  });

  test('goes with the membership', async () => {
    await followThread(noor, threadId, 'muted', { now });
    await leaveCircle(noor);
    expect(await followingOf(noor, threadId)).toBeUndefined();
  });
});

describe('muting', () => {
  const topic = () => `note:${noteId}`;
  const item = () => itemOf(noor, topic(), { at, threadId, thingId: noteId });

  test('reads what waits of the thread and nothing else; unmuting brings that back', async () => {
    const other = await threadBy(ines);
    await emptyInboxes(ines);
    await item();
    await itemOf(noor, 'note:9', { at, threadId, thingId: 9_999 });
    await itemOf(noor, 'note:8', { at, threadId: other.threadId, thingId: 8_888 });
    await itemOf(noor, 'agreement', { at });
    await itemOf(ines, topic(), { at, threadId, thingId: noteId });
    await db.updateTable('inbox_item').set({ read_at: at }).where('topic', '=', 'note:9').execute();
    await followThread(noor, threadId, 'muted', { now });
    const left = { agreement: WAITS, 'note:8': WAITS, 'note:9': 'read' };
    expect(await waitingFor(noor)).toEqual({ ...left, [topic()]: 'read' });
    expect(await waitingFor(ines)).toEqual({ [topic()]: WAITS });
    // Twice is once: what it took is found all the same.
    await followThread(noor, threadId, 'muted', { now: new Date('2026-11-25T09:25:00Z') });
    await followThread(noor, threadId, 'neither', { now: new Date('2026-11-25T09:30:00Z') });
    expect(await waitingFor(noor)).toEqual({ ...left, [topic()]: WAITS });
  });

  test('is undone by following, too', async () => {
    await item();
    await followThread(noor, threadId, 'muted', { now });
    await followThread(noor, threadId, 'follows', { now });
    expect(await waitingFor(noor)).toEqual({ [topic()]: WAITS });
  });

  test('does not bring back what was on the screen meanwhile', async () => {
    await item();
    await followThread(noor, threadId, 'muted', { now });
    await visitThread(noor, threadId, { kind: 'landing' });
    await followThread(noor, threadId, 'neither', { now });
    expect(await waitingFor(noor)).toEqual({ [topic()]: 'read' });
  });

  test('while a note is being written waits, and takes what that tells', async () => {
    const muting = await db.transaction().execute(async (note) => {
      await note.selectFrom('thread').select('id').where('id', '=', threadId).forUpdate().execute();
      const values = {
        ...{ circle_id: noor.circleId, person_id: noor.personId, member_of: noor.circleId },
        ...{ topic: topic(), kind: 'note', thing_id: noteId, thread_id: threadId },
      };
      await note
        .insertInto('inbox_item')
        .values({ ...values, for_you: false, at, mail_at: now })
        .execute();
      const asked = followThread(noor, threadId, 'muted', { now });
      await untilWaiting(1);
      return { asked };
    });
    await muting.asked;
    expect(await waitingFor(noor)).toEqual({ [topic()]: 'read' });
  });

  test('and following at the same time come to one of the two, with nothing half done', async () => {
    await item();
    for (let round = 0; round < 5; round++) {
      const moment = new Date(now.getTime() + round * 1_000);
      await Promise.all([
        followThread(noor, threadId, 'muted', { now: moment }),
        followThread(noor, threadId, 'follows', { now: moment }),
        followThread(noor, threadId, 'muted', { now: new Date(moment.getTime() + 1) }),
      ]);
      const muted = (await followingOf(noor, threadId))?.muted;
      expect(await waitingFor(noor)).toEqual({ [topic()]: muted ? 'read' : WAITS });
    }
  });
});
