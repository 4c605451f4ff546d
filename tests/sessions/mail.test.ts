import { describe, expect, test } from 'vitest';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import { post } from '#app/notifications/commands/post.server.ts';
import { jobs } from '#app/sessions/jobs.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { replyToSession } from '#app/sessions/replies/commands/reply.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { restoreSession } from '#app/sessions/schedule/commands/restore-session.server.ts';
import { invitationTo } from '#tests/circles/circle.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { now, sequenceOf, sessionForm, sessionIn, waitingJobs } from './support.ts';

async function twoOfUs() {
  const noor = await person('Noor');
  const circle = await circleOf({ members: [noor] });
  const [member] = circle.members;
  if (!member) throw new Error('a member');
  return { circle, host: circle.host, noor, member };
}

test('members get when and where in their own zone, with the calendar file', async () => {
  const { circle, host, noor } = await twoOfUs();
  const sessionId = await sessionIn(host, { facilitatorId: host.personId });
  const [mail] = await mailTo(noor.email);
  expect(mail?.subject).toMatch(/^Tuesday leads: \w+ 1 December 2098, 17:30$/);
  expect(mail?.text).toContain('17:30 (Lisbon)');
  expect(mail?.text).toContain('18:30 in Madrid');
  expect(mail?.text).toContain('https://meet.example.org/tuesday-leads');
  expect(mail?.text).not.toContain('Check-in');
  expect(
    mail?.links.some((link) => link.endsWith(`/circles/${circle.slug}/sessions/${sessionId}`)),
  ).toBe(true);
});

test('whoever did it gets the calendar file too, said as theirs', async () => {
  const { host } = await twoOfUs();
  const sessionId = await sessionIn(host);
  await changeSession(host, sessionId, { ...sessionForm({ time: '19:00' }), version: 1 }, { now });
  await cancelSession(host, sessionId, { reason: 'Half of us are ill.' }, { now });
  await restoreSession(host, sessionId, { now });
  const [restored, ...before] = await mailTo(host.viewer.email);
  // What is over when it is sent is not told.
  expect(before.map(({ text }) => text)).toEqual([
    expect.stringContaining('You moved the session'),
    expect.stringContaining('You scheduled a session'),
  ]);
  expect(restored?.text).toContain('You took the cancellation back');
  expect(restored?.attachments.map(({ name }) => name)).toEqual(['session.ics']);
  await cancelSession(host, sessionId, { reason: 'Half of us are ill.' }, { now });
  const [off] = await mailTo(host.viewer.email);
  expect(off?.text).toContain('You cancelled “Why systems surprise us” and said why:');
});

test('a move and a cancellation say so; what was called off is not announced any more', async () => {
  const { host, noor } = await twoOfUs();
  const sessionId = await sessionIn(host);
  await mailTo(noor.email);
  await changeSession(host, sessionId, { ...sessionForm({ time: '19:00' }), version: 1 }, { now });
  const [moved] = await mailTo(noor.email);
  expect(moved?.subject).toMatch(/now .* 18:00$/);
  expect(moved?.text).toMatch(/It was to be on \w+ 1 December 2098, 17:30\./);
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

test('a cancellation that is taken back is told, with the answers and the reminder there were', async () => {
  const { host, noor, member } = await twoOfUs();
  const sessionId = await sessionIn(host);
  await replyToSession(member, sessionId, { answer: 'yes' }, { now });
  await cancelSession(host, sessionId, { reason: 'Ill.' }, { now });
  expect(await restoreSession(host, sessionId, { now })).toEqual({ ok: true });
  // While the mail of the cancellation waited: it is not announced any more.
  const told = await mailTo(noor.email);
  expect(told.map(({ subject }) => subject)).not.toContainEqual(
    expect.stringContaining('no session'),
  );
  expect(told[0]?.subject).toMatch(/^Tuesday leads: on after all, \w+ 1 December 2098, 17:30$/);
  expect(told[0]?.text).toContain('took the cancellation back');
  const jobs = await waitingJobs(sessionId);
  expect(jobs.map(({ name }) => name)).toEqual(['remind-of-session']);
  const after = await sessionOf(member, sessionId, { now });
  expect(after).toMatchObject({ cancelled: null, mine: { answer: 'yes' } });
  expect(await sequenceOf(sessionId)).toBe(2);
  // Twice is once.
  expect(await restoreSession(host, sessionId, { now })).toEqual({ ok: true });
  expect(await sequenceOf(sessionId)).toBe(2);
  expect(await mailTo(noor.email)).toHaveLength(told.length);
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

test('those who have not said no are reminded, unless it moved or is off', async () => {
  const { host, noor, member } = await twoOfUs();
  const sessionId = await sessionIn(host);
  await mailTo(noor.email);
  const remind = (sessionId: number, startsAt: string) =>
    jobs['remind-of-session']({ sessionId, startsAt, lead: 2880 });
  await remind(sessionId, '2098-12-01T18:00:00.000Z');
  expect(await mailTo(noor.email)).toHaveLength(1);
  await remind(sessionId, '2098-12-01T17:30:00.000Z');
  const [reminder] = await mailTo(noor.email);
  expect(reminder?.subject).toMatch(/^Tuesday leads meets on/);
  expect(reminder?.text).toContain('You have not said yet whether you come.');
  expect(await mailTo(host.viewer.email)).toHaveLength(2);
  // Of one start they are reminded once, however often it is asked for.
  await remind(sessionId, '2098-12-01T17:30:00.000Z');
  expect(await mailTo(noor.email)).toHaveLength(2);
  expect(await mailTo(host.viewer.email)).toHaveLength(2);

  const refused = await sessionIn(host, { date: '2098-12-02' });
  expect(await mailTo(noor.email)).toHaveLength(3);
  await replyToSession(member, refused, { answer: 'no' }, { now });
  await remind(refused, '2098-12-02T17:30:00.000Z');
  expect(await mailTo(noor.email)).toHaveLength(3);
  expect(await mailTo(host.viewer.email)).toHaveLength(4);

  const off = await sessionIn(host, { date: '2098-12-03' });
  expect(await mailTo(noor.email)).toHaveLength(4);
  await replyToSession(member, off, { answer: 'yes' }, { now });
  await remind(off, '2098-12-03T17:30:00.000Z');
  // It is called off between the reminder and its mails.
  await cancelSession(host, off, { reason: 'Ill.' }, { now });
  const mails = await mailTo(noor.email);
  expect(mails).toHaveLength(5);
  expect(mails[0]?.subject).toContain('no session on');
  expect(await mailTo(host.viewer.email)).toHaveLength(6);
});

describe('nobody is written to about what is over', () => {
  /** As if nothing had been sent since: it began so many minutes ago. */
  const begun = (sessionId: number, minutesAgo: number) => {
    const starts_at = new Date(Date.now() - minutesAgo * 60_000);
    const update = db.updateTable('session').set({ starts_at }).where('id', '=', sessionId);
    return update.returning('starts_at').executeTakeFirstOrThrow();
  };

  test('not asked to a session that was, nor told that it moved or was off', async () => {
    const { host, noor } = await twoOfUs();
    const scheduled = await sessionIn(host);
    const moved = await sessionIn(host, { date: '2098-12-02' });
    const move = { ...sessionForm({ date: '2098-12-03' }), version: 1 };
    await changeSession(host, moved, move, { now });
    const off = await sessionIn(host, { date: '2098-12-04' });
    await cancelSession(host, off, { reason: 'Ill.' }, { now });
    for (const id of [scheduled, moved, off]) await begun(id, 76);
    expect(await mailTo(noor.email)).toEqual([]);
  });

  test('once it runs, where it is held is told, and nobody is asked whether they come', async () => {
    const { host, noor } = await twoOfUs();
    const sessionId = await sessionIn(host);
    await begun(sessionId, 5);
    const [mail, ...others] = await mailTo(noor.email);
    expect(others).toEqual([]);
    expect(mail?.text).toContain('https://meet.example.org/tuesday-leads');
    expect(mail?.text).not.toMatch(/whether you’re coming|Will you come/);
  });

  test('a reminder that comes late, after it began, reminds nobody', async () => {
    const { host, noor } = await twoOfUs();
    const sessionId = await sessionIn(host);
    await mailTo(noor.email);
    const { starts_at } = await begun(sessionId, 1);
    const startsAt = starts_at.toISOString();
    await jobs['remind-of-session']({ sessionId, startsAt, lead: 120 });
    await post(db, {
      message: 'session-reminder',
      given: { sessionId, startsAt, lead: 120 },
      occasion: 'late',
      to: noor,
    });
    expect(await mailTo(noor.email)).toHaveLength(1);
  });

  test('who changed their mind meanwhile is reminded of what they say now, or not at all', async () => {
    const { host, noor, member } = await twoOfUs();
    const remind = async (date: string, answer: 'yes' | 'maybe' | 'no') => {
      const sessionId = await sessionIn(host, { date });
      const before = (await mailTo(noor.email)).length;
      await replyToSession(member, sessionId, { answer: 'yes' }, { now });
      await jobs['remind-of-session']({ sessionId, startsAt: `${date}T17:30:00.000Z`, lead: 2880 });
      await replyToSession(member, sessionId, { answer }, { now });
      const mails = await mailTo(noor.email);
      return mails.slice(0, mails.length - before);
    };
    const [reminder] = await remind('2098-12-01', 'maybe');
    expect(reminder?.text).toContain('You said you may come.');
    expect(await remind('2098-12-02', 'no')).toEqual([]);
  });
});

test('who joins gets what is set in one mail, with one calendar file for all of it', async () => {
  const { circle, host } = await twoOfUs();
  await sessionIn(host, {}, {});
  await sessionIn(host, { date: '2098-12-08', title: 'Traps' }, {});
  const off = await sessionIn(host, { date: '2098-12-09', title: 'Leverage' }, {});
  await cancelSession(host, off, { reason: 'Ill.' });
  const lena = await person('Lena');
  const { token } = await invitationTo(circle, lena.email);
  await joinCircle(lena, { token }, 1);
  const set = (await mailTo(lena.email)).filter(({ subject }) => subject.includes('we meet'));
  expect(set.map(({ subject }) => subject)).toEqual([
    'Tuesday leads: we meet next on Monday 1 December 2098, 18:30',
  ]);
  expect(set[0]?.text).toContain('Two sessions are set in Tuesday leads');
  expect(set[0]?.text).toMatch(/Monday 8 December 2098, 18:30: Traps · https:/);
  expect(set[0]?.text).not.toContain('Leverage');
  expect(set[0]?.attachments.map(({ name }) => name)).toEqual(['sessions.ics']);
});

test('and none when nothing is to come', async () => {
  const { circle } = await twoOfUs();
  const lena = await person('Lena');
  const { token } = await invitationTo(circle, lena.email);
  await joinCircle(lena, { token }, 1);
  expect((await mailTo(lena.email)).filter(({ subject }) => subject.includes('we meet'))).toEqual(
    [],
  );
});
