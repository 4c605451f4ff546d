import { beforeAll, describe, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { addAgendaCard } from '#app/sessions/agenda/commands/add-agenda-card.server.ts';
import { nextSession, sessionOf, sessionsOf } from '#app/sessions/queries/sessions.server.ts';
import { replyToSession } from '#app/sessions/replies/commands/reply.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { scheduleSession } from '#app/sessions/schedule/commands/schedule-session.server.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import {
  asRunner,
  milestoneIn,
  now,
  sequenceOf,
  sessionForm,
  sessionIn,
  waitingJobs,
} from './support.ts';

let circle: CastCircle;
let other: CastCircle;
let noor: Member;
beforeAll(async () => {
  circle = await circleOf({ members: [await person('Noor')], facilitators: [await person('Rui')] });
  other = await circleOf({ name: 'Handover hour' });
  const [first] = circle.members;
  if (!first) throw new Error('a member');
  noor = first;
});

describe('scheduling', () => {
  test('sets the session in the circle’s zone, tells everybody, and sets the first reminder', async () => {
    const { host, facilitators, members } = circle;
    const sessionId = await sessionIn(host, { facilitatorId: noor.personId });
    const session = await sessionOf(noor, sessionId, { now });
    expect(session).toMatchObject({
      startsAt: '2098-12-01T17:30:00.000Z',
      endsAt: '2098-12-01T18:45:00.000Z',
      state: 'coming',
      facilitator: { name: 'Noor' },
      agenda: [{ title: 'Check-in', minutes: 10 }],
      mine: { answer: null },
    });
    const jobs = await waitingJobs(sessionId);
    const told = jobs.filter(({ name }) => name === 'session-told');
    expect(told.map(({ personId }) => personId).sort()).toEqual(
      [host, ...facilitators, ...members].map(({ personId }) => personId).sort(),
    );
    expect(jobs.filter(({ name }) => name === 'remind-of-session')).toMatchObject([
      { runAt: new Date('2098-11-17T17:30:00Z'), startsAt: '2098-12-01T17:30:00.000Z' },
    ]);
  });

  test('twice with one form makes one session', async () => {
    const form = sessionForm();
    const made = await Promise.all([
      scheduleSession(circle.host, form, { now }),
      scheduleSession(circle.host, form, { now }),
    ]);
    expect(made[0]).toEqual(made[1]);
    if (!made[0].ok) throw new Error('scheduled');
    const jobs = await waitingJobs(made[0].sessionId);
    expect(jobs.filter(({ name }) => name === 'session-told')).toHaveLength(3);
    expect((await sessionOf(noor, made[0].sessionId))?.agenda).toHaveLength(1);
  });

  test('is refused for a time that is over, never comes, or comes twice; nothing is written', async () => {
    const { host } = await circleOf();
    const refused = (given: Parameters<typeof sessionForm>[0]) =>
      scheduleSession(host, sessionForm(given), { now });
    expect(await refused({ date: '2098-08-31' })).toMatchObject({ resolved: { reason: 'past' } });
    expect(await refused({ date: '2099-03-29', time: '02:15' })).toMatchObject({
      resolved: { reason: 'does-not-exist', next: { date: '2099-03-29', time: '03:00' } },
    });
    const twice = { date: '2098-10-26', time: '02:15' };
    expect(await refused(twice)).toMatchObject({ resolved: { reason: 'exists-twice' } });
    expect(await sessionsOf(host, null, { now })).toMatchObject({ coming: [], past: [] });
    const made = await scheduleSession(host, sessionForm({ ...twice, choice: 'second' }), { now });
    expect(made).toMatchObject({ ok: true });
    expect(await nextSession(host, { now })).toMatchObject({
      startsAt: '2098-10-26T01:15:00.000Z',
    });
  });

  test('with another circle’s milestone or member, or a card that is not there, is refused', async () => {
    const { host } = await circleOf();
    const milestoneId = await milestoneIn(other);
    expect(await scheduleSession(host, sessionForm({ milestoneId }), { now })).toEqual({
      ok: false,
      reason: 'no-such-milestone',
    });
    const facilitatorId = other.host.personId;
    expect(await scheduleSession(host, sessionForm({ facilitatorId }), { now })).toEqual({
      ok: false,
      reason: 'no-such-facilitator',
    });
    const agenda = [{ title: 'Card', minutes: 5, deck: 'openers', card: 'no-such-card' }];
    expect(await scheduleSession(host, sessionForm({ agenda }), { now })).toEqual({
      ok: false,
      reason: 'no-such-card',
      index: 0,
    });
    expect(await sessionsOf(host, null, { now })).toMatchObject({ coming: [], past: [] });
  });
});

describe('changing', () => {
  test('a lost update is refused; every change raises the sequence; nothing new changes nothing', async () => {
    const sessionId = await sessionIn(circle.host);
    const edit = { ...sessionForm(), version: 1 };
    const answers = await Promise.all([
      changeSession(circle.host, sessionId, { ...edit, title: 'One' }, { now }),
      changeSession(circle.host, sessionId, { ...edit, title: 'Two' }, { now }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await sequenceOf(sessionId)).toBe(1);
    const saved = await sessionOf(circle.host, sessionId, { now });
    const same = { ...edit, title: saved?.title ?? '', version: 2 };
    expect(await changeSession(circle.host, sessionId, same, { now })).toEqual({
      ok: true,
      moved: false,
    });
    expect(await sequenceOf(sessionId)).toBe(1);
    expect((await sessionOf(circle.host, sessionId, { now }))?.version).toBe(2);
  });

  test('a move tells everybody, moves the reminder, and asks for answers again', async () => {
    const sessionId = await sessionIn(circle.host);
    await replyToSession(noor, sessionId, { answer: 'yes', word: 'Gladly' }, { now });
    const moved = { ...sessionForm({ date: '2098-12-02' }), version: 1 };
    const later = new Date(now.getTime() + 60_000);
    expect(await changeSession(circle.host, sessionId, moved, { now: later })).toEqual({
      ok: true,
      moved: true,
    });
    const jobs = await waitingJobs(sessionId);
    expect(jobs.filter(({ what }) => what === 'moved')).toHaveLength(3);
    expect(jobs.filter(({ name }) => name === 'remind-of-session')).toMatchObject([
      { runAt: new Date('2098-11-18T17:30:00Z'), startsAt: '2098-12-02T17:30:00.000Z' },
    ]);
    const session = await sessionOf(noor, sessionId, { now });
    expect(session?.mine).toEqual({ answer: null, before: 'yes', word: '' });
    const again = new Date(later.getTime() + 60_000);
    await replyToSession(noor, sessionId, { answer: 'maybe' }, { now: again });
    expect((await sessionOf(noor, sessionId, { now }))?.mine.answer).toBe('maybe');
  });

  test('the agenda alone mails nobody', async () => {
    const sessionId = await sessionIn(circle.host);
    const before = await waitingJobs(sessionId);
    const edit = { ...sessionForm({ agenda: [] }), version: 1 };
    expect(await changeSession(circle.host, sessionId, edit, { now })).toEqual({
      ok: true,
      moved: false,
    });
    expect(await waitingJobs(sessionId)).toEqual(before);
    expect(await sequenceOf(sessionId)).toBe(1);
  });

  test('while it runs, all but its time; over or in another circle, nothing', async () => {
    const sessionId = await sessionIn(circle.host);
    const running = { now: new Date('2098-12-01T18:00:00Z') };
    const edit = { ...sessionForm({ title: 'Running' }), version: 1 };
    expect(await changeSession(circle.host, sessionId, edit, running)).toMatchObject({ ok: true });
    const back = { ...edit, version: 2, time: '18:00' };
    expect(await changeSession(circle.host, sessionId, back, running)).toMatchObject({
      resolved: { reason: 'past' },
    });
    const over = { now: new Date('2098-12-01T18:45:00Z') };
    expect(await changeSession(circle.host, sessionId, { ...edit, version: 2 }, over)).toEqual({
      ok: false,
      reason: 'closed',
    });
    expect(await changeSession(other.host, sessionId, { ...edit, version: 2 }, { now })).toEqual({
      ok: false,
      reason: 'gone',
    });
  });

  test('a card goes onto an agenda once, with its own minutes', async () => {
    const sessionId = await sessionIn(circle.host);
    const card = { deck: 'openers', card: 'who-taught-you-that' };
    const runner = await asRunner(circle.host, sessionId);
    const added = await Promise.all([
      addAgendaCard(runner, card, { now }),
      addAgendaCard(runner, card, { now }),
    ]);
    expect(added.map((answer) => answer.ok && answer.already).sort()).toEqual([false, true]);
    const session = await sessionOf(noor, sessionId, { now });
    expect(session?.agenda).toMatchObject([{ title: 'Check-in' }, card]);
    expect(session?.version).toBe(2);
    expect(await sequenceOf(sessionId)).toBe(1);
    const none = { deck: 'openers', card: 'none' };
    expect(await addAgendaCard(runner, none, { now })).toEqual({
      ok: false,
      reason: 'no-such-card',
    });
  });
});

describe('cancelling', () => {
  test('keeps the session with its reason, tells everybody, and takes the reminder back', async () => {
    const sessionId = await sessionIn(circle.host);
    const why = { reason: 'Half of us are ill.' };
    expect(await cancelSession(other.host, sessionId, why, { now })).toEqual({
      ok: false,
      reason: 'gone',
    });
    const twice = await Promise.all([
      cancelSession(circle.host, sessionId, why, { now }),
      cancelSession(circle.host, sessionId, { reason: 'Again.' }, { now }),
    ]);
    expect(twice).toEqual([{ ok: true }, { ok: true }]);
    expect(await sequenceOf(sessionId)).toBe(1);
    const jobs = await waitingJobs(sessionId);
    expect(jobs.filter(({ name }) => name === 'session-cancelled')).toHaveLength(3);
    expect(jobs.filter(({ name }) => name === 'remind-of-session')).toEqual([]);
    const session = await sessionOf(noor, sessionId, { now });
    expect(session?.cancelled?.by).toBe('Ines');
    const edit = { ...sessionForm(), version: 2 };
    expect(await changeSession(circle.host, sessionId, edit, { now })).toMatchObject({
      reason: 'closed',
    });
    expect(await replyToSession(noor, sessionId, { answer: 'yes' }, { now })).toMatchObject({
      reason: 'closed',
    });
  });

  test('is over once it has begun', async () => {
    const sessionId = await sessionIn(circle.host);
    const begun = { now: new Date('2098-12-01T17:30:00Z') };
    expect(await cancelSession(circle.host, sessionId, { reason: 'Late.' }, begun)).toEqual({
      ok: false,
      reason: 'closed',
    });
  });
});

describe('finding sessions', () => {
  test('the next one is the one that runs, then the next; cancelled ones are passed over', async () => {
    const { host } = await circleOf();
    expect(await nextSession(host, { now })).toBeNull();
    const first = await sessionIn(host, { date: '2098-11-01' });
    const second = await sessionIn(host, { date: '2098-11-15' });
    const next = async (at: string) => (await nextSession(host, { now: new Date(at) }))?.id;
    expect(await next('2098-09-01T12:00:00Z')).toBe(first);
    expect(await next('2098-11-01T18:00:00Z')).toBe(first);
    expect(await next('2098-11-01T18:45:00Z')).toBe(second);
    await cancelSession(host, first, { reason: 'Moved house.' }, { now });
    expect(await next('2098-09-01T12:00:00Z')).toBe(second);
    const { coming } = await sessionsOf(host, null, { now });
    expect(coming.map(({ cancelled }) => cancelled)).toEqual(['Moved house.', null]);
  });

  test('says what to read before: the milestone that was chosen, or what is due by then', async () => {
    const reading = await circleOf();
    const milestoneId = await milestoneIn(reading);
    const chosen = await sessionIn(reading.host, { milestoneId });
    const due = await sessionIn(reading.host, { date: '2098-12-08' });
    const early = await sessionIn(reading.host, { date: '2098-11-30' });
    const read = async (id: number) => (await sessionOf(reading.host, id, { now }))?.read;
    expect(await read(chosen)).toMatchObject({ words: 'Chapter 4', pages: 25 });
    expect(await read(due)).toMatchObject({ words: 'Chapter 4', pages: 25 });
    expect(await read(early)).toBeNull();
  });

  test('past sessions come in pages, the latest first, each once', async () => {
    const { host } = await circleOf();
    const days = Array.from(
      { length: 45 },
      (_, n) => `2098-${n < 28 ? '10' : '11'}-${String((n % 28) + 1).padStart(2, '0')}`,
    );
    for (const date of days) await sessionIn(host, { date });
    // Two at the very same time.
    await sessionIn(host, { date: '2098-11-05' });
    const at = { now: new Date('2099-06-01T00:00:00Z') };
    const seen: number[] = [];
    let before: string | null = null;
    for (let page = 0; page < 4; page++) {
      const answer = await sessionsOf(host, before, at);
      expect(answer.coming).toEqual([]);
      seen.push(...answer.past.map(({ id }) => id));
      before = answer.older;
      if (!before) break;
    }
    expect(seen).toHaveLength(46);
    expect(new Set(seen).size).toBe(46);
    const nonsense = await sessionsOf(host, '1-1; drop table session', at);
    expect(nonsense.past[0]?.id).toBe(seen[0]);
  });
});
