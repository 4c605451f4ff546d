import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { cancelChoice } from '#app/choosing/commands/cancel-choice.server.ts';
import { closeChoice } from '#app/choosing/commands/close-choice.server.ts';
import { moveChoice } from '#app/choosing/commands/move-choice.server.ts';
import { jobs as choosing } from '#app/choosing/jobs.server.ts';
import { changeAgreement } from '#app/circles/agreement/commands/change-agreement.server.ts';
import {
  changeRole,
  handOverCircle,
  leaveCircle,
  removeMember,
} from '#app/circles/commands/members.server.ts';
import { removeFromLine } from '#app/joining/commands/answer-offer.server.ts';
import { decideRequest } from '#app/joining/commands/decide-request.server.ts';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import { requestToJoin } from '#app/joining/commands/request-to-join.server.ts';
import { writeTold } from '#app/mentoring/told/commands/write-told.server.ts';
import { itemsOf } from '#app/notifications/inbox/queries/items.server.ts';
import { changeSlots } from '#app/polls/commands/change-slots.server.ts';
import { callOff, reopenPoll } from '#app/polls/commands/end-poll.server.ts';
import { sweepPolls } from '#app/polls/commands/sweep-polls.server.ts';
import { changeReading } from '#app/reading/plan/commands/change-reading.server.ts';
import { replanReading } from '#app/reading/plan/commands/replan-reading.server.ts';
import { undoReplanning } from '#app/reading/plan/commands/undo-replanning.server.ts';
import { endSeason } from '#app/seasons/commands/end-season.server.ts';
import { settleList } from '#app/seasons/commands/settle-list.server.ts';
import { jobs as seasons } from '#app/seasons/jobs.server.ts';
import { changeSeries } from '#app/series/commands/change-series.server.ts';
import { endSeries, resumeSeries } from '#app/series/commands/end-series.server.ts';
import { tendSeries } from '#app/series/commands/tend-series.server.ts';
import { giveTurns } from '#app/series/rota/commands/give-turns.server.ts';
import { passDuty } from '#app/series/rota/commands/pass-duty.server.ts';
import { setRota } from '#app/series/rota/commands/set-rota.server.ts';
import { ruleOf, weekdayOf } from '#app/series/rules/pattern.ts';
import { jobs as sessions } from '#app/sessions/jobs.server.ts';
import { askUnanswered } from '#app/sessions/replies/commands/ask-unanswered.server.ts';
import { replyToSession } from '#app/sessions/replies/commands/reply.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { keepSessionClocks } from '#app/sessions/schedule/commands/keep-session-clocks.server.ts';
import { restoreSession } from '#app/sessions/schedule/commands/restore-session.server.ts';
import { daysAfter } from '#app/time/spans.ts';
import { momentOfClock, type ReadClock } from '#app/time/wall-clock.ts';
import { choiceIn } from '#tests/choosing/support.ts';
import { invitationTo } from '#tests/circles/circle.ts';
import { threadBy } from '#tests/discussions/notes.ts';
import { answerAll, pollIn, soonSlots, viewOf } from '#tests/polls/support.ts';
import { readingIn } from '#tests/reading/planned.ts';
import { answerOn, day } from '#tests/seasons/season.ts';
import { seriesForm, seriesIn } from '#tests/series/support.ts';
import { sessionForm, sessionIn } from '#tests/sessions/support.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { type Company, company } from './company.ts';

// Those of asking for help have a test of their own: tests/mentoring/every-line.test.ts.
const kinds = Object.values({
  ...import.meta.glob<object>(['/app/*/occasions/*.server.ts', '!/app/mentoring/**'], {
    eager: true,
    import: 'occasions',
  }),
  ...import.meta.glob<object>('/app/mentoring/occasions/told.server.ts', {
    eager: true,
    import: 'occasions',
  }),
}).flatMap((kinds) => Object.keys(kinds));

const seen = new Set<string>();
afterAll(() => expect([...seen].sort()).toEqual([...kinds].sort()));

const now = new Date();
const clock = { now };
const LEFTOVER = /undefined|null|NaN|\[object|Invalid|\$\{|\s\s/;

/** That all lines of everybody are in words, and lead where their reader may look. */
async function expectWords(us: Company) {
  const { ines, lena, noor, rui, tomasz, amara, mallory } = us;
  const people = [ines, lena, noor, rui, tomasz, amara].map((member) => member.viewer);
  for (const who of [...people, mallory]) {
    const reader = await viewer(who);
    const cookie = await signInCookie(reader);
    for (const { kind, topic, title, text, to } of await itemsOf(reader, 'true', [])) {
      seen.add(kind);
      expect(topic).toMatch(/^[a-z]+(:\d+)?$/);
      expect(title).not.toBe('');
      expect(`${title} ${text}`).not.toMatch(LEFTOVER);
      const answer = await ask(to, { cookie });
      const target = answer.status === 302 ? (answer.headers.get('location') ?? '') : to;
      const { status } = target === to ? answer : await ask(target, { cookie });
      expect({ kind, to, who: reader.name, status }).toMatchObject({ status: 200 });
    }
  }
}

test('sessions, plans and notes', async () => {
  const us = await company();
  await threadBy(us.noor);
  const told = { told: 'You talk first.', will: 'Wait.', submissionKey: randomUUID() };
  await writeTold(us.noor, told);
  const made = await readingIn(us.ines);
  const date = day(3);
  const sessionId = await sessionIn(us.ines, { date, facilitatorId: us.noor.personId }, clock);
  await expectWords(us);
  const { readingId, plan } = made;
  const change = (version: number, given: object) =>
    changeSession(us.ines, sessionId, { ...sessionForm({ zone: 'UTC', date, ...given }), version });
  await change(1, { time: '19:00', facilitatorId: us.rui.personId });
  await changeReading(us.ines, readingId, { ...plan, version: 1 });
  await expectWords(us);
  await change(2, { time: '19:00', minutes: 90, facilitatorId: us.rui.personId });
  await replanReading(us.ines, readingId, { ...plan, version: 2 });
  await expectWords(us);
  await cancelSession(us.ines, sessionId, { reason: 'Half of us are ill.' });
  await undoReplanning(us.ines, readingId, 3);
  await expectWords(us);
  await restoreSession(us.ines, sessionId);
  await expectWords(us);
  await replyToSession(us.rui, sessionId, { answer: 'no' });
  await expectWords(us);
  const read: ReadClock = (clock) => daysAfter(momentOfClock(clock) ?? expect.fail(), 1 / 24);
  await keepSessionClocks({ read });
  await expectWords(us);
  await keepSessionClocks();
  await sessions['remind-of-session']({ sessionId, startsAt: `${date}T19:00:00.000Z`, lead: 2880 });
  await expectWords(us);
});

test('finding a time', async () => {
  const us = await company();
  const closes = { date: day(8), time: '12:00' };
  const slots = soonSlots(now);
  const given = { zone: 'UTC', closes, slots: slots.slice(1) };
  const pollId = await pollIn(us.ines, given, clock);
  await expectWords(us);
  const { version } = await viewOf(us.ines, pollId, clock);
  await changeSlots(us.ines, pollId, { slots, closes, version }, clock);
  await expectWords(us);
  await callOff(us.ines, pollId, clock);
  await expectWords(us);
  await reopenPoll(us.ines, pollId, clock);
  await expectWords(us);
  await sweepPolls({ now: new Date(`${day(6)}T13:00:00Z`) });
  await expectWords(us);
  const { ines, lena, noor, rui, tomasz, amara } = us;
  for (const who of [ines, lena, noor, rui, tomasz, amara]) {
    await answerAll(who, pollId, ['yes', 'no', 'yes'], { clock });
  }
  await expectWords(us);
  await pollIn(us.ines, given, clock);
  await sweepPolls({ now: new Date(`${day(8)}T12:01:00Z`) });
  await expectWords(us);
});

test('sessions that recur', async () => {
  const us = await company();
  const { readingId, plan } = await readingIn(us.ines);
  const startsOn = day(3);
  const rule = ruleOf({ by: 'week', every: 1, weekdays: [weekdayOf(startsOn)] });
  const form = seriesForm({
    ...{ rule, startsOn, zone: 'UTC', readingId, facilitatorId: us.lena.personId },
  });
  const seriesId = await seriesIn(us.ines, form, clock);
  await expectWords(us);
  const change = { sessionId: null, isFollowing: false, version: 1 };
  await changeSeries(us.ines, seriesId, { series: { ...form, minutes: 90 }, ...change }, clock);
  await expectWords(us);
  await endSeries(us.ines, seriesId, { word: 'Summer is coming.', version: 2 }, clock);
  await expectWords(us);
  await resumeSeries(us.ines, seriesId, clock);
  await expectWords(us);
  const terms = { ...plan.terms, wrapOn: null, pauses: [] };
  await changeReading(us.ines, readingId, { ...plan, endsOn: day(12), terms, version: 1 });
  await tendSeries();
  await expectWords(us);
  await leaveCircle(us.lena);
  await expectWords({ ...us, lena: us.ines });
});

test('turns, and how many it needs', async () => {
  const us = await company();
  const later = { now: new Date('2098-09-01T12:00:00Z') };
  await sessionIn(us.ines, { date: '2098-08-25' }, { now: new Date('2098-08-01') });
  const sessionId = await sessionIn(us.ines, { date: '2098-09-15' }, later);
  await setRota(us.ines, { runs: false, notes: true, version: 0 }, later);
  await giveTurns({ circleId: us.circle.id }, later);
  await expectWords(us);
  const members = [us.ines, us.lena, us.noor, us.rui, us.tomasz, us.amara];
  for (const _ of members) {
    const { note_taker_id: holder } = await db
      .selectFrom('session')
      .select('note_taker_id')
      .where('circle_id', '=', us.circle.id)
      .where('id', '=', sessionId)
      .executeTakeFirstOrThrow();
    const who = members.find(({ personId }) => personId === holder);
    if (!who || holder === null) break;
    await passDuty(who, sessionId, { duty: 'notes', holder }, later);
  }
  await expectWords(us);
  await db
    .updateTable('session')
    .set({ needs: 5 })
    .where('circle_id', '=', us.circle.id)
    .where('id', '=', sessionId)
    .execute();
  await askUnanswered({ now: new Date('2098-09-10T12:00:00Z') });
  await expectWords(us);
});

test('choosing, and the end of a reading', async () => {
  const us = await company();
  const until = { date: day(8), time: '18:30', zone: 'UTC' };
  const choiceId = await choiceIn(us.ines, until, clock);
  const { readingId } = await readingIn(us.ines);
  await endSeason(us.ines, readingId, answerOn(10));
  await expectWords(us);
  await moveChoice(us.ines, choiceId, { ...until, date: day(9), version: 1 });
  const { opened_at } = await db
    .selectFrom('wrap')
    .select('opened_at')
    .where('circle_id', '=', us.circle.id)
    .executeTakeFirstOrThrow();
  const of = { circleId: us.circle.id, readingId, openedAt: opened_at.toISOString() };
  await seasons['remind-of-wrap'](of);
  await expectWords(us);
  await choosing['remind-of-choice']({ choiceId, closesAt: `${day(9)}T18:30:00.000Z` });
  await settleList(of, { now: new Date(now.getTime() + 12 * 86_400_000) });
  await expectWords(us);
  await closeChoice(us.ines, choiceId);
  await cancelChoice(us.ines, await choiceIn(us.ines, until, clock));
  await expectWords(us);
});

test('people, roles, the agreement, and ways in', async () => {
  const us = await company({ seats: 8, visibility: 'listed' });
  await sessionIn(us.ines, { date: day(5) }, clock);
  await requestToJoin(us.mallory, us.circle.slug, { word: 'May I?', agreementVersion: 1 });
  await expectWords(us);
  const request = await db
    .selectFrom('join_request')
    .select('id')
    .where('circle_id', '=', us.circle.id)
    .executeTakeFirstOrThrow();
  await decideRequest(us.ines, request.id, { decision: 'accepted', answer: 'Gladly.' });
  await changeRole(us.ines, us.noor.personId, 'facilitator');
  await changeAgreement(us.ines, { body: 'Be kind.', version: 1 });
  await expectWords(us);
  const lined = await company({ seats: 7 });
  const { token } = await invitationTo(lined.circle, lined.mallory.email);
  await joinCircle(lined.mallory, { token }, 1);
  await expectWords(lined);
  await leaveCircle(lined.noor);
  await expectWords({ ...lined, noor: lined.rui });
  const place = await db
    .selectFrom('waiting_place')
    .select('id')
    .where('circle_id', '=', lined.circle.id)
    .executeTakeFirstOrThrow();
  await removeFromLine(lined.ines, place.id);
  await removeMember(lined.ines, lined.tomasz.personId, '');
  await handOverCircle(lined.ines, lined.rui.personId);
  await expectWords({ ...lined, noor: lined.rui, tomasz: lined.rui });
});
