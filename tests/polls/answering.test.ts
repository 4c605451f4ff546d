import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { onHome } from '#app/mentoring/queries/on-home.server.ts';
import { answerSlots, sayNone } from '#app/polls/commands/answer-slots.server.ts';
import { changeSlots } from '#app/polls/commands/change-slots.server.ts';
import { openPoll } from '#app/polls/commands/open-poll.server.ts';
import { undoAnswers } from '#app/polls/commands/undo-answers.server.ts';
import { pollsOf } from '#app/polls/queries/polls.server.ts';
import { pollsToAnswer } from '#app/polls/queries/polls-to-answer.server.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { messagesOf } from '#tests/support/jobs.ts';
import { answerAll, now, pollForm, pollIn, saidBy, viewOf } from './support.ts';

const clock = { now };

async function scene() {
  const [noor, rui] = [await person('Noor'), await person('Rui')];
  const circle = await circleOf({ members: [noor, rui] });
  const [member, other] = circle.members;
  if (!member || !other) throw new Error('two members');
  return { ...circle, noor: member, rui: other };
}

const waiting = async (viewer: Viewer) =>
  pollsToAnswer(viewer, (await onHome(viewer, clock)).polls);

test('a member is asked on home and in the circle, until they have answered it all', async () => {
  const { host, noor } = await scene();
  const pollId = await pollIn(host);
  expect(await waiting(noor.viewer)).toMatchObject([{ id: pollId, left: 3 }]);
  await answerAll(noor, pollId, ['yes', 'no', null]);
  expect(await saidBy(noor, pollId)).toEqual(['yes', 'no', null]);
  expect(await waiting(noor.viewer)).toMatchObject([{ left: 1 }]);
  await answerAll(noor, pollId, [null, null, 'if_need_be']);
  expect(await waiting(noor.viewer)).toEqual([]);
  expect(await pollsOf(noor, clock)).toMatchObject([{ id: pollId, state: 'open', left: 0 }]);
  const asked = (await messagesOf('poll-told')).map(({ personId }) => personId);
  expect(asked).toContain(noor.personId);
  expect(asked).not.toContain(host.personId);
});

test('what was said last is taken back, all of it at once, and then what was before', async () => {
  const { host, noor } = await scene();
  const pollId = await pollIn(host);
  await answerAll(noor, pollId, ['yes', null, null]);
  await sayNone(noor, pollId, { key: randomUUID() }, clock);
  expect(await saidBy(noor, pollId)).toEqual(['yes', 'no', 'no']);
  const undo = async () => {
    const { lastBatch } = await viewOf(noor, pollId);
    return undoAnswers(noor, pollId, { batch: lastBatch ?? randomUUID() }, clock);
  };
  expect(await undo()).toEqual({ ok: true });
  expect(await saidBy(noor, pollId)).toEqual(['yes', null, null]);
  expect(await undo()).toEqual({ ok: true });
  expect(await saidBy(noor, pollId)).toEqual([null, null, null]);
  expect(await undo()).toEqual({ ok: false, reason: 'not-the-last' });
});

test('a page that knows an older answer takes back nothing', async () => {
  const { host, noor } = await scene();
  const pollId = await pollIn(host);
  await answerAll(noor, pollId, ['yes', null, null]);
  const { lastBatch } = await viewOf(noor, pollId);
  await answerAll(noor, pollId, ['no', null, null]);
  expect(await undoAnswers(noor, pollId, { batch: lastBatch ?? '' }, clock)).toEqual({
    ok: false,
    reason: 'not-the-last',
  });
  expect(await saidBy(noor, pollId)).toEqual(['no', null, null]);
});

test('a tap that comes again late covers nothing that was said since', async () => {
  const { host, noor } = await scene();
  const pollId = await pollIn(host);
  const slotId = (await viewOf(noor, pollId)).slots[0]?.id ?? 0;
  const tap = { key: randomUUID(), answers: [{ slotId, answer: 'yes' }], once: true } as const;
  await answerSlots(noor, pollId, tap, clock);
  await answerAll(noor, pollId, ['no', null, null]);
  await answerSlots(noor, pollId, tap, clock);
  expect(await saidBy(noor, pollId)).toEqual(['no', null, null]);
});

test('of taps at the same moment each is kept', async () => {
  const { host, noor, rui } = await scene();
  const pollId = await pollIn(host);
  const { slots } = await viewOf(noor, pollId);
  await answerAll(host, pollId, ['yes', 'yes', 'yes']);
  await Promise.all(
    [noor, rui].flatMap((who) =>
      slots.map(({ id }) =>
        answerSlots(
          who,
          pollId,
          { key: randomUUID(), answers: [{ slotId: id, answer: 'yes' }] },
          clock,
        ),
      ),
    ),
  );
  for (const who of [host, noor, rui]) {
    expect(await saidBy(who, pollId)).toEqual(['yes', 'yes', 'yes']);
  }
  const told = (await messagesOf('poll-answered')).filter(({ given }) => given.pollId === pollId);
  expect(told.map(({ given }) => given.what)).toEqual(['all-answered']);
});

test('the asker is told once that everybody has answered', async () => {
  const { host, noor, rui } = await scene();
  const pollId = await pollIn(host);
  const told = async () =>
    (await messagesOf('poll-answered')).filter(({ given }) => given.pollId === pollId);
  await answerAll(host, pollId, ['yes', 'yes', 'yes']);
  await answerAll(noor, pollId, ['yes', 'yes', 'yes']);
  expect(await told()).toHaveLength(0);
  await answerAll(rui, pollId, ['yes', 'no', 'yes']);
  expect(await told()).toMatchObject([
    { personId: host.personId, given: { what: 'all-answered' } },
  ]);
  await answerAll(rui, pollId, ['no', 'no', 'no']);
  expect(await told()).toHaveLength(1);
});

test('an answer to a time that was taken away meanwhile is said to be lost, the others are kept', async () => {
  const { host, noor } = await scene();
  const pollId = await pollIn(host);
  const { slots, version } = await viewOf(noor, pollId);
  const [, second, third] = pollForm().slots;
  if (!second || !third) throw new Error('three times');
  const kept = { slots: [second, third], closes: null };
  expect(await changeSlots(host, pollId, { ...kept, version }, clock)).toEqual({ ok: true });
  const answers = slots.map(({ id }) => ({ slotId: id, answer: 'yes' as const }));
  expect(await answerSlots(noor, pollId, { key: randomUUID(), answers }, clock)).toEqual({
    ...{ ok: true, kept: 2, lost: 1, left: 0 },
  });
  // An older page changes nothing.
  expect(await changeSlots(host, pollId, { ...kept, version }, clock)).toEqual({
    ok: false,
    reason: 'changed-meanwhile',
  });
});

test('a time that comes back has its answers again, and a new one is asked for', async () => {
  const { host, noor } = await scene();
  const pollId = await pollIn(host);
  await answerAll(noor, pollId, ['yes', 'no', 'yes']);
  const all = pollForm().slots;
  const change = async (slots: typeof all) => {
    const { version } = await viewOf(host, pollId);
    expect(await changeSlots(host, pollId, { slots, closes: null, version }, clock)).toEqual({
      ok: true,
    });
  };
  await change(all.slice(1));
  expect(await saidBy(noor, pollId)).toEqual(['no', 'yes']);
  await change([...all, { date: '2098-12-12', time: '09:30', choice: undefined }]);
  expect(await saidBy(noor, pollId)).toEqual(['yes', 'no', 'yes', null]);
});

test('others’ answers stay hidden until one has answered, where the poll says so', async () => {
  const { host, noor, rui } = await scene();
  const pollId = await pollIn(host, { hides: true });
  await answerAll(rui, pollId, ['yes', 'no', 'yes']);
  const seen = async () => {
    const { people, slots } = await viewOf(noor, pollId);
    const at = people.findIndex(({ id }) => id === rui.personId);
    return slots.map(({ answers }) => answers[at]);
  };
  expect(await seen()).toEqual([null, null, null]);
  await answerAll(noor, pollId, ['yes', 'yes', null]);
  expect(await seen()).toEqual([null, null, null]);
  await answerAll(noor, pollId, [null, null, 'no']);
  expect(await seen()).toEqual(['yes', 'no', 'yes']);
});

test('who leaves takes their answers along, who joins is asked', async () => {
  const { host, noor } = await scene();
  const pollId = await pollIn(host);
  await answerAll(noor, pollId, ['yes', 'yes', 'yes']);
  await leaveCircle(noor);
  const { people, slots } = await viewOf(host, pollId);
  expect(people.map(({ id }) => id)).not.toContain(noor.personId);
  expect(slots.flatMap(({ answers }) => answers)).toEqual(slots.flatMap(() => [null, null]));
  expect(await waiting(await viewer(noor.personId))).toEqual([]);
});

test('the same form again is the same poll; another under its key is said to be one', async () => {
  const { host } = await scene();
  const form = pollForm();
  const first = await openPoll(host, form, clock);
  expect(await openPoll(host, form, clock)).toEqual(first);
  expect(await openPoll(host, { ...form, minutes: 90 }, clock)).toMatchObject({
    reason: 'another-first',
  });
});

test('times that never come, come twice or are over are refused by their rows', async () => {
  const { host } = await scene();
  const slots = [
    { date: '2027-03-28', time: '02:30', choice: undefined },
    { date: '2027-10-31', time: '02:30', choice: undefined },
    { date: '2020-01-01', time: '08:00', choice: undefined },
    { date: '2027-10-31', time: '02:30', choice: 'second' as const },
    { date: '2027-10-31', time: '02:30', choice: 'second' as const },
  ];
  const opened = await openPoll(host, pollForm({ slots }), { now: new Date('2026-12-01') });
  expect(opened).toMatchObject({
    reason: 'slots',
    wrong: [
      { index: 0, why: { reason: 'does-not-exist', next: { time: '03:00' } } },
      { index: 1, why: { reason: 'exists-twice' } },
      { index: 2, why: { reason: 'past' } },
      { index: 4, why: { reason: 'twice-here' } },
    ],
  });
});

test('a poll keeps its own clocks when the circle’s change', async () => {
  const { host } = await scene();
  const pollId = await pollIn(host);
  const { version, zone } = await viewOf(host, pollId);
  const added = [...pollForm().slots, { date: '2098-12-12', time: '08:00', choice: undefined }];
  const moved = { ...host, circle: { ...host.circle, timeZone: 'Asia/Tokyo' } };
  await changeSlots(moved, pollId, { slots: added, closes: null, version }, clock);
  const after = await viewOf(host, pollId);
  expect([zone, after.zone]).toEqual(['Europe/Madrid', 'Europe/Madrid']);
  expect(after.slots.at(-1)?.startsAt).toBe('2098-12-12T07:00:00.000Z');
});
