import { expect, test } from 'vitest';
import { castBallot } from '#app/choosing/ballot/commands/cast-ballot.server.ts';
import { cancelChoice } from '#app/choosing/commands/cancel-choice.server.ts';
import { closeChoice } from '#app/choosing/commands/close-choice.server.ts';
import { moveChoice } from '#app/choosing/commands/move-choice.server.ts';
import { jobs as choosing } from '#app/choosing/jobs.server.ts';
import { takeBackNote } from '#app/discussions/notes/commands/take-back-note.server.ts';
import { followThread } from '#app/notifications/hearing/commands/follow-thread.server.ts';
import { changeReading } from '#app/reading/plan/commands/change-reading.server.ts';
import { replanReading } from '#app/reading/plan/commands/replan-reading.server.ts';
import { undoReplanning } from '#app/reading/plan/commands/undo-replanning.server.ts';
import { endSeason, reopenSeason } from '#app/seasons/commands/end-season.server.ts';
import { recommit } from '#app/seasons/commands/recommit.server.ts';
import { jobs as seasons } from '#app/seasons/jobs.server.ts';
import { choiceIn, closesAt, now, proposalBy, until } from '#tests/choosing/support.ts';
import { noteBy, threadBy } from '#tests/discussions/notes.ts';
import { readingIn } from '#tests/reading/planned.ts';
import { answerOn } from '#tests/seasons/season.ts';
import { db } from '#tests/support/set-up.ts';
import { company, toldBy } from './company.ts';

const clock = { now };

/** What concerns everybody but who did it: by mail, by mail unless a digest is in time, or bundled. */
const others = (kind: string, mail: 'mail' | 'later', digest: 'mail' | 'later' = 'later') => ({
  Lena: `${kind} ${mail}`,
  Noor: `${kind} ${mail}`,
  Rui: `${kind} ${mail}`,
  Tomasz: `${kind} ${digest}`,
  Amara: kind,
});

test('a plan, and what becomes of it, concerns everybody', async () => {
  const us = await company();
  let made = { readingId: 0 } as Awaited<ReturnType<typeof readingIn>>;
  expect(
    await toldBy(us, async () => {
      made = await readingIn(us.ines);
    }),
  ).toEqual(others('plan-made', 'later'));
  const { readingId, plan } = made;
  const change = (version: number) => ({ ...plan, version });
  expect(await toldBy(us, () => changeReading(us.ines, readingId, change(1)))).toEqual(
    others('plan-changed', 'later'),
  );
  // Made from a plan that is another by now.
  expect(await toldBy(us, () => changeReading(us.ines, readingId, change(1)))).toEqual({});
  expect(await toldBy(us, () => replanReading(us.ines, readingId, change(2)))).toEqual(
    others('plan-made-anew', 'later'),
  );
  const undo = () => undoReplanning(us.ines, readingId, 3);
  expect(await toldBy(us, undo)).toEqual(others('plan-put-back', 'later'));
  expect(await toldBy(us, undo)).toEqual({});
});

test('a plan that is saved as it was is told to nobody', async () => {
  const us = await company();
  const { readingId, plan } = await readingIn(us.ines);
  const rows = await db
    .selectFrom('milestone')
    .select('id')
    .where('reading_id', '=', readingId)
    .orderBy('due_on')
    .execute();
  const milestones = plan.milestones.map((one, index) => ({ ...one, id: rows[index]?.id }));
  const saved = { ...plan, milestones, version: 1 };
  expect(await toldBy(us, () => changeReading(us.ines, readingId, saved))).toEqual({});
  const titled = milestones.map((one, index) => (index === 0 ? { ...one, title: 'Part I' } : one));
  const changed = { ...plan, milestones: titled, version: 2 };
  expect(await toldBy(us, () => changeReading(us.ines, readingId, changed))).toEqual(
    others('plan-changed', 'later'),
  );
});

test('a choice is mailed; what a digest would tell of too late, to everybody', async () => {
  const us = await company();
  let choiceId = 0;
  expect(
    await toldBy(us, async () => {
      choiceId = await choiceIn(us.ines);
    }),
  ).toEqual(others('choice-opened', 'mail', 'mail'));
  const far = { ...until, date: '2098-09-20', version: 1 };
  expect(await toldBy(us, () => moveChoice(us.ines, choiceId, far, clock))).toEqual(
    others('choice-moved', 'mail'),
  );
  const proposal = await proposalBy(us.ines, choiceId, 'Accelerate');
  await castBallot(us.noor, choiceId, { ranking: [proposal], version: 0 }, clock);
  const closes = await db
    .selectFrom('book_choice')
    .select('closes_at')
    .where('id', '=', choiceId)
    .executeTakeFirstOrThrow();
  const of = { choiceId, closesAt: closes.closes_at.toISOString() };
  expect(Object.keys(await toldBy(us, () => choosing['remind-of-choice'](of))).sort()).toEqual([
    'Amara',
    'Ines',
    'Lena',
    'Rui',
    'Tomasz',
  ]);
  const moved = { choiceId, closesAt: closesAt.toISOString() };
  expect(await toldBy(us, () => choosing['remind-of-choice'](moved))).toEqual({});
  const close = () => closeChoice(us.ines, choiceId, clock);
  expect(await toldBy(us, close)).toEqual(others('choice-closed', 'mail'));
  expect(await toldBy(us, close)).toEqual({});
});

test('one that is called off is told, once, and not by a mail of its own', async () => {
  const us = await company();
  const choiceId = await choiceIn(us.ines);
  const cancel = () => cancelChoice(us.ines, choiceId, clock);
  expect(await toldBy(us, cancel)).toEqual(others('choice-cancelled', 'later'));
  expect(await toldBy(us, cancel)).toEqual({});
});

test('the end of a reading is mailed, its reminder to who has not answered, and its list', async () => {
  const us = await company();
  const { readingId } = await readingIn(us.ines);
  const end = (away: number) => () => endSeason(us.ines, readingId, answerOn(away));
  expect(await toldBy(us, end(5))).toEqual(others('wrap-opened', 'mail', 'mail'));
  // Taken back, its lines go.
  await reopenSeason(us.ines, readingId);
  const left = await db
    .selectFrom('inbox_item')
    .select('topic')
    .where('circle_id', '=', us.circle.id)
    .where('topic', '=', `wrap:${readingId}`)
    .execute();
  expect(left).toEqual([]);
  expect(await toldBy(us, end(10))).toEqual(others('wrap-opened', 'mail'));
  await recommit(us.noor, readingId, 'staying');
  const { opened_at } = await db
    .selectFrom('wrap')
    .select('opened_at')
    .where('circle_id', '=', us.circle.id)
    .executeTakeFirstOrThrow();
  const of = { circleId: us.circle.id, readingId, openedAt: opened_at.toISOString() };
  const { Noor, ...waiting } = others('wrap-reminder', 'mail');
  expect(await toldBy(us, () => seasons['remind-of-wrap'](of))).toEqual({
    ...waiting,
    Ines: Noor,
  });
  for (const who of [us.ines, us.lena, us.rui, us.tomasz])
    await recommit(who, readingId, 'staying');
  expect(await toldBy(us, () => recommit(us.amara, readingId, 'leaving'))).toEqual({
    ...others('list-opened', 'mail'),
    Ines: 'list-opened mail',
  });
});

test('a note is told to whom it answers, who follows its thread, and who wants to hear all', async () => {
  const us = await company();
  let threadId = 0;
  const started = async () => {
    ({ threadId } = await threadBy(us.noor));
  };
  expect(await toldBy(us, started)).toEqual({ Ines: 'note later', Tomasz: 'note later' });
  let answered = 0;
  const answer = async () => {
    answered = await noteBy(us.rui, threadId);
  };
  expect(await toldBy(us, answer)).toEqual({
    Ines: 'note later',
    Noor: 'note * later',
    Tomasz: 'note later',
  });
  // Rui has written, so that he follows; Lena does by her own hand; Ines has heard enough of it.
  await followThread(us.lena, threadId, 'follows');
  await followThread(us.ines, threadId, 'muted');
  expect(await toldBy(us, () => noteBy(us.tomasz, threadId, { quotes: [answered] }))).toEqual({
    Lena: 'note later',
    Noor: 'note * later',
    Rui: 'note * later',
  });
  // Amara hears nothing by mail, and still finds what is for her.
  const hers = await noteBy(us.amara, threadId);
  expect((await toldBy(us, () => noteBy(us.tomasz, threadId, { quotes: [hers] }))).Amara).toBe(
    'note *',
  );
  // Muted wins, also over an answer.
  await followThread(us.noor, threadId, 'muted');
  expect(await toldBy(us, () => noteBy(us.tomasz, threadId))).toEqual({
    Lena: 'note later',
    Rui: 'note later',
    Amara: 'note',
  });
  expect(await toldBy(us, () => takeBackNote(us.tomasz, threadId, hers))).toEqual({});
});
