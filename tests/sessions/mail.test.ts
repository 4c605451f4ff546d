import { expect, test } from 'vitest';
import { jobs } from '#app/sessions/jobs.server.ts';
import { replyToSession } from '#app/sessions/replies/commands/reply.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { now, sessionForm, sessionIn } from './support.ts';

async function twoOfUs() {
  const noor = await person('Noor');
  const circle = await circleOf({ members: [noor] });
  const [member] = circle.members;
  if (!member) throw new Error('a member');
  return { circle, host: circle.host, noor, member };
}

test('the others get when and where in their own zone, with the calendar file', async () => {
  const { circle, host, noor } = await twoOfUs();
  const sessionId = await sessionIn(host, { facilitatorId: host.personId });
  const [mail] = await mailTo(noor.email);
  expect(mail?.subject).toMatch(/^Tuesday leads: \w+ 1 December, 17:30$/);
  expect(mail?.text).toContain('17:30 (Lisbon)');
  expect(mail?.text).toContain('18:30 in Madrid');
  expect(mail?.text).toContain('https://meet.example.org/tuesday-leads');
  expect(mail?.text).not.toContain('Check-in');
  expect(
    mail?.links.some((link) => link.endsWith(`/circles/${circle.slug}/sessions/${sessionId}`)),
  ).toBe(true);
  expect(await mailTo(host.viewer.email)).toEqual([]);
});

test('a move and a cancellation say so; what was called off is not announced any more', async () => {
  const { host, noor } = await twoOfUs();
  const sessionId = await sessionIn(host);
  await mailTo(noor.email);
  await changeSession(host, sessionId, { ...sessionForm({ time: '19:00' }), version: 1 }, { now });
  const [moved] = await mailTo(noor.email);
  expect(moved?.subject).toMatch(/now .* 18:00$/);
  expect(moved?.text).toMatch(/It was to be on \w+ 1 December, 17:30\./);
  expect(moved?.text).toMatch(/18:00 \(Lisbon\); 19:00 in Madrid/);
  const elsewhere = { ...sessionForm({ time: '19:00', place: 'Room 4' }), version: 2 };
  await changeSession(host, sessionId, elsewhere, { now });
  const [changed] = await mailTo(noor.email);
  expect(changed?.subject).toMatch(/changed, .* 18:00$/);
  expect(changed?.text).toContain('The time stays.');
  expect(changed?.text).toContain('Room 4');
  await changeSession(host, sessionId, { ...sessionForm({ time: '20:00' }), version: 3 }, { now });
  await cancelSession(host, sessionId, { reason: 'Half of us are ill.' }, { now });
  const mails = await mailTo(noor.email);
  expect(mails).toHaveLength(4);
  expect(mails[0]?.subject).toMatch(/no session on .* 19:00$/);
  expect(mails[0]?.text).toContain('Half of us are ill.');
});

test('who left, or whose account is closed, gets nothing', async () => {
  const { circle, host, noor } = await twoOfUs();
  await sessionIn(host);
  await db
    .deleteFrom('membership')
    .where('circle_id', '=', circle.id)
    .where('person_id', '=', noor.personId)
    .execute();
  expect(await mailTo(noor.email)).toEqual([]);
});

test('a day before, those who have not said no are reminded, unless it moved or is off', async () => {
  const { host, noor, member } = await twoOfUs();
  const sessionId = await sessionIn(host);
  await mailTo(noor.email);
  const remind = (startsAt: string) => jobs['remind-of-session']({ sessionId, startsAt });
  await remind('2098-12-01T18:00:00.000Z');
  expect(await mailTo(noor.email)).toHaveLength(1);
  const startsAt = '2098-12-01T17:30:00.000Z';
  await remind(startsAt);
  const [reminder] = await mailTo(noor.email);
  expect(reminder?.subject).toMatch(/^Tuesday leads meets on/);
  expect(reminder?.text).toContain('You have not said yet whether you come.');
  expect(await mailTo(host.viewer.email)).toHaveLength(1);

  await replyToSession(member, sessionId, { answer: 'no' }, { now });
  await remind(startsAt);
  expect(await mailTo(noor.email)).toHaveLength(2);
  expect(await mailTo(host.viewer.email)).toHaveLength(2);

  await replyToSession(member, sessionId, { answer: 'yes' }, { now });
  await remind(startsAt);
  // It is called off between the reminder and its mails.
  await cancelSession(host, sessionId, { reason: 'Ill.' }, { now });
  const mails = await mailTo(noor.email);
  expect(mails).toHaveLength(3);
  expect(mails[0]?.subject).toContain('no session on');
});
