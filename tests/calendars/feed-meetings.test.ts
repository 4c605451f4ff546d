import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { Partner, Viewer } from '#app/access/proofs.ts';
import { makeFeed } from '#app/calendars/feed/commands/make-feed.server.ts';
import { readFeed } from '#app/calendars/feed/commands/read-feed.server.ts';
import { blockPerson } from '#app/mentoring/conversations/commands/block-person.server.ts';
import { endConversation } from '#app/mentoring/conversations/commands/end-conversation.server.ts';
import { callOffMeeting } from '#app/mentoring/meetings/commands/call-off-meeting.server.ts';
import { changeMeeting } from '#app/mentoring/meetings/commands/change-meeting.server.ts';
import { restoreMeeting } from '#app/mentoring/meetings/commands/restore-meeting.server.ts';
import { setMeeting } from '#app/mentoring/meetings/commands/set-meeting.server.ts';
import { twoTalking } from '#tests/mentoring/talk.ts';
import { viewer } from '#tests/support/cast.ts';
import { byIcalJs, byNodeIcal } from './readers.ts';

let noor: Viewer;
let rui: Viewer;
let ines: Viewer;
let asker: Partner;
let helper: Partner;
let slug: string;
beforeEach(async () => {
  const talk = await twoTalking({ title: 'A title of its own' });
  ({ noor, rui, ines, asker, helper } = talk);
  slug = talk.circle.slug;
});

const form = (given: { time?: string } = {}) => ({
  ...{ date: '2098-12-01', time: '13:00', zone: 'Europe/Lisbon', choice: undefined },
  ...{ minutes: 30, place: 'Room 4', submissionKey: randomUUID(), ...given },
});

async function meeting(): Promise<number> {
  const set = await setMeeting(asker, form());
  if (!set.ok) throw new Error(set.reason);
  return set.meetingId;
}

async function feedOf(who: Viewer, circle = ''): Promise<() => Promise<string>> {
  const made = await makeFeed(await viewer(who.personId), { circle, submissionKey: randomUUID() });
  if (!made.ok) throw new Error(made.reason);
  return async () => {
    const read = await readFeed(made.token);
    if (!read.ok) throw new Error(read.reason);
    return read.text;
  };
}

/** What stands there: with whom, when, and whether it is on. */
const entries = (text: string) =>
  byIcalJs(text)
    .calendar.getAllSubcomponents('vevent')
    .map((event, index) => {
      const { summary, starts } = byIcalJs(text).events[index] ?? {};
      return `${summary} ${starts} ${event.getFirstPropertyValue('status')}`;
    });

const AT = '2098-12-01T13:00:00.000Z';

test('a meeting of two is in the feeds of the two, of all their circles alone, and in nobody else’s', async () => {
  await meeting();
  const [mine, theirs, ofCircle, other] = [
    await feedOf(noor),
    await feedOf(rui),
    await feedOf(noor, slug),
    await feedOf(ines),
  ];
  expect(entries(await mine())).toEqual([`With Rui ${AT} CONFIRMED`]);
  expect(entries(await theirs())).toEqual([`With Noor ${AT} CONFIRMED`]);
  expect(byNodeIcal(await theirs()).events).toHaveLength(1);
  expect(entries(await ofCircle())).toEqual([]);
  expect(entries(await other())).toEqual([]);
  for (const text of [await mine(), await theirs()]) {
    for (const kept of ['A title of its own', 'METHOD', 'ORGANIZER', 'ATTENDEE']) {
      expect(text).not.toContain(kept);
    }
  }
});

test('it moves there, is off there once it is called off, and on again once it is put back', async () => {
  const id = await meeting();
  const read = await feedOf(rui);
  const uid = byIcalJs(await read()).events[0]?.uid;
  await changeMeeting(helper, id, { ...form({ time: '15:00' }), version: 1 });
  const later = '2098-12-01T15:00:00.000Z';
  expect(entries(await read())).toEqual([`With Noor ${later} CONFIRMED`]);
  // A form that is older than that changes nothing, here neither.
  const stale = await changeMeeting(asker, id, { ...form({ time: '16:00' }), version: 1 });
  expect(stale).toEqual({ ok: false, reason: 'changed-meanwhile' });
  await callOffMeeting(asker, id);
  expect(entries(await read())).toEqual([`With Noor ${later} CANCELLED`]);
  await restoreMeeting(asker, id);
  expect(entries(await read())).toEqual([`With Noor ${later} CONFIRMED`]);
  expect(byIcalJs(await read()).events[0]?.uid).toBe(uid);
});

test('with its conversation it is off for both', async () => {
  await meeting();
  const [mine, theirs] = [await feedOf(noor), await feedOf(rui)];
  await endConversation(asker);
  expect(entries(await mine())).toEqual([`With Rui ${AT} CANCELLED`]);
  expect(entries(await theirs())).toEqual([`With Noor ${AT} CANCELLED`]);
});

test('who is blocked finds nothing of it any more', async () => {
  await meeting();
  const read = await feedOf(rui);
  await blockPerson(asker);
  expect(entries(await read())).toEqual([]);
});
