import { expect, test } from 'vitest';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { setHours } from '#app/notifications/hearing/commands/set-hours.server.ts';
import { jobs } from '#app/sessions/jobs.server.ts';
import { replyToSession } from '#app/sessions/replies/commands/reply.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { restoreSession } from '#app/sessions/schedule/commands/restore-session.server.ts';
import { day } from '#tests/seasons/season.ts';
import { seriesIn } from '#tests/series/support.ts';
import { now, sessionForm, sessionIn } from '#tests/sessions/support.ts';
import { company, toldBy } from './company.ts';

const clock = { now };

/** Everybody, when it is months away: only a digest is in time for it. */
const everybody = (kind: string) => ({
  Ines: `${kind} read mail`,
  Lena: `${kind} mail`,
  Noor: `${kind} mail`,
  Rui: `${kind} mail`,
  Tomasz: `${kind} later`,
  Amara: kind,
});

test('a session is told to every member, and who did it; who is to run it, is asked to', async () => {
  const us = await company();
  const schedule = (given: object) => () => sessionIn(us.ines, given);
  expect(await toldBy(us, schedule({ facilitatorId: us.noor.personId }))).toEqual({
    ...everybody('session-scheduled'),
    Noor: 'session-scheduled * mail',
  });
  expect(await toldBy(us, schedule({ facilitatorId: us.ines.personId }))).toEqual(
    everybody('session-scheduled'),
  );
});

test('what a digest would tell of too late is mailed by itself', async () => {
  const us = await company();
  const inDays = async (days: number) => {
    const date = new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
    return (await toldBy(us, () => sessionIn(us.ines, { date, time: '12:00' }))).Tomasz;
  };
  expect(await inDays(7)).toBe('session-scheduled mail');
  expect(await inDays(9)).toBe('session-scheduled later');
  const digest = { hour: 8, quiet: null };
  await setHours(us.tomasz.viewer, { ...digest, days: [1, 2, 3, 4, 5], version: 0 });
  expect(await inDays(1)).toBe('session-scheduled mail');
  expect(await inDays(3)).toBe('session-scheduled later');
  await setHours(us.tomasz.viewer, { ...digest, days: [1, 2, 3, 4], version: 1 });
  expect(await inDays(3)).toBe('session-scheduled mail');
});

test('so is whatever happens to it', async () => {
  const us = await company();
  const sessionId = await sessionIn(us.ines);
  const change = (version: number, given: object) => () =>
    changeSession(
      us.ines,
      sessionId,
      { ...sessionForm({ zone: 'UTC', ...given }), version },
      clock,
    );
  expect(await toldBy(us, change(1, { time: '19:00' }))).toEqual(everybody('session-moved'));
  expect(await toldBy(us, change(2, { time: '19:00', minutes: 90 }))).toEqual(
    everybody('session-changed'),
  );
  const why = { reason: 'Half of us are ill.' };
  expect(await toldBy(us, () => cancelSession(us.ines, sessionId, why, clock))).toEqual(
    everybody('session-cancelled'),
  );
  expect(await toldBy(us, () => restoreSession(us.ines, sessionId, clock))).toEqual(
    everybody('session-restored'),
  );
  // Nothing that happened twice is told twice.
  expect(await toldBy(us, () => restoreSession(us.ines, sessionId, clock))).toEqual({});
});

test('who is asked to run it later hears that, and of a move in the same mail', async () => {
  const us = await company();
  const sessionId = await sessionIn(us.ines);
  const change = (version: number, given: object) => () =>
    changeSession(
      us.ines,
      sessionId,
      { ...sessionForm({ zone: 'UTC', ...given }), version },
      clock,
    );
  const [rui, noor] = [us.rui.personId, us.noor.personId];
  expect(await toldBy(us, change(1, { facilitatorId: rui }))).toEqual({
    Rui: 'session-yours * later',
  });
  expect(await toldBy(us, change(2, { facilitatorId: noor, time: '19:00' }))).toEqual({
    ...everybody('session-moved'),
    Noor: 'session-yours * mail',
  });
  expect(await toldBy(us, change(3, { time: '19:00', facilitatorId: us.ines.personId }))).toEqual(
    {},
  );
});

test('that who runs it can’t is told to those who set sessions, once', async () => {
  const us = await company();
  const sessionId = await sessionIn(us.lena, { facilitatorId: us.noor.personId });
  const says = (answer: 'yes' | 'no', who = us.noor) =>
    toldBy(us, () => replyToSession(who, sessionId, { answer, word: 'A word' }, clock));
  const told = { Ines: 'session-unrunnable * later', Lena: 'session-unrunnable * later' };
  expect(await says('no', us.rui)).toEqual({});
  expect(await says('yes')).toEqual({});
  expect(await says('no')).toEqual(told);
  expect(await says('no')).toEqual({});
  await says('yes');
  expect(await says('no')).toEqual(told);
});

test('so is that they left', async () => {
  const us = await company();
  await sessionIn(us.lena, { facilitatorId: us.noor.personId });
  const off = await sessionIn(us.lena, { facilitatorId: us.noor.personId });
  await cancelSession(us.ines, off, { reason: 'Ill.' }, clock);
  expect(await toldBy(us, () => leaveCircle(us.noor))).toEqual({
    Ines: 'person-left later, session-unrunnable * later',
    Lena: 'person-left, session-unrunnable * later',
    Rui: 'person-left',
    Tomasz: 'person-left later',
    Amara: 'person-left',
  });
});

test('so is that they left a series of them, which is one line', async () => {
  const us = await company();
  const runs = { facilitatorId: us.noor.personId };
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await seriesIn(us.lena, { ...runs, startsOn: inAWeek }, { now: new Date() });
  await sessionIn(us.lena, runs);
  const told = await toldBy(us, () => leaveCircle(us.noor));
  expect(told).toMatchObject({
    Ines: 'person-left later, series-unrunnable * later, session-unrunnable * later',
    Lena: 'person-left, series-unrunnable * later, session-unrunnable * later',
    Rui: 'person-left',
  });
});

test('its reminder goes to all but who said no, whatever they chose but nothing', async () => {
  const us = await company();
  const date = day(2);
  const sessionId = await sessionIn(us.ines, { date, time: '12:00' }, {});
  await replyToSession(us.noor, sessionId, { answer: 'no' });
  const startsAt = `${date}T12:00:00.000Z`;
  const remind = () => jobs['remind-of-session']({ sessionId, startsAt, lead: 2880 });
  expect(await toldBy(us, remind)).toEqual({
    Ines: 'session-reminder mail',
    Lena: 'session-reminder mail',
    Rui: 'session-reminder mail',
    Tomasz: 'session-reminder mail',
    Amara: 'session-reminder',
  });
});
