import { beforeEach, describe, expect, test } from 'vitest';
import type { Facilitator, Member } from '#app/access/proofs.ts';
import { openRound } from '#app/mentoring/rounds/commands/lead-round.server.ts';
import { writeRoundAsk } from '#app/mentoring/rounds/commands/write-round-ask.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { sessionForm } from '#tests/sessions/support.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { untilWaiting } from '#tests/support/waiting.ts';
import { begins, roundAskForm, roundIn, seenBy, writtenBy } from './round.ts';

const soon = new Date(begins.getTime() - 10 * 60_000);

let host: Facilitator;
let rui: Member;
let sessionId: number;
beforeEach(async () => {
  const circle = await circleOf({ members: [await person('Rui'), await person('Noor')] });
  host = circle.host;
  rui = circle.members[0] ?? expect.fail();
  sessionId = await roundIn(host);
  await writtenBy(rui, sessionId);
});

const cancelled = () => cancelSession(host, sessionId, { reason: 'Snow.' }, { now: soon });
const movedAWeek = () =>
  changeSession(
    host,
    sessionId,
    { ...sessionForm({ date: '2098-12-08', agenda: [] }), version: 2 },
    { now: soon },
  );

/** What is begun in this order while somebody holds the session, and goes on when they let go. */
async function inLine<T, U>(first: () => Promise<T>, second: () => Promise<U>): Promise<[T, U]> {
  const both = await db.transaction().execute(async (tx) => {
    await tx.selectFrom('session').select('id').where('id', '=', sessionId).forUpdate().execute();
    const one = first();
    await untilWaiting(1);
    const two = second();
    await untilWaiting(2);
    return [one, two] as const;
  });
  return Promise.all(both);
}

const stage = async (at: Date) => (await seenBy(host, sessionId, at)).round.stage;

describe('a round at the moment its session', () => {
  test('is called off, opens before it or not at all', async () => {
    const open = () => openRound(host, sessionId, { now: soon });
    expect(await inLine(cancelled, open)).toEqual([{ ok: true }, { ok: false, reason: 'not-now' }]);
    expect(await stage(soon)).toBe('before');
    const { state } = await db.selectFrom('ask').select('state').executeTakeFirstOrThrow();
    expect(state).toBe('draft');
  });

  test('is called off, opened first, is read and then off', async () => {
    const open = () => openRound(host, sessionId, { now: soon });
    expect(await inLine(open, cancelled)).toEqual([{ ok: true, before: false }, { ok: true }]);
  });

  test('moves to another week does not open', async () => {
    const open = () => openRound(host, sessionId, { now: soon });
    expect(await inLine(movedAWeek, open)).toEqual([
      { ok: true, moved: true },
      { ok: false, reason: 'not-now' },
    ]);
    expect(await stage(soon)).toBe('before');
  });

  test('is called off takes in nothing more', async () => {
    const write = () => writeRoundAsk(rui, sessionId, roundAskForm({ version: 1 }), { now: soon });
    expect(await inLine(cancelled, write)).toEqual([{ ok: true }, { ok: false, reason: 'closed' }]);
  });

  test('changes hands is opened by whoever runs it now', async () => {
    const handOver = () =>
      changeSession(
        host,
        sessionId,
        { ...sessionForm({ facilitatorId: rui.personId }), version: 2 },
        { now: soon },
      );
    const open = () => openRound(rui, sessionId, { now: soon });
    expect(await inLine(handOver, open)).toMatchObject([{ ok: true }, { ok: true }]);
  });
});
