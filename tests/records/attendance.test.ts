import { beforeEach, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { runnerOf } from '#app/access/session-duties.server.ts';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { noteAttendance } from '#app/records/attendance/commands/note-attendance.server.ts';
import type { Note } from '#app/records/attendance/rules.ts';
import { recordOf } from '#app/records/queries/record.server.ts';
import { asRunner } from '#tests/sessions/support.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { comingIn, heldIn } from './support.ts';

let circle: CastCircle;
let sessionId: number;
let noor: Member;
let priya: Member;
let tomasz: Member;
beforeEach(async () => {
  circle = await circleOf({
    members: [await person('Noor'), await person('Priya'), await person('Tomasz')],
  });
  [noor, priya, tomasz] = circle.members as [Member, Member, Member];
  await db
    .updateTable('membership')
    .set({ joined_at: new Date('2020-01-01') })
    .where('circle_id', '=', circle.id)
    .execute();
  sessionId = await heldIn(circle.host);
});

const note = (who: Member, came: Note, was: Note = '') => ({ personId: who.personId, was, came });

async function noted(of = sessionId) {
  const found = await recordOf(circle.host, of);
  const people = found?.people.filter(({ came }) => came !== null) ?? [];
  return Object.fromEntries(people.map(({ name, came }) => [name, came]));
}

test('two who note at once lose nothing: of the same one the second hears the first', async () => {
  await db
    .updateTable('session')
    .set({ facilitator_id: noor.personId })
    .where('id', '=', sessionId)
    .execute();
  const runners = [await asRunner(circle.host, sessionId), await asRunner(noor, sessionId)];
  const pages = [
    [note(priya, 'came'), note(tomasz, 'absent'), note(circle.host, 'came')],
    [note(priya, 'late'), note(noor, 'late')],
  ];
  const answers = await Promise.all(
    runners.map((runner, at) => noteAttendance(runner, pages[at] ?? [])),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const second = answers.find(({ ok }) => !ok);
  const first = answers[0]?.ok ? 'came' : 'late';
  expect(second).toEqual({
    ...{ ok: false, reason: 'differing' },
    standing: [{ personId: priya.personId, note: first, by: first === 'came' ? 'Ines' : 'Noor' }],
  });
  expect(await noted()).toEqual({ Priya: first, Tomasz: 'absent', Ines: 'came', Noor: 'late' });
  // Whoever has read that and says it again means it.
  const other = first === 'came' ? 'late' : 'came';
  const again = runners[first === 'came' ? 1 : 0];
  if (!again) throw new Error('a runner');
  expect(await noteAttendance(again, [note(priya, other, first)])).toEqual({ ok: true, lost: 0 });
  expect((await noted()).Priya).toBe(other);
});

test('a page that is old says nothing of what it leaves as it was; what is noted is taken back', async () => {
  const ines = await asRunner(circle.host, sessionId);
  await noteAttendance(ines, [note(priya, 'came'), note(noor, 'came')]);
  await noteAttendance(ines, [note(priya, 'late', 'came')]);
  expect(
    await noteAttendance(ines, [note(priya, 'came', 'came'), note(noor, 'absent', 'came')]),
  ).toEqual({ ok: true, lost: 0 });
  expect(await noted()).toEqual({ Priya: 'late', Noor: 'absent' });
  await noteAttendance(ines, [note(noor, '', 'absent')]);
  expect(await noted()).toEqual({ Priya: 'late' });
});

test('of who left meanwhile nothing is noted, and who came before they left is counted', async () => {
  const ines = await asRunner(circle.host, sessionId);
  await noteAttendance(ines, [note(priya, 'came')]);
  await leaveCircle(priya);
  await leaveCircle(tomasz);
  expect(
    await noteAttendance(ines, [
      note(priya, 'absent', 'came'),
      note(tomasz, 'came'),
      note(noor, 'late'),
    ]),
  ).toEqual({ ok: true, lost: 2 });
  expect(await recordOf(noor, sessionId)).toMatchObject({ cameAndLeft: 1, isNoted: true });
  expect(await noted()).toEqual({ Noor: 'late' });
});

test('is not noted before it begins, nor of who joined after it, nor by whoever runs it no more', async () => {
  const ines = await asRunner(circle.host, sessionId);
  const coming = await comingIn(circle.host);
  expect(await noteAttendance(await asRunner(circle.host, coming), [note(noor, 'came')])).toEqual({
    ok: false,
    reason: 'no-record',
  });
  expect(await noted(coming)).toEqual({});
  await db
    .updateTable('membership')
    .set({ joined_at: new Date() })
    .where('circle_id', '=', circle.id)
    .where('person_id', '=', tomasz.personId)
    .execute();
  expect(await noteAttendance(ines, [note(tomasz, 'came')])).toEqual({ ok: true, lost: 1 });
  expect(await noted()).toEqual({});
  const runs = (personId: number | null) =>
    db
      .updateTable('session')
      .set({ facilitator_id: personId })
      .where('id', '=', sessionId)
      .execute();
  await runs(noor.personId);
  const runner = await asRunner(noor, sessionId);
  await runs(null);
  expect(await noteAttendance(runner, [note(noor, 'came')])).toEqual({
    ok: false,
    reason: 'gone',
  });
  expect(await runnerOf(noor, sessionId)).toBeNull();
});
