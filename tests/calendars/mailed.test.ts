import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { leaveCircle, removeMember } from '#app/circles/commands/members.server.ts';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import { replyToSession } from '#app/sessions/replies/commands/reply.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { restoreSession } from '#app/sessions/schedule/commands/restore-session.server.ts';
import { invitationTo } from '#tests/circles/circle.ts';
import { sessionForm, sessionIn } from '#tests/sessions/support.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';

async function twoOfUs() {
  const noor = await person('Noor');
  const circle = await circleOf({ members: [noor] });
  const [member] = circle.members;
  if (!member) throw new Error('a member');
  return { circle, host: circle.host, noor, member };
}

/** What somebody’s calendar was told so far, oldest first; and what it holds, as it would take it in. */
async function calendarOf(address: string) {
  const mails = (await mailTo(address)).reverse();
  const told = mails.flatMap(({ invitation }) => (invitation ? [invitation] : []));
  const holds = new Map<string, { sequence: number; starts: string; partstat: string }>();
  for (const { method, content } of told) {
    const event = new ICAL.Component(ICAL.parse(content) as unknown[]).getFirstSubcomponent(
      'vevent',
    );
    if (!event) throw new Error('an event');
    const [attendee, ...others] = event.getAllProperties('attendee');
    expect(attendee?.getFirstValue()).toBe(`mailto:${address}`);
    expect(others).toEqual([]);
    const uid = String(event.getFirstPropertyValue('uid'));
    const sequence = Number(event.getFirstPropertyValue('sequence'));
    const before = holds.get(uid);
    // A calendar leaves alone what is not newer than what it has.
    if (before && sequence <= before.sequence) continue;
    const starts = (event.getFirstPropertyValue('dtstart') as ICAL.Time).toJSDate().toISOString();
    const partstat = String(attendee?.getParameter('partstat'));
    if (method === 'REQUEST') holds.set(uid, { sequence, starts, partstat });
    else holds.delete(uid);
  }
  return { methods: told.map(({ method }) => method), holds: [...holds.values()] };
}

const version = (version: number, given = {}) => ({ ...sessionForm(given), version });

test('an invitation follows its session from the day it is set until it is off, and on again', async () => {
  const { host, noor, member } = await twoOfUs();
  const sessionId = await sessionIn(host, {}, {});
  const at = '2098-12-01T17:30:00.000Z';
  expect(await calendarOf(noor.email)).toEqual({
    methods: ['REQUEST'],
    holds: [{ sequence: 0, starts: at, partstat: 'NEEDS-ACTION' }],
  });
  await replyToSession(member, sessionId, { answer: 'yes' });
  await changeSession(host, sessionId, version(1, { place: 'Room 4' }));
  const [changed] = (await calendarOf(noor.email)).holds;
  expect(changed).toEqual({ sequence: 1, starts: at, partstat: 'ACCEPTED' });
  // To another time: what they answered was for the old one.
  await changeSession(host, sessionId, version(2, { time: '19:00', place: 'Room 4' }));
  const moved = await calendarOf(noor.email);
  const later = { starts: '2098-12-01T18:00:00.000Z', partstat: 'NEEDS-ACTION' };
  expect(moved.holds).toEqual([{ sequence: 2, ...later }]);
  await cancelSession(host, sessionId, { reason: 'Ill.' });
  expect(await calendarOf(noor.email)).toEqual({
    methods: ['REQUEST', 'REQUEST', 'REQUEST', 'CANCEL'],
    holds: [],
  });
  await restoreSession(host, sessionId);
  expect((await calendarOf(noor.email)).holds).toEqual([{ sequence: 4, ...later }]);
});

test('who leaves or is removed loses what their calendar holds, and has it again once they are back', async () => {
  const { circle, host, noor, member } = await twoOfUs();
  await sessionIn(host, {}, {});
  const second = await sessionIn(host, { date: '2098-12-08' }, {});
  expect((await calendarOf(noor.email)).holds).toHaveLength(2);
  await leaveCircle(member as Member);
  const [left] = await mailTo(noor.email);
  expect(left?.subject).toBe('Tuesday leads: its sessions leave your calendar');
  expect(left?.invitation?.method).toBe('CANCEL');
  // One message is about one session: the second is attached.
  expect(left?.attachments.map(({ name }) => name)).toEqual(['invite-2.ics', 'invite.ics']);
  // What happens after that is not theirs to hear.
  await changeSession(host, second, version(1, { date: '2098-12-09' }));
  expect((await mailTo(noor.email))[0]?.subject).toBe(left?.subject);
  const { token } = await invitationTo(circle, noor.email);
  await joinCircle(noor, { token }, 1);
  const back = await calendarOf(noor.email);
  expect(back.methods.at(-1)).toBe('REQUEST');
  // The second one of its mails is attached, where this reader does not look.
  expect(back.holds.map(({ starts }) => starts)).toContain('2098-12-01T17:30:00.000Z');
  await removeMember(host, noor.personId, 'Sorry.');
  const subjects = (await mailTo(noor.email)).map(({ subject }) => subject);
  expect(subjects.slice(0, 2).sort()).toEqual([
    'Tuesday leads: its sessions leave your calendar',
    'You are no longer in Tuesday leads',
  ]);
});

test('who leaves with nothing in their calendar is not written to', async () => {
  const { noor, member } = await twoOfUs();
  await leaveCircle(member as Member);
  expect(await mailTo(noor.email)).toEqual([]);
});
