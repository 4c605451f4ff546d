import { beforeEach, expect, test } from 'vitest';
import type { Member, Viewer } from '#app/access/proofs.ts';
import { removeMember } from '#app/circles/commands/members.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { replyLinks } from '#app/sessions/replies/queries/reply-link.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { sessionForm, sessionIn } from './support.ts';

/** As the server’s: answers by a link are given now. */
const now = new Date();

let circle: CastCircle;
let noor: Member;
let sessionId: number;
let path: string;

beforeEach(async () => {
  await db
    .insertInto('site')
    .values({ id: 1, secret: 'a secret' })
    .onConflict((on) => on.doNothing())
    .execute();
  circle = await circleOf({ members: [await person('Noor')] });
  const [first] = circle.members;
  if (!first) throw new Error('a member');
  noor = first;
  sessionId = await sessionIn(circle.host, { date: '2030-12-01' }, { now });
  const startsAt = new Date('2030-12-01T17:30:00Z');
  const links = await replyLinks({ sessionId, personId: noor.personId, startsAt });
  path = new URL(links.yes).pathname;
});

const mine = async () => (await sessionOf(noor, sessionId, { now }))?.mine.answer;
const seen = '2030-12-01T17:30:00.000Z';

test('opening it changes nothing; a press answers, signed out, and again changes it', async () => {
  const page = await ask(`${path}?say=no`);
  expect(page.status).toBe(200);
  expect(page.body).toContain('Will you come?');
  // Where it is and what it is about stay among those who are signed in.
  expect(page.body).not.toContain('meet.example.org');
  expect(page.body).not.toContain('Why systems surprise us');
  expect(await mine()).toBeNull();
  expect((await ask(path, { form: { answer: 'yes', seen } })).location).toBe(path);
  expect(await mine()).toBe('yes');
  expect((await ask(path)).body).toContain('You’re coming');
  await ask(path, { form: { answer: 'no', seen } });
  expect(await mine()).toBe('no');
});

test('a session that moved says so and shows its new time, and the old one is not answered', async () => {
  const edit = { ...sessionForm({ date: '2030-12-02' }), version: 1 };
  await changeSession(circle.host, sessionId, edit, { now });
  const page = await ask(path);
  expect(page.body).toContain('It has moved');
  expect(page.body).toContain('2030-12-02T17:30:00.000Z');
  const late = await ask(path, { form: { answer: 'yes', seen } });
  expect(late.status).toBe(422);
  expect(await mine()).toBeNull();
  await ask(path, { form: { answer: 'yes', seen: '2030-12-02T17:30:00.000Z' } });
  expect(await mine()).toBe('yes');
});

test('who is signed in as somebody else reads so before they answer for another', async () => {
  const page = async (who: Viewer) => (await ask(path, { cookie: await signInCookie(who) })).body;
  const hers = await page(noor.viewer);
  expect(hers).not.toContain('somebody else’s');
  expect(hers).not.toContain('Sign in to');
  const others = await page(circle.host.viewer);
  expect(others).toContain('this link is somebody else’s');
  expect(others).toContain('Ines');
  // Whose it is stays with the mail.
  expect(others).not.toContain('Noor');
});

test('it dies with the membership, and with the session', async () => {
  await removeMember(circle.host, noor.personId, '');
  const page = await ask(path);
  expect(page.body).toContain('There is nothing left to answer here');
  expect(page.body).not.toContain('Tuesday leads');
  expect((await ask(path, { form: { answer: 'yes', seen } })).status).toBe(422);
  const replies = await db
    .selectFrom('session_reply')
    .select('answer')
    .where('circle_id', '=', circle.id)
    .execute();
  expect(replies).toEqual([]);
});

test('a session that is off has nothing to answer', async () => {
  await cancelSession(circle.host, sessionId, { reason: 'Away.' }, { now });
  expect((await ask(path)).body).toContain('There is nothing left to answer here');
  expect((await ask(path, { form: { answer: 'yes', seen } })).status).toBe(422);
});

test('a link for somebody else, another session or another start is none', async () => {
  const token = path.slice('/reply/'.length);
  const [code, of] = [token.slice(0, 27), token.slice(27)];
  const [session = '', who = '', at = ''] = of.split('_');
  const other = (n: string) => (Number.parseInt(n, 36) + 1).toString(36);
  for (const forged of [
    [other(session), who, at],
    [session, other(who), at],
    [session, who, other(at)],
  ]) {
    const page = await ask(`/reply/${code}${forged.join('_')}`);
    expect(page.status).toBe(404);
  }
  expect((await ask('/reply/nonsense')).status).toBe(404);
});
