import { expect, test } from 'vitest';
import { answerSlots } from '#app/polls/commands/answer-slots.server.ts';
import { chooseSlot } from '#app/polls/commands/choose-slot.server.ts';
import { callOff, reopenPoll } from '#app/polls/commands/end-poll.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { messagesOf } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { answerAll, now, pollIn, viewOf } from './support.ts';

const clock = { now };

async function scene() {
  const [noor, rui, sam] = [await person('Noor'), await person('Rui'), await person('Sam')];
  const circle = await circleOf({ facilitators: [rui], members: [noor, sam] });
  const [facilitator] = circle.facilitators;
  const [member, silent] = circle.members;
  if (!facilitator || !member || !silent) throw new Error('all of them');
  return { ...circle, rui: facilitator, noor: member, sam: silent };
}

const sessionsIn = (circleId: number) =>
  db
    .selectFrom('session')
    .select(['id', 'title', 'minutes', 'starts_at', 'on_date', 'at_time', 'time_zone'])
    .where(inCircle({ circleId }, 'session'))
    .execute();

test('the chosen time is a session, and what was answered is how everyone replies', async () => {
  const { id, host, rui, noor, sam } = await scene();
  const pollId = await pollIn(host);
  await answerAll(host, pollId, ['yes', 'yes', 'no']);
  await answerAll(rui, pollId, ['if_need_be', 'yes', 'yes']);
  await answerAll(noor, pollId, ['no', 'yes', 'yes']);
  const [slot] = (await viewOf(host, pollId)).slots;
  const chosen = await chooseSlot(
    host,
    pollId,
    { slotId: slot?.id ?? 0, refused: [noor.personId] },
    clock,
  );
  if (!chosen.ok) throw new Error(chosen.reason);
  expect(await sessionsIn(id)).toMatchObject([
    { title: 'Tools', minutes: 60, on_date: '2098-12-09', at_time: '08:00' },
  ]);
  const session = await sessionOf(host, chosen.sessionId, clock);
  const replies = new Map(session?.people.map((one) => [one.id, one.answer]));
  expect([host, rui, noor, sam].map(({ personId }) => replies.get(personId))).toEqual([
    'yes',
    'maybe',
    'no',
    null,
  ]);
  const told = (await messagesOf('session-told')).filter(
    ({ given }) => given.sessionId === chosen.sessionId,
  );
  expect(told.map(({ personId }) => personId).sort()).toEqual(
    [host, rui, noor, sam].map(({ personId }) => personId).sort(),
  );
  expect(await viewOf(noor, pollId)).toMatchObject({
    state: 'chosen',
    chosen: { slotId: slot?.id, sessionId: chosen.sessionId },
  });
});

test('who refuses a time while the facilitator is asked is said first', async () => {
  const { id, host, noor } = await scene();
  const pollId = await pollIn(host);
  const [slot] = (await viewOf(host, pollId)).slots;
  const slotId = slot?.id ?? 0;
  await answerAll(noor, pollId, ['no', null, null]);
  expect(await chooseSlot(host, pollId, { slotId, refused: [] }, clock)).toEqual({
    ok: false,
    reason: 'refused-since',
  });
  expect(await sessionsIn(id)).toEqual([]);
});

test('two facilitators who choose at once set one session, each with another time too', async () => {
  const { id, host, rui } = await scene();
  const same = await pollIn(host);
  const [slot] = (await viewOf(host, same)).slots;
  const choice = { slotId: slot?.id ?? 0, refused: [] };
  const both = await Promise.all([
    chooseSlot(host, same, choice, clock),
    chooseSlot(rui, same, choice, clock),
  ]);
  expect(both).toEqual([{ ok: true, sessionId: expect.any(Number) }, both[0]]);
  expect(await sessionsIn(id)).toHaveLength(1);

  const other = await pollIn(host);
  const { slots } = await viewOf(host, other);
  const each = await Promise.all(
    [host, rui].map((who, at) =>
      chooseSlot(who, other, { slotId: slots[at]?.id ?? 0, refused: [] }, clock),
    ),
  );
  expect(each.filter(({ ok }) => ok)).toHaveLength(1);
  expect(each.filter(({ ok }) => !ok)).toMatchObject([{ reason: 'another-first' }]);
  expect(await sessionsIn(id)).toHaveLength(2);
});

test('an answer that comes with the choice is in it, or is said to be too late', async () => {
  const { host, noor } = await scene();
  const pollId = await pollIn(host);
  const [slot] = (await viewOf(host, pollId)).slots;
  const slotId = slot?.id ?? 0;
  const [chosen, answered] = await Promise.all([
    chooseSlot(host, pollId, { slotId, refused: [] }, clock),
    answerAll(noor, pollId, ['yes', null, null]),
  ]);
  if (!chosen.ok) throw new Error(chosen.reason);
  const session = await sessionOf(noor, chosen.sessionId, clock);
  expect(session?.mine.answer).toBe(answered.ok ? 'yes' : null);
});

test('a poll that is settled, called off or over is not answered nor chosen from', async () => {
  const { host, noor } = await scene();
  const closes = { date: '2098-09-03', time: '09:00' };
  const pollId = await pollIn(host, { closes });
  const { slots } = await viewOf(host, pollId);
  const slotId = slots[0]?.id ?? 0;
  const answer = (at: Date) =>
    answerSlots(
      noor,
      pollId,
      { key: crypto.randomUUID(), answers: [{ slotId, answer: 'yes' }] },
      { now: at },
    );
  const after = new Date('2098-09-03T07:00:00Z');
  expect(await answer(new Date(after.getTime() - 1))).toMatchObject({ ok: true });
  expect(await answer(after)).toEqual({ ok: false, reason: 'closed' });
  await callOff(host, pollId, clock);
  expect(await answer(now)).toEqual({ ok: false, reason: 'closed' });
  const choice = { slotId, refused: [] };
  expect(await chooseSlot(host, pollId, choice, clock)).toMatchObject({ reason: 'called-off' });
  await reopenPoll(host, pollId, clock);
  expect(await answer(now)).toMatchObject({ ok: true });
  const late = { now: new Date('2099-01-01T00:00:00Z') };
  expect(await chooseSlot(host, pollId, choice, late)).toMatchObject({ reason: 'over' });
  expect(await chooseSlot(host, pollId, choice, { now: after })).toMatchObject({ ok: true });
  expect(await callOff(host, pollId, clock)).toEqual({ ok: false, reason: 'chosen' });
});

test('a poll of another circle is not there', async () => {
  const [one, other] = [await scene(), await circleOf()];
  const pollId = await pollIn(one.host);
  const { slots } = await viewOf(one.host, pollId);
  const slotId = slots[0]?.id ?? 0;
  const choice = { slotId, refused: [] };
  expect(await chooseSlot(other.host, pollId, choice, clock)).toMatchObject({ reason: 'gone' });
  expect(await answerAll(one.noor, pollId, ['yes', null, null])).toMatchObject({ ok: true });
  expect(
    await answerSlots(
      other.host,
      pollId,
      { key: crypto.randomUUID(), answers: [{ slotId, answer: 'yes' }] },
      clock,
    ),
  ).toEqual({ ok: false, reason: 'gone' });
});
