import { expect, test } from 'vitest';
import { closeChoice } from '#app/choosing/commands/close-choice.server.ts';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { setVolume } from '#app/notifications/hearing/commands/set-volume.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { choiceIn, now as whenChoosing } from '#tests/choosing/support.ts';
import { noteBy, threadBy } from '#tests/discussions/notes.ts';
import { now, sessionForm, sessionIn } from '#tests/sessions/support.ts';
import { messagesOf } from '#tests/support/jobs.ts';
import { db } from '#tests/support/set-up.ts';
import { untilWaiting } from '#tests/support/waiting.ts';
import { company } from './company.ts';

const linesOf = (circleId: number, topic: string) =>
  db
    .selectFrom('inbox_item')
    .innerJoin('person', 'person.id', 'inbox_item.person_id')
    .select(['person.name', 'kind'])
    .where('circle_id', '=', circleId)
    .where('topic', '=', topic)
    .orderBy('name')
    .execute();

test('a note is written while somebody it is told to leaves', async () => {
  const us = await company();
  const { threadId } = await threadBy(us.noor);
  let writing: Promise<number> | undefined;
  await db.transaction().execute(async (tx) => {
    await tx
      .deleteFrom('membership')
      .where('circle_id', '=', us.circle.id)
      .where('person_id', '=', us.tomasz.personId)
      .execute();
    writing = noteBy(us.rui, threadId);
    await untilWaiting(1);
  });
  const noteId = await writing;
  const lines = await linesOf(us.circle.id, `note:${noteId}`);
  expect(lines.map(({ name }) => name)).toEqual(['Ines', 'Noor']);
});

test('and many leave while many write', async () => {
  const us = await company();
  const { threadId } = await threadBy(us.noor);
  const leaving = [us.rui, us.tomasz, us.amara].map((who) => leaveCircle(who));
  const writing = Array.from({ length: 6 }, () => noteBy(us.noor, threadId));
  await Promise.all([...leaving, ...writing]);
  const here = await db
    .selectFrom('inbox_item')
    .select('person_id')
    .distinct()
    .where('circle_id', '=', us.circle.id)
    .execute();
  const gone = [us.rui, us.tomasz, us.amara].map(({ personId }) => personId);
  expect(here.filter(({ person_id }) => gone.includes(person_id))).toEqual([]);
});

test('a choice that two close at once is told once', async () => {
  const us = await company();
  const choiceId = await choiceIn(us.ines);
  await Promise.all(
    [us.ines, us.lena, us.ines].map((who) => closeChoice(who, choiceId, { now: whenChoosing })),
  );
  const told = (await messagesOf('choice-closed')).filter(
    ({ given }) => given.choiceId === choiceId,
  );
  const people = told.map(({ personId }) => personId);
  expect(new Set(people).size).toBe(people.length);
  // Neither who closed it, nor Tomasz and Amara, who have no mail of it now.
  expect(people).toHaveLength(3);
});

test('of a session that one moves and another calls off, everybody has one line that says what it came to', async () => {
  const us = await company();
  const sessionId = await sessionIn(us.ines);
  const moved = { ...sessionForm({ date: '2098-12-02', zone: 'UTC' }), version: 1 };
  await Promise.all([
    changeSession(us.ines, sessionId, moved, { now }),
    cancelSession(us.lena, sessionId, { reason: 'Ill.' }, { now }),
    setVolume(us.noor, 'digest', { now }),
  ]);
  const lines = await linesOf(us.circle.id, `session:${sessionId}`);
  expect(lines).toEqual(
    ['Amara', 'Ines', 'Lena', 'Noor', 'Rui', 'Tomasz'].map((name) => ({
      name,
      kind: 'session-cancelled',
    })),
  );
});
