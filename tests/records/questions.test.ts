import { beforeEach, describe, expect, test } from 'vitest';
import type { Member, Runner } from '#app/access/proofs.ts';
import { runnerOf } from '#app/access/session-duties.server.ts';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { recordOnSession } from '#app/records/queries/on-session.server.ts';
import {
  bringQuestion,
  restoreQuestion,
  takeBackQuestion,
} from '#app/records/questions/commands/bring-question.server.ts';
import { leaveToThread } from '#app/records/questions/commands/leave-to-thread.server.ts';
import {
  pickQuestion,
  putBackQuestion,
} from '#app/records/questions/commands/pick-question.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { MOST_ITEMS } from '#app/sessions/rules/session.ts';
import { DAY } from '#app/time/spans.ts';
import { formsOf } from '#tests/routes/page-forms.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { comingIn } from './support.ts';

let circle: CastCircle;
let sessionId: number;
let noor: Member;
let priya: Member;
let ines: Runner;
let begun: { now: Date };
beforeEach(async () => {
  circle = await circleOf({ members: [await person('Noor'), await person('Priya')] });
  [noor, priya] = circle.members as [Member, Member];
  sessionId = await comingIn(circle.host, 7);
  ines = (await runnerOf(circle.host, sessionId)) as Runner;
  const { startsAt } = (await sessionOf(noor, sessionId)) ?? {};
  begun = { now: new Date(new Date(startsAt ?? 0).getTime() + 60_000) };
});

const brings = (who: Member, body: string, version = 0) =>
  bringQuestion(who, sessionId, { body, version });
const reads = async (who: Member, clock = {}) =>
  (await recordOnSession(who, sessionId, clock)).questions.map(({ body }) => body);
const idOf = async (body: string) => {
  const { questions } = await recordOnSession(ines, sessionId);
  return questions.find((one) => one.body === body)?.id ?? 0;
};
const agenda = async () =>
  ((await sessionOf(noor, sessionId))?.agenda ?? []).map(({ title }) => title);

test('whoever runs it reads them at once, the others their own until the session begins', async () => {
  await brings(noor, 'Whose slack is it?');
  await brings(priya, 'What did it cost?');
  expect(await reads(noor)).toEqual(['Whose slack is it?']);
  expect(await reads(ines)).toEqual(['Whose slack is it?', 'What did it cost?']);
  expect((await recordOnSession(noor, sessionId)).brought).toBe(2);
  expect(await reads(noor, begun)).toEqual(['Whose slack is it?', 'What did it cost?']);
  expect(await reads((await circleOf()).host, begun)).toEqual([]);
});

test('a member without a role who is to run it reads them, too', async () => {
  await brings(noor, 'Whose slack is it?');
  await db
    .updateTable('session')
    .set({ facilitator_id: priya.personId })
    .where('id', '=', sessionId)
    .execute();
  expect(await reads(priya)).toEqual(['Whose slack is it?']);
});

test('each brings one: the same twice is once, and what changed meanwhile is handed back', async () => {
  const both = await Promise.all([brings(noor, 'Why?'), brings(noor, 'Why?')]);
  expect(both).toEqual([{ ok: true }, { ok: true }]);
  expect(await brings(noor, 'Why not?', 1)).toEqual({ ok: true });
  expect(await brings(noor, 'Who?', 1)).toMatchObject({
    ...{ ok: false, reason: 'changed' },
    theirs: { body: 'Why not?', version: 2 },
  });
  expect(await reads(ines)).toEqual(['Why not?']);
});

test('is taken until the session is over, and none by who left', async () => {
  const over = { now: new Date(begun.now.getTime() + DAY) };
  const late = await bringQuestion(noor, sessionId, { body: 'Late?', version: 0 }, over);
  expect(late).toEqual({ ok: false, reason: 'closed' });
  await leaveCircle(priya);
  expect(await brings(priya, 'Still me?')).toEqual({ ok: false, reason: 'not-member' });
});

describe('on the agenda', () => {
  test('a question says neither what it is nor whose, and is there once though two pick it', async () => {
    await brings(noor, 'Whose slack is it?');
    const id = await idOf('Whose slack is it?');
    const both = await Promise.all([pickQuestion(ines, id), pickQuestion(ines, id)]);
    expect(both).toEqual([{ ok: true }, { ok: true }]);
    expect(await agenda()).toEqual(['Check-in', 'A question from one of us']);
    await brings(priya, 'What did it cost?');
    await pickQuestion(ines, await idOf('What did it cost?'));
    expect((await agenda()).at(-1)).toBe('A second question from one of us');
    await putBackQuestion(ines, id);
    expect(await agenda()).toEqual(['Check-in', 'A second question from one of us']);
  });

  test('one that is called otherwise in the form stays the question it is', async () => {
    await brings(noor, 'Whose slack is it?');
    const id = await idOf('Whose slack is it?');
    await pickQuestion(ines, id);
    const path = `/circles/${circle.slug}/sessions/${sessionId}`;
    const cookie = await signInCookie(circle.host.viewer);
    for (const at of [`${path}/agenda/edit`, `${path}/edit`]) {
      const { body } = await ask(at, { cookie });
      const fields = formsOf(body, at).flatMap((form) =>
        form.fields.filter(({ isSent }) => isSent),
      );
      const title = fields.find(({ value }) => value.startsWith('A question'))?.name ?? '';
      const form = {
        ...Object.fromEntries(fields.map(({ name, value }) => [name, value])),
        ...{ step: '', [title]: `A question, as ${at} has it` },
      };
      expect((await ask(at, { cookie, form })).location).toBe(path);
      expect((await agenda()).at(-1)).toBe(`A question, as ${at} has it`);
      const { questions } = await recordOnSession(ines, sessionId);
      expect(questions.map(({ itemId }) => itemId)).toEqual([expect.any(Number)]);
    }
  });

  test('one that is taken back leaves it, and can be brought again', async () => {
    await brings(noor, 'Whose slack is it?');
    const id = await idOf('Whose slack is it?');
    await pickQuestion(ines, id);
    await takeBackQuestion(noor, sessionId);
    expect(await agenda()).toEqual(['Check-in']);
    expect(await pickQuestion(ines, id)).toEqual({ ok: false, reason: 'taken-back' });
    await restoreQuestion(noor, sessionId);
    expect(await pickQuestion(ines, id)).toEqual({ ok: true });
  });

  test('has no room once it is full, and is closed once the session is over', async () => {
    await brings(noor, 'Whose slack is it?');
    const id = await idOf('Whose slack is it?');
    const over = { now: new Date(begun.now.getTime() + DAY) };
    expect(await pickQuestion(ines, id, over)).toEqual({ ok: false, reason: 'closed' });
    await db
      .insertInto('agenda_item')
      .values(
        Array.from({ length: MOST_ITEMS - 1 }, (_, at) => ({
          ...{ circle_id: circle.id, session_id: sessionId, position: at + 10 },
          ...{ title: `Item ${at}`, minutes: 1 },
        })),
      )
      .execute();
    expect(await pickQuestion(ines, id)).toEqual({ ok: false, reason: 'full' });
  });
});

describe('those left over', () => {
  test('become one thread with each author’s name, though two make it at once', async () => {
    await brings(noor, 'Whose *slack* is it?\nReally?');
    await brings(priya, 'What did it cost?');
    await pickQuestion(ines, await idOf('What did it cost?'));
    expect(await leaveToThread(ines)).toEqual({ ok: false, reason: 'not-begun' });
    const both = await Promise.all([leaveToThread(ines, begun), leaveToThread(ines, begun)]);
    expect(both[0]).toEqual(both[1]);
    const threads = await db
      .selectFrom('note')
      .innerJoin('thread', 'thread.id', 'note.thread_id')
      .select(['note.body_html', 'thread.session_id'])
      .where('thread.circle_id', '=', circle.id)
      .execute();
    expect(threads).toHaveLength(1);
    expect(threads[0]?.session_id).toBe(sessionId);
    expect(threads[0]?.body_html).toContain('Noor');
    expect(threads[0]?.body_html).toContain('Whose *slack* is it?');
    expect(threads[0]?.body_html).not.toContain('What did it cost?');
  });

  test('name nobody who left, and make no thread where there are none', async () => {
    expect(await leaveToThread(ines, begun)).toEqual({ ok: false, reason: 'none' });
    await brings(noor, 'Whose slack is it?');
    await leaveCircle(noor);
    expect((await leaveToThread(ines, begun)).ok).toBe(true);
    const { body } = await db
      .selectFrom('note')
      .select('body')
      .where('circle_id', '=', circle.id)
      .executeTakeFirstOrThrow();
    expect(body).not.toContain('Noor');
    expect(body).toContain('Somebody who was here');
  });
});
