import { beforeAll, expect, test } from 'vitest';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { changeAgenda } from '#app/sessions/agenda/commands/change-agenda.server.ts';
import { nextSession, sessionOf, sessionsOf } from '#app/sessions/queries/sessions.server.ts';
import { askUnanswered } from '#app/sessions/replies/commands/ask-unanswered.server.ts';
import { replyToSession } from '#app/sessions/replies/commands/reply.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import {
  closeForgotten,
  closeSession,
  reopenSession,
} from '#app/sessions/schedule/commands/close-session.server.ts';
import { localTimeOf } from '#app/time/local-time.ts';
import { DAY, HOUR, MINUTE } from '#app/time/spans.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { asRunner, now, sessionForm, sessionIn } from './support.ts';

let circle: CastCircle;
beforeAll(async () => {
  circle = await circleOf({ members: [await person('Noor'), await person('Priya')] });
});

const closesOf = (sessionId: number) =>
  db
    .selectFrom('session_close')
    .select(['by_person_id', 'at'])
    .where('circle_id', '=', circle.id)
    .where('session_id', '=', sessionId)
    .execute();

test('who runs it says that it is over once it has begun, and takes that back', async () => {
  const sessionId = await sessionIn(circle.host);
  const runner = await asRunner(circle.host, sessionId);
  const during = { now: new Date('2098-12-01T18:00:00Z') };
  expect(await closeSession(runner, { now })).toEqual({ ok: false, reason: 'early' });
  expect(await closesOf(sessionId)).toEqual([]);
  await Promise.all([closeSession(runner, during), closeSession(runner, during)]);
  expect(await closesOf(sessionId)).toHaveLength(1);
  expect(await reopenSession(runner, during)).toEqual({ ok: true });
  expect(await closesOf(sessionId)).toEqual([]);
});

test('once it is over it reads so, and takes no more on its agenda, until that is taken back', async () => {
  const sessionId = await sessionIn(circle.host, { date: '2098-11-10' });
  const next = await sessionIn(circle.host, { date: '2098-11-17' });
  const runner = await asRunner(circle.host, sessionId);
  const during = { now: new Date('2098-11-10T18:00:00Z') };
  const stands = async () => {
    const { coming, past } = await sessionsOf(circle.host, null, during);
    const isIt = ({ id }: { id: number }) => id === sessionId;
    return {
      state: (await sessionOf(circle.host, sessionId, during))?.state,
      next: (await nextSession(circle.host, during))?.id,
      listed: [coming.find(isIt)?.state, past.find(isIt)?.state],
    };
  };
  const change = () => changeAgenda(runner, { agenda: [], version: 1 }, during);
  const running = { state: 'running', next: sessionId, listed: ['running', undefined] };
  expect(await stands()).toEqual(running);
  await closeSession(runner, during);
  expect(await stands()).toEqual({ state: 'past', next, listed: [undefined, 'past'] });
  expect(await change()).toEqual({ ok: false, reason: 'closed' });
  await reopenSession(runner, during);
  expect(await stands()).toEqual(running);
  expect(await change()).toEqual({ ok: true });
});

test('one that nobody ended closes itself some hours later, once for two who sweep', async () => {
  const sessionId = await sessionIn(circle.host);
  const off = await sessionIn(circle.host);
  await cancelSession(circle.host, off, { reason: 'Away.' }, { now });
  // It ends at a quarter to eight in the evening.
  await closeForgotten({ now: new Date('2098-12-01T21:30:00Z') });
  expect(await closesOf(sessionId)).toEqual([]);
  const at = new Date('2098-12-01T21:46:00Z');
  await Promise.all([closeForgotten({ now: at }), closeForgotten({ now: at })]);
  expect(await closesOf(sessionId)).toEqual([{ by_person_id: null, at }]);
  expect(await closesOf(off)).toEqual([]);
  const runner = await asRunner(circle.host, sessionId);
  expect(await reopenSession(runner, { now: at })).toEqual({ ok: false, reason: 'late' });
});

const toldOf = async (sessionId: number) => {
  const rows = await db
    .selectFrom('inbox_item')
    .innerJoin('person', 'person.id', 'inbox_item.person_id')
    .select('person.name')
    .where('inbox_item.circle_id', '=', circle.id)
    .where('inbox_item.thing_id', '=', sessionId)
    .where('inbox_item.kind', '=', 'session-asked')
    .orderBy('person.name')
    .execute();
  return rows.map(({ name }) => name);
};

test('a week before, those who have not said are asked once, and again when it moves', async () => {
  const sessionId = await sessionIn(circle.host);
  const [noor] = circle.members;
  if (!noor) throw new Error('a member');
  const needing = (needs: number | null) =>
    db
      .updateTable('session')
      .set({ needs })
      .where('circle_id', '=', circle.id)
      .where('id', '=', sessionId)
      .execute();
  const [early, week] = [new Date('2098-11-24T17:00:00Z'), new Date('2098-11-24T18:00:00Z')];
  await askUnanswered({ now: week });
  expect(await toldOf(sessionId)).toEqual([]);
  await needing(3);
  await replyToSession(noor, sessionId, { answer: 'yes' }, { now });
  await askUnanswered({ now: early });
  expect(await toldOf(sessionId)).toEqual([]);
  await Promise.all([askUnanswered({ now: week }), askUnanswered({ now: week })]);
  expect(await toldOf(sessionId)).toEqual(['Ines', 'Priya']);
  const messages = await db
    .selectFrom('message')
    .select('occasion')
    .where('circle_id', '=', circle.id)
    .where('kind', '=', 'session-asked')
    .execute();
  expect(messages).toHaveLength(2);
  // Moved, everybody is to say anew.
  const edit = { ...sessionForm({ date: '2098-12-02' }), version: 1 };
  await changeSession(circle.host, sessionId, edit, { now: new Date('2098-11-25T12:00:00Z') });
  await askUnanswered({ now: new Date('2098-11-25T18:00:00Z') });
  expect(await toldOf(sessionId)).toEqual(['Ines', 'Noor', 'Priya']);
});

test('nobody is asked whether it is over before it has begun, or once that was said', async () => {
  const asks = async (given: { starts: number; closes?: boolean }) => {
    const starts = new Date(Date.now() + given.starts);
    const { date, time } = localTimeOf(starts, 'Europe/Madrid');
    const before = { now: new Date(starts.getTime() - DAY) };
    const sessionId = await sessionIn(circle.host, { date, time }, before);
    if (given.closes) await closeSession(await asRunner(circle.host, sessionId));
    const path = `${addressOfSession(circle.slug, sessionId)}/close`;
    const { status, body } = await ask(path, { cookie: await signInCookie(circle.host.viewer) });
    expect(status).toBe(200);
    return body.includes('Is it over?') ? 'whether it is over' : textOf(body, 'This session');
  };
  expect(await asks({ starts: -10 * MINUTE })).toBe('whether it is over');
  expect(await asks({ starts: -10 * MINUTE, closes: true })).toContain('is over: there is nothing');
  expect(await asks({ starts: DAY })).toContain('has not begun: there is nothing to close');
});

test('one that was to begin before now is not offered to be held after all', async () => {
  const sessionId = await sessionIn(circle.host);
  await cancelSession(circle.host, sessionId, { reason: 'Away.' }, { now });
  const path = `${addressOfSession(circle.slug, sessionId)}/restoration`;
  const page = async () =>
    (await ask(path, { cookie: await signInCookie(circle.host.viewer) })).body;
  expect(await page()).toContain('Hold it after all?');
  await db
    .updateTable('session')
    .set({ starts_at: new Date(Date.now() - HOUR) })
    .where('circle_id', '=', circle.id)
    .where('id', '=', sessionId)
    .execute();
  expect(await page()).toContain('it was to begin before now, and stays so');
});

/** The sentence of a page that begins so. */
const textOf = (html: string, begins: string) =>
  html
    .slice(html.indexOf(begins))
    .split('</')[0]
    ?.replace(/<!-- -->/g, '') ?? '';
