import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Facilitator, Member } from '#app/access/proofs.ts';
import { addressOfRound } from '#app/mentoring/addresses.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { setRound } from '#app/sessions/agenda/commands/set-round.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { openAsk } from '#tests/mentoring/scene.ts';
import { sessionIn } from '#tests/sessions/support.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { writtenBy } from './round.ts';

let circle: CastCircle;
let host: Facilitator;
let rui: Member;
let noor: Member;
let sessionId: number;
let path: string;
let cookies: Map<Member, string>;
beforeEach(async () => {
  circle = await circleOf({ members: [await person('Rui'), await person('Noor')] });
  host = circle.host;
  [rui, noor] = circle.members as [Member, Member];
  cookies = new Map();
  for (const who of [host, rui, noor]) cookies.set(who, await signInCookie(who.viewer));
  sessionId = await sessionIn(host);
  path = addressOfRound(circle.slug, sessionId);
  await beginsIn(2);
});

const beginsIn = (minutes: number) =>
  db
    .updateTable('session')
    .set({ starts_at: new Date(Date.now() + minutes * 60_000) })
    .where('id', '=', sessionId)
    .execute();

const plain = (body: string) =>
  body
    .replace(/<!-- -->/g, '')
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll('&#x27;', "'");
const page = async (who: Member, at = path) => {
  const { body } = await ask(at, { cookie: cookies.get(who) });
  return plain(body);
};
const press = (who: Member, act: string, form: Record<string, string> = {}) =>
  ask(`${path}${act}`, { cookie: cookies.get(who), form });
const write = (who: Member, title: string, more: Record<string, string> = {}) =>
  press(who, '', { title, body: '', version: '0', submissionKey: randomUUID(), ...more });

/** What the notice that an answer leaves says. */
const notice = (answer: { cookies: string[] }) =>
  answer.cookies.find((one) => one.startsWith('octavo_notice=')) ?? '';

test('from a session to a round that is read and closed, by forms alone', async () => {
  expect(await page(host, addressOfSession(circle.slug, sessionId))).toContain(
    'Everybody asks this time',
  );
  expect(notice(await press(host, '/setting'))).toContain('round-set');
  expect(await page(rui)).toContain('None is written yet; nobody reads them before.');
  expect((await write(rui, 'Who reads my first page?')).status).toBe(303);
  expect((await write(noor, 'Who has a rota?')).status).toBe(303);
  const before = await page(host);
  expect(before).toContain('Two of three are written; nobody reads them before.');
  expect(before).not.toContain('Who has a rota?');
  await press(host, '/opening');
  const now = await page(noor);
  expect(now).toContain('Now Rui · 1 of 2');
  expect(now).toContain('Who reads my first page?');
  expect(now).toContain('Then: Noor.');
  const { id } = await db
    .selectFrom('ask')
    .select('id')
    .where('asker_id', '=', rui.personId)
    .executeTakeFirstOrThrow();
  await press(noor, '/helping', { ask: String(id), help: 'yes' });
  expect(await page(rui)).toContain('Noor can help.');
  const offer = await db
    .selectFrom('offer')
    .select('id')
    .where('ask_id', '=', id)
    .executeTakeFirstOrThrow();
  const taking = { ask: String(id), offer: String(offer.id) };
  expect(notice(await press(noor, '/taking', taking))).toContain('round-offer-gone');
  expect(notice(await press(rui, '/taking', taking))).toContain('round-taken');
  expect(await page(host)).toContain('Noor helps Rui.');
  await press(host, '/turn', { from: String(rui.personId) });
  expect(notice(await press(host, '/turn', { from: String(rui.personId) }))).toContain(
    'round-went-on',
  );
  expect(await page(noor)).toContain('You read · 2 of 2');
  await press(host, '/closing');
  expect(await page(rui)).toContain('Noor helps Rui');
  const session = await page(rui, addressOfSession(circle.slug, sessionId));
  expect(session).toContain('Who helps whom');
  expect(session).toContain('Noor helps Rui');
});

test('the page looks again by itself only while it is read and nothing is typed', async () => {
  const refreshes = async (at = path) => (await page(noor, at)).includes('http-equiv="refresh"');
  await setRound(host, sessionId);
  expect(await refreshes()).toBe(false);
  await writtenBy(rui, sessionId, 'Who reads it?', new Date());
  await press(host, '/opening');
  expect(await refreshes()).toBe(true);
  expect(await refreshes(`${path}?still`)).toBe(false);
  expect(await refreshes(`${path}?write`)).toBe(false);
  expect((await write(noor, ' ')).body).not.toContain('http-equiv="refresh"');
  await press(host, '/closing');
  expect(await refreshes()).toBe(false);
});

describe('what was typed is kept', () => {
  const kept = async (answer: { status: number; body: string }) => {
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('My one line');
    return plain(answer.body);
  };

  test('where there is no round any more, or the session is off', async () => {
    expect(await kept(await write(rui, 'My one line'))).toContain('There is no round');
    await setRound(host, sessionId);
    await beginsIn(60);
    await cancelSession(host, sessionId, { reason: 'Snow.' });
    expect(await kept(await write(rui, 'My one line'))).toContain('The round is over');
  });

  test('where another window saved something else', async () => {
    await setRound(host, sessionId);
    await write(rui, 'What the other window said');
    const answer = await kept(await write(rui, 'My one line'));
    expect(answer).toContain('What the other window said');
    expect((await write(rui, 'My one line', { version: '1' })).status).toBe(303);
    expect(await page(rui)).toContain('My one line');
  });

  test('where it is out already', async () => {
    await setRound(host, sessionId);
    await write(rui, 'Out');
    await press(host, '/opening');
    expect(await kept(await write(rui, 'My one line', { version: '1' }))).toContain('out already');
  });
});

test('home says to bring one, until it is written', async () => {
  expect(await page(rui, '/')).not.toContain('bring one ask');
  await setRound(host, sessionId);
  expect(await page(rui, '/')).toContain('bring one ask');
  await write(rui, 'Who reads it?');
  expect(await page(rui, '/')).not.toContain('bring one ask');
  expect(await page(noor, '/')).toContain('bring one ask');
});

test('a session names what is brought to it alone, by whom, to who may read it', async () => {
  const askId = await openAsk(rui.viewer, { title: 'Twenty minutes of questions' });
  await db
    .insertInto('ask_reach')
    .values({ ask_id: askId, kind: 'session', circle_id: circle.id, session_id: sessionId })
    .execute();
  const session = addressOfSession(circle.slug, sessionId);
  expect(await page(noor, session)).toContain('Twenty minutes of questions');
  await db
    .insertInto('person_block')
    .values({ person_id: rui.personId, blocked_id: noor.personId })
    .execute();
  expect(await page(noor, session)).not.toContain('Twenty minutes of questions');
});

test('a member who does not run it presses none of its buttons', async () => {
  await setRound(host, sessionId);
  await write(rui, 'Who reads it?');
  for (const act of ['/opening', '/closing', '/removal', '/turn', '/setting']) {
    expect(notice(await press(noor, act)), act).toContain('round-not-yours');
  }
  const stands = await page(noor);
  expect(stands).toContain('One of three is written');
  expect(stands).not.toContain('You lead it');
});
