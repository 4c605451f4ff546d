import { beforeEach, describe, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { scribeOf } from '#app/access/session-duties.server.ts';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import {
  keepSessionTakeaway,
  restoreSessionTakeaway,
  takeBackSessionTakeaway,
} from '#app/records/commands/keep-takeaway.server.ts';
import { noteUsed } from '#app/records/commands/note-used.server.ts';
import { writeMinutes } from '#app/records/commands/write-minutes.server.ts';
import { minutesToWrite } from '#app/records/queries/minutes.server.ts';
import { recordOf } from '#app/records/queries/record.server.ts';
import type { TakeawayReach } from '#app/records/rules.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { comingIn, heldIn } from './support.ts';

let circle: CastCircle;
let sessionId: number;
let noor: Member;
let priya: Member;
beforeEach(async () => {
  circle = await circleOf({ members: [await person('Noor'), await person('Priya')] });
  [noor, priya] = circle.members as [Member, Member];
  sessionId = await heldIn(circle.host, 1, {
    agenda: [
      { title: 'Check-in', minutes: 10, deck: null, card: null },
      { title: 'An argument with the book', minutes: 20, deck: null, card: null },
    ],
  });
});

const record = async (who: Member) => {
  const found = await recordOf(who, sessionId);
  if (!found) throw new Error('no record');
  return found;
};
const took = (body: string, reach: TakeawayReach, version = 0) => ({ body, reach, version });
const scribe = async (who: Member) => {
  const proof = await scribeOf(who, sessionId);
  if (!proof) throw new Error('no scribe');
  return proof;
};

describe('what stayed', () => {
  test('is read in the circle, and what stays in the room only by whoever wrote it', async () => {
    await keepSessionTakeaway(noor, sessionId, took('A spare is not waste.', 'circle'));
    await keepSessionTakeaway(priya, sessionId, took('I carry too much.', 'room'));
    const read = await record(noor);
    expect(read.takeaways).toEqual([
      {
        personId: noor.personId,
        name: 'Noor',
        body: 'A spare is not waste.',
        reach: 'circle',
      },
    ]);
    expect(read.inRoom).toBe(1);
    expect(JSON.stringify(read)).not.toContain('I carry too much.');
    expect((await record(priya)).mine).toMatchObject({ body: 'I carry too much.', reach: 'room' });
  });

  test('is one, however often it is kept; what changed meanwhile is handed back', async () => {
    const first = took('A spare is not waste.', 'circle');
    const both = await Promise.all([
      keepSessionTakeaway(noor, sessionId, first),
      keepSessionTakeaway(noor, sessionId, first),
    ]);
    expect(both).toEqual([{ ok: true }, { ok: true }]);
    expect(await keepSessionTakeaway(noor, sessionId, took('Otherwise.', 'room', 1))).toEqual({
      ok: true,
    });
    expect(
      await keepSessionTakeaway(noor, sessionId, took('Elsewhere.', 'circle', 1)),
    ).toMatchObject({
      ok: false,
      reason: 'changed',
      theirs: { body: 'Otherwise.', reach: 'room', version: 2 },
    });
    expect((await record(noor)).mine?.body).toBe('Otherwise.');
  });

  test('can be taken back, is then not even counted, and brought back', async () => {
    await keepSessionTakeaway(noor, sessionId, took('A spare is not waste.', 'room'));
    await takeBackSessionTakeaway(noor, sessionId);
    expect(await record(priya)).toMatchObject({ takeaways: [], inRoom: 0 });
    await restoreSessionTakeaway(noor, sessionId);
    expect(await record(priya)).toMatchObject({ inRoom: 1 });
  });

  test('is not asked before the session has begun, nor of one of another circle', async () => {
    const coming = await comingIn(circle.host);
    expect(await keepSessionTakeaway(noor, coming, took('Early.', 'circle'))).toEqual({
      ok: false,
      reason: 'no-record',
    });
    const elsewhere = await circleOf();
    expect(await keepSessionTakeaway(elsewhere.host, sessionId, took('Mine.', 'circle'))).toEqual({
      ok: false,
      reason: 'gone',
    });
    expect(await recordOf(elsewhere.host, sessionId)).toBeNull();
  });
});

describe('minutes', () => {
  test('keep what they said before; two scribes never write over each other', async () => {
    const ines = await scribe(circle.host);
    const written = await Promise.all([
      writeMinutes(ines, { body: 'We **read** on.', version: 0 }),
      writeMinutes(ines, { body: 'We stopped.', version: 0 }),
    ]);
    expect(written.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const lost = written.find(({ ok }) => !ok);
    expect(lost).toMatchObject({ reason: 'changed', theirs: { version: 1 } });
    expect(await writeMinutes(ines, { body: 'We met.', version: 1 })).toEqual({ ok: true });
    const { body, version, earlier } = await minutesToWrite(ines);
    expect({ body, version }).toEqual({ body: 'We met.', version: 2 });
    expect(earlier).toMatchObject([{ version: 1, by: 'Ines' }]);
    expect((await record(noor)).minutes?.html).toContain('We met.');
  });

  test('are for whoever runs it or takes notes', async () => {
    expect(await scribeOf(noor, sessionId)).toBeNull();
    await db
      .updateTable('session')
      .set({ note_taker_id: noor.personId })
      .where('id', '=', sessionId)
      .execute();
    expect(await writeMinutes(await scribe(noor), { body: 'Noted.', version: 0 })).toEqual({
      ok: true,
    });
  });
});

test('what was not come to is said apart', async () => {
  const [first, second] = (await record(noor)).used.map(({ id }) => id);
  if (!first || !second) throw new Error('no agenda');
  await noteUsed(await scribe(circle.host), { shown: [first, second], used: [first] });
  expect((await record(noor)).used.map(({ leftOut }) => leftOut)).toEqual([false, true]);
});

test('who came is what was noted, else what was said; nobody who joined later is missed', async () => {
  await db
    .insertInto('session_reply')
    .values({
      ...{ circle_id: circle.id, session_id: sessionId, person_id: noor.personId },
      ...{ answer: 'yes', replied_at: new Date(Date.now() - 5 * 24 * 60 * 60 * 1000) },
    })
    .execute();
  await db
    .updateTable('membership')
    .set({ joined_at: new Date('2020-01-01') })
    .where('circle_id', '=', circle.id)
    .where('person_id', '<>', priya.personId)
    .execute();
  const before = await record(noor);
  expect(before.isNoted).toBe(false);
  const replied = before.people.map(({ name, answer }) => [name, answer]);
  expect(replied.sort()).toEqual([
    ['Ines', null],
    ['Noor', 'yes'],
  ]);
  const noted = { circle_id: circle.id, session_id: sessionId, noted_by: circle.host.personId };
  await db
    .insertInto('session_attendance')
    .values([
      { ...noted, person_id: noor.personId, came: 'absent' },
      { ...noted, person_id: circle.host.personId, came: 'late' },
    ])
    .execute();
  const after = await record(noor);
  expect(after.people.map(({ name, came }) => [name, came]).sort()).toEqual([
    ['Ines', 'late'],
    ['Noor', 'absent'],
  ]);
});

test('whoever leaves is named no more, and what they said stays', async () => {
  await keepSessionTakeaway(noor, sessionId, took('A spare is not waste.', 'circle'));
  expect((await leaveCircle(noor)).ok).toBe(true);
  expect((await record(priya)).takeaways).toMatchObject([
    { name: null, body: 'A spare is not waste.' },
  ]);
});
