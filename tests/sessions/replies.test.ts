import { beforeAll, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { replyToSession } from '#app/sessions/replies/commands/reply.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { now, sessionForm, sessionIn } from './support.ts';

let circle: CastCircle;
let other: CastCircle;
let noor: Member;
beforeAll(async () => {
  circle = await circleOf({ members: [await person('Noor')] });
  other = await circleOf({ name: 'Handover hour' });
  const [first] = circle.members;
  if (!first) throw new Error('a member');
  noor = first;
});

const later = (seconds: number) => ({ now: new Date(now.getTime() + seconds * 1000) });

test('changes at will until the start; a word stays unless another is given', async () => {
  const sessionId = await sessionIn(circle.host);
  const mine = async () => (await sessionOf(noor, sessionId, { now }))?.mine;
  await replyToSession(noor, sessionId, { answer: 'maybe', word: 'Ten minutes late' }, { now });
  await replyToSession(noor, sessionId, { answer: 'yes' }, { now });
  expect(await mine()).toEqual({ answer: 'yes', word: 'Ten minutes late', before: null });
  await replyToSession(noor, sessionId, { answer: 'no', word: '' }, { now });
  expect(await mine()).toEqual({ answer: 'no', word: '', before: null });
  const begun = { now: new Date('2098-12-01T17:30:00Z') };
  expect(await replyToSession(noor, sessionId, { answer: 'yes' }, begun)).toEqual({
    ok: false,
    reason: 'closed',
  });
  expect(await mine()).toMatchObject({ answer: 'no' });
  expect(await replyToSession(other.host, sessionId, { answer: 'yes' }, { now })).toEqual({
    ok: false,
    reason: 'gone',
  });
});

test('an answer to a time that is no more is not taken for the new one', async () => {
  const sessionId = await sessionIn(circle.host);
  const seen = (await sessionOf(noor, sessionId, { now }))?.startsAt;
  const edit = { ...sessionForm({ date: '2098-12-02' }), version: 1 };
  await changeSession(circle.host, sessionId, edit, later(1));
  const answer = { answer: 'yes', word: 'Gladly', seen } as const;
  expect(await replyToSession(noor, sessionId, answer, later(2))).toEqual({
    ok: false,
    reason: 'moved',
    startsAt: new Date('2098-12-02T17:30:00Z'),
  });
  expect((await sessionOf(noor, sessionId, { now }))?.mine.answer).toBeNull();
  const again = { ...answer, seen: '2098-12-02T17:30:00.000Z' };
  expect(await replyToSession(noor, sessionId, again, later(3))).toEqual({ ok: true });
  expect((await sessionOf(noor, sessionId, { now }))?.mine.answer).toBe('yes');
});

test('answered while it is being moved, it is still the old time that was answered', async () => {
  for (let round = 0; round < 8; round++) {
    const sessionId = await sessionIn(circle.host);
    const seen = (await sessionOf(noor, sessionId, { now }))?.startsAt;
    const edit = { ...sessionForm({ date: '2098-12-02' }), version: 1 };
    // The move was asked for first, and may have to wait for the answer.
    const move = () => changeSession(circle.host, sessionId, edit, later(1));
    const reply = () => replyToSession(noor, sessionId, { answer: 'yes', seen }, later(2));
    const [moved] = await (round % 2 === 0
      ? Promise.all([move(), reply()])
      : Promise.all([reply(), move()]).then(([said, moved]) => [moved, said] as const));
    expect(moved).toEqual({ ok: true, moved: true });
    expect((await sessionOf(noor, sessionId, { now }))?.mine.answer).toBeNull();
  }
});
