import { beforeAll, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { addAgendaCard } from '#app/sessions/agenda/commands/add-agenda-card.server.ts';
import { changeAgenda } from '#app/sessions/agenda/commands/change-agenda.server.ts';
import { agendasFor } from '#app/sessions/queries/viewer-sessions.server.ts';
import { passagesOf } from '#tests/cards/shipped.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { asRunner, sessionIn } from './support.ts';

const CARD = { deck: 'openers', card: 'what-i-put-down' };
const OTHER = { deck: 'openers', card: 'the-no-you-did-not-say' };
const { note: NOTE } = await passagesOf(CARD.deck, CARD.card);

let circle: CastCircle;
let noor: Member;
let priya: Member;
let sessionId: number;
let path: string;

beforeAll(async () => {
  circle = await circleOf({
    members: [await person('Noor'), await person('Priya'), await person('Sam')],
  });
  const [first, second] = circle.members;
  if (!first || !second) throw new Error('two members');
  [noor, priya] = [first, second];
  sessionId = await sessionIn(circle.host, { facilitatorId: noor.personId });
  path = `/circles/${circle.slug}/sessions/${sessionId}`;
});

const saw = async (who: Member, at: string) => ask(at, { cookie: await signInCookie(who.viewer) });
const item = (title: string) => ({ title, minutes: 5, deck: null, card: null });

test('a member who runs a session writes its agenda, and finds the way there', async () => {
  const page = await saw(noor, path);
  expect(page.body).toContain(`${path}/agenda/edit`);
  expect(page.body).not.toContain(`${path}/edit"`);
  expect(page.body).not.toContain(`${path}/cancellation`);
  expect((await saw(priya, path)).body).not.toContain(`${path}/agenda/edit`);

  const cookie = await signInCookie(noor.viewer);
  const form = {
    ...{ version: '1', step: '' },
    ...{ 'agenda[0].title': 'Where we are', 'agenda[0].minutes': '20' },
  };
  const saved = await ask(`${path}/agenda/edit`, { cookie, form });
  expect(saved.location).toBe(path);
  expect((await saw(priya, path)).body).toContain('Where we are');
  // Somebody else wrote meanwhile: both are shown, and nothing is written over.
  const stale = { ...form, 'agenda[0].title': 'Something else' };
  const refused = await ask(`${path}/agenda/edit`, { cookie, form: stale });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('Someone changed this session while you did');
  expect(refused.body).toContain('Something else');
  expect((await saw(priya, path)).body).not.toContain('Something else');
});

test('its time, its title and its cancellation stay a facilitator’s', async () => {
  for (const at of ['edit', 'cancellation']) {
    expect((await saw(noor, `${path}/${at}`)).status, at).toBe(404);
  }
});

test('the notes on running a card are for whoever runs a session with it, and nobody else', async () => {
  const card = `/cards/${CARD.deck}/${CARD.card}`;
  expect((await saw(noor, card)).body).not.toContain(NOTE);
  await addAgendaCard(await asRunner(noor, sessionId), CARD);
  expect((await saw(noor, card)).body).toContain(NOTE);
  expect((await saw(noor, path)).body).toContain(NOTE);
  expect((await saw(priya, card)).body).not.toContain(NOTE);
  expect((await saw(priya, path)).body).not.toContain(NOTE);
  // Another card of hers has no notes for her.
  expect((await saw(noor, '/cards/openers/who-taught-you-that')).body).not.toContain(
    'For whoever runs it',
  );
});

test('who facilitates elsewhere reads the notes of any card, and on no agenda they do not run', async () => {
  const [sam] = circle.members.slice(2);
  if (!sam) throw new Error('a third member');
  const card = `/cards/${CARD.deck}/${CARD.card}`;
  expect((await saw(sam, card)).body).not.toContain(NOTE);
  await circleOf({ facilitators: [sam.viewer] });
  expect((await saw(sam, card)).body).toContain(NOTE);
  expect((await saw(sam, path)).body).toContain(CARD.card);
  for (const at of [path, `${path}.data`]) {
    expect((await saw(sam, at)).body).not.toContain(NOTE);
    expect((await saw(circle.host, at)).body).toContain(NOTE);
  }
});

test('the notes go with the session: to whoever runs it now, and not once it is cancelled or over', async () => {
  const id = await sessionIn(circle.host, { facilitatorId: priya.personId, date: '2098-12-15' });
  await addAgendaCard(await asRunner(priya, id), OTHER);
  const { note } = await passagesOf(OTHER.deck, OTHER.card);
  const reads = async (who: Member) =>
    (await saw(who, `/cards/${OTHER.deck}/${OTHER.card}`)).body.includes(note);
  expect([await reads(priya), await reads(noor)]).toEqual([true, false]);
  const change = (set: { facilitator_id?: number; starts_at?: Date }) =>
    db
      .updateTable('session')
      .set(set)
      .where('circle_id', '=', circle.id)
      .where('id', '=', id)
      .execute();
  await change({ facilitator_id: noor.personId });
  expect([await reads(priya), await reads(noor)]).toEqual([false, true]);
  await change({ starts_at: new Date('2020-01-01T12:00:00Z') });
  expect([await reads(priya), await reads(noor)]).toEqual([false, false]);
});

test('a card on an agenda is opened for as many as said that they come', async () => {
  const link = `/cards/${CARD.deck}/${CARD.card}`;
  expect((await saw(priya, path)).body).toContain(`href="${link}"`);
  for (const [at, who] of [noor, priya].entries()) {
    const cookie = await signInCookie(who.viewer);
    await ask(`${path}/reply`, { cookie, form: { answer: 'yes', word: '' } });
    expect((await saw(priya, path)).body).toContain(`href="${link}?people=${at + 1}"`);
  }
});

test('a card goes onto the agenda of the session one runs, from the card’s page', async () => {
  const at = (who: Member) => agendasFor(who.viewer);
  expect((await at(noor)).map((one) => one.sessionId)).toEqual([sessionId]);
  expect(await at(priya)).toEqual([]);
  const other = await sessionIn(circle.host, { date: '2098-12-08' });
  expect((await at(circle.host)).map((one) => one.sessionId)).toEqual([sessionId, other]);
});

test('who has just passed a session on writes nothing of it, not even what they had open', async () => {
  const id = await sessionIn(circle.host, { facilitatorId: priya.personId });
  const runner = await asRunner(priya, id);
  await db
    .updateTable('session')
    .set({ facilitator_id: noor.personId })
    .where('circle_id', '=', circle.id)
    .where('id', '=', id)
    .execute();
  const change = { version: 1, agenda: [item('Mine')] };
  expect(await changeAgenda(runner, change)).toEqual({ ok: false, reason: 'gone' });
  expect(await addAgendaCard(runner, CARD)).toEqual({ ok: false, reason: 'gone' });
  const at = `/circles/${circle.slug}/sessions/${id}/agenda/edit`;
  expect((await saw(priya, at)).status).toBe(404);
  expect((await saw(noor, at)).status).toBe(200);
});

test('of two who write an agenda at once, the second is shown what the first wrote', async () => {
  const id = await sessionIn(circle.host, { facilitatorId: noor.personId });
  const [hers, mine] = [await asRunner(noor, id), await asRunner(circle.host, id)];
  const both = await Promise.all([
    changeAgenda(hers, { version: 1, agenda: [item('Hers')] }),
    changeAgenda(mine, { version: 1, agenda: [item('Mine')] }),
  ]);
  expect(both.map((one) => (one.ok ? 'saved' : one.reason)).sort()).toEqual([
    'changed-meanwhile',
    'saved',
  ]);
});
