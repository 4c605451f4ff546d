import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { Member, Runner } from '#app/access/proofs.ts';
import { readLibrary } from '#app/cards/files/queries/library.server.ts';
import { agendaCard } from '#app/cards/queries/cards.server.ts';
import { putOn } from '#app/recipes/commands/put-on.server.ts';
import { takeOff } from '#app/recipes/commands/take-off.server.ts';
import { readRecipes } from '#app/recipes/files/queries/folder.server.ts';
import { changeAgenda } from '#app/sessions/agenda/commands/change-agenda.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { asRunner, now, sessionIn } from '../sessions/support.ts';

let circle: CastCircle;
let noor: Member;
let sessionId: number;
let runner: Runner;
let path: string;

beforeEach(async () => {
  circle = await circleOf({ members: [await person('Noor'), await person('Priya')] });
  noor = circle.members[0] as Member;
  sessionId = await sessionIn(circle.host, { agenda: [], facilitatorId: noor.personId });
  runner = await asRunner(circle.host, sessionId);
  path = `/circles/${circle.slug}/sessions/${sessionId}`;
});

const form = (given: object = {}) => ({
  ...{ recipe: 'first-meeting', card: '', people: 3, version: 1, submissionKey: randomUUID() },
  ...given,
});
const agenda = async () => (await sessionOf(circle.host, sessionId, { now }))?.agenda ?? [];
const titles = async () => (await agenda()).map(({ title }) => title);
const versionNow = async () => (await sessionOf(circle.host, sessionId, { now }))?.version ?? 0;
const FIRST = [
  'Who taught you that?',
  'What stays here',
  'When we meet, and who takes notes',
  'Your fifteen percent',
];
const talk = (title: string, minutes = 5) => ({ title, minutes, deck: null, card: null });
const card = (deck: string, card: string, title: string, minutes: number) => ({
  ...{ title, minutes, deck, card },
});

async function put(given: object = {}) {
  const done = await putOn(runner, form(given), { now });
  if (!done.ok || done.useId === null) throw new Error(`not put on: ${JSON.stringify(done)}`);
  return done.useId;
}

/** An agenda somebody has written before. */
async function written(...items: Parameters<typeof changeAgenda>[1]['agenda']) {
  const version = await versionNow();
  expect(await changeAgenda(runner, { agenda: items, version }, { now })).toEqual({ ok: true });
  return versionNow();
}

test('a recipe goes on an empty agenda in its order, with its minutes, and is no longer tied to anything', async () => {
  await put();
  expect(await titles()).toEqual(FIRST);
  for (const { deck, card, minutes } of await agenda()) {
    const said = deck && card ? (await agendaCard(deck, card))?.minutes : 4;
    expect(minutes).toBe(said);
  }
  await written(talk('Only this'));
  expect(await titles()).toEqual(['Only this']);
});

test('it goes behind what is there, its closing card behind the one that closes', async () => {
  const version = await written(
    talk('Hello'),
    card('closing-and-commitments', 'what-became-of-it', 'What became of it', 12),
  );
  await put({ version });
  expect(await titles()).toEqual(['Hello', ...FIRST.slice(0, 3), 'What became of it']);
  const positions = await db
    .selectFrom('agenda_item')
    .select('position')
    .where('circle_id', '=', circle.id)
    .where('session_id', '=', sessionId)
    .execute();
  expect(new Set(positions.map(({ position }) => position)).size).toBe(5);
});

test('what is on it already is not doubled, and a second time adds nothing', async () => {
  const version = await written(card('beginnings', 'what-stays-here', 'What stays here', 17));
  await put({ version });
  expect((await titles()).sort()).toEqual([...FIRST].sort());
  const again = await putOn(runner, form({ version: await versionNow() }), { now });
  expect(again).toMatchObject({ ok: true });
  // The talk in it is no card, and could be wanted twice; cards are not.
  const cards = (await agenda()).filter(({ card }) => card);
  expect(cards).toHaveLength(3);
});

test('it is fitted to the minutes of the session, and what does not fit stays off', async () => {
  const short = await sessionIn(circle.host, { agenda: [], minutes: 45 });
  const at = await asRunner(circle.host, short);
  expect(await putOn(at, form(), { now })).toMatchObject({ ok: true });
  const on = (await sessionOf(circle.host, short, { now }))?.agenda ?? [];
  expect(on.map(({ title }) => title)).toContain('What stays here');
  expect(on.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(42);

  const tiny = await sessionIn(circle.host, { agenda: [], minutes: 15 });
  const none = await putOn(await asRunner(circle.host, tiny), form(), { now });
  expect(none).toEqual({ ok: false, reason: 'no-time' });
  expect((await sessionOf(circle.host, tiny, { now }))?.agenda).toEqual([]);
});

test('a full agenda takes no recipe', async () => {
  const version = await written(...Array.from({ length: 38 }, (_, at) => talk(`Item ${at}`, 1)));
  const full = await putOn(runner, form({ version }), { now });
  expect(full).toEqual({ ok: false, reason: 'full' });
  expect(await titles()).toHaveLength(38);
});

test('two tabs: whoever comes second is told, and nothing is put on twice', async () => {
  const answers = await Promise.all([
    putOn(runner, form(), { now }),
    putOn(await asRunner(noor, sessionId), form({ recipe: 'learning-to-ask' }), { now }),
    putOn(runner, form({ recipe: 'half-have-not-read' }), { now }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((one) => !one.ok && one.reason === 'changed-meanwhile')).toHaveLength(2);
  const uses = await db
    .selectFrom('recipe_use')
    .select('id')
    .where('circle_id', '=', circle.id)
    .execute();
  expect(uses).toHaveLength(1);
});

test('the same form sent many times is one', async () => {
  const same = form();
  const answers = await Promise.all([1, 2, 3, 4].map(() => putOn(runner, same, { now })));
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(answers[0]).toMatchObject({ ok: true });
  expect(await titles()).toEqual(FIRST);
});

test('whoever has just passed the session on puts nothing on it', async () => {
  const mine = await asRunner(noor, sessionId);
  await db
    .updateTable('session')
    .set({ facilitator_id: circle.host.personId })
    .where('circle_id', '=', circle.id)
    .where('id', '=', sessionId)
    .execute();
  expect(await putOn(mine, form(), { now })).toEqual({ ok: false, reason: 'gone' });
  expect(await takeOff(mine, 1, { now })).toEqual({ ok: false, reason: 'gone' });
  expect(await titles()).toEqual([]);
});

test('a session that is over or cancelled keeps its agenda', async () => {
  const useId = await put();
  const after = new Date('2098-12-02T12:00:00Z');
  const late = await putOn(runner, form({ version: await versionNow() }), { now: after });
  expect(late).toEqual({ ok: false, reason: 'closed' });
  expect(await takeOff(runner, useId, { now: after })).toEqual({ ok: false, reason: 'closed' });
  await cancelSession(circle.host, sessionId, { reason: 'Too many of us are away.' }, { now });
  expect(await takeOff(runner, useId, { now })).toEqual({ ok: false, reason: 'closed' });
  expect(await titles()).toEqual(FIRST);
});

test('a recipe that is gone meanwhile is said to be', async () => {
  const gone = await putOn(runner, form({ recipe: 'no-such-recipe' }), { now });
  expect(gone).toEqual({ ok: false, reason: 'no-such-recipe' });
  const emptied = async () => readRecipes('content/recipes', { decks: [], problems: [] });
  expect(await putOn(runner, form(), { now, from: emptied })).toEqual({
    ok: false,
    reason: 'no-such-recipe',
  });
  const other = await putOn(runner, form({ card: 'openers/no-such-card' }), { now });
  expect(other).toEqual({ ok: false, reason: 'no-such-recipe' });
  expect(await titles()).toEqual([]);
});

test('the week’s card stands in the place of the recipe’s discussion', async () => {
  await put({ recipe: 'a-chapter-in-an-hour', card: 'the-managers-path/the-last-thing-you-built' });
  expect(await titles()).toEqual([
    'How much of you is here?',
    'What became of it',
    'The last thing you built',
    'Your fifteen percent',
  ]);
});

test('undoing takes off exactly what it put on, once', async () => {
  const version = await written(talk('Hello'), talk('Farewell'));
  const useId = await put({ version });
  expect(await titles()).toHaveLength(6);
  expect(await takeOff(runner, useId, { now })).toEqual({ ok: true, stays: 0 });
  expect(await titles()).toEqual(['Hello', 'Farewell']);
  const settled = await versionNow();
  expect(await takeOff(runner, useId, { now })).toEqual({ ok: true, stays: 0 });
  expect(await versionNow()).toBe(settled);
});

test('undoing leaves what somebody has touched since, and what was there before', async () => {
  const useId = await put();
  const now4 = await agenda();
  const changed = now4.map((item) =>
    item.title === 'What stays here' ? { ...item, minutes: 20 } : item,
  );
  await written(...changed.reverse(), talk('Added later'));
  expect(await takeOff(runner, useId, { now })).toEqual({ ok: true, stays: 1 });
  expect(await titles()).toEqual(['What stays here', 'Added later']);
});

test('an item that was marked as not come to is no longer the recipe’s to take', async () => {
  const useId = await put();
  await db
    .updateTable('agenda_item')
    .set({ left_out: true })
    .where('circle_id', '=', circle.id)
    .where('session_id', '=', sessionId)
    .where('title', '=', 'What stays here')
    .execute();
  expect(await takeOff(runner, useId, { now })).toEqual({ ok: true, stays: 1 });
  expect(await titles()).toEqual(['What stays here']);
});

test('a use of another session or circle is not to be undone here', async () => {
  const useId = await put();
  const otherSession = await sessionIn(circle.host, { agenda: [] });
  const here = await asRunner(circle.host, otherSession);
  expect(await takeOff(here, useId, { now })).toEqual({ ok: false, reason: 'gone' });
  const elsewhere = await circleOf();
  const theirs = await asRunner(elsewhere.host, await sessionIn(elsewhere.host));
  expect(await takeOff(theirs, useId, { now })).toEqual({ ok: false, reason: 'gone' });
  expect(await titles()).toEqual(FIRST);
});

const as = async (who: Member, at: string, fields?: Record<string, string>) =>
  ask(at, { cookie: await signInCookie(who.viewer), ...(fields && { form: fields }) });

const fields = (given: object = {}) =>
  Object.fromEntries(Object.entries(form(given)).map(([name, value]) => [name, String(value)]));

test('in the browser: the member who runs it puts one on and takes it off; others find nothing', async () => {
  const [, priya] = circle.members;
  if (!priya) throw new Error('two members');
  expect((await as(noor, path)).body).toContain(`${path}/recipe`);
  expect((await as(priya, path)).body).not.toContain(`${path}/recipe`);
  const page = await as(noor, `${path}/recipe`);
  expect(page.status).toBe(200);
  expect(page.body).toContain('First meeting');

  const mallory = (await circleOf({ host: await person('Mallory') })).host;
  for (const who of [priya, mallory]) {
    expect((await as(who, `${path}/recipe`)).status).toBe(404);
    expect((await as(who, `${path}/recipe`, fields())).status).toBe(404);
  }
  expect(await titles()).toEqual([]);

  const done = await as(noor, `${path}/recipe`, fields());
  expect(done).toMatchObject({ status: 303, location: path });
  expect(await titles()).toEqual(FIRST);
  expect((await as(noor, `${path}/recipe`)).body).toContain('Take it off again: First meeting');

  // A tab that was open before: nothing is put on, and why is said.
  const stale = await as(noor, `${path}/recipe`, fields({ recipe: 'learning-to-ask' }));
  expect(stale.status).toBe(422);
  expect(stale.body).toContain('Somebody changed this session meanwhile');
  expect(await titles()).toEqual(FIRST);

  const { id } = await db
    .selectFrom('recipe_use')
    .select('id')
    .where('circle_id', '=', circle.id)
    .executeTakeFirstOrThrow();
  expect((await as(priya, `${path}/recipe/${id}/undoing`, {})).status).toBe(404);
  expect(await titles()).toEqual(FIRST);
  const undone = await as(noor, `${path}/recipe/${id}/undoing`, {});
  expect(undone).toMatchObject({ status: 303, location: path });
  expect(await titles()).toEqual([]);
});

test('pages of recipes say what they hold, and how they fit', async () => {
  const list = await as(noor, '/recipes');
  const library = await readLibrary('content/decks');
  const { recipes } = await readRecipes('content/recipes', library);
  for (const { slug } of recipes) expect(list.body).toContain(`/recipes/${slug}`);
  const one = await as(noor, '/recipes/first-meeting?minutes=45&people=8');
  expect(one.status).toBe(200);
  expect(one.body).toContain('What changes to fit');
  expect((await as(noor, '/recipes/no-such-recipe')).status).toBe(404);
  for (const nonsense of ['minutes=x&people=0', 'minutes=-5&people=9999', 'minutes=&people=']) {
    expect((await as(noor, `/recipes/first-meeting?${nonsense}`)).status).toBe(200);
  }
  expect((await as(noor, '/cards')).body).toContain('href="/recipes"');
});
