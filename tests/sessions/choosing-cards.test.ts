import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { cardsUsed } from '#app/sessions/agenda/queries/cards-used.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { passagesOf } from '#tests/cards/shipped.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { milestoneIn, now, sessionIn } from './support.ts';

let circle: CastCircle;
let rui: Viewer;
let cookies: { host: string; member: string };
let path = '';

const card = (name: string) => {
  const [deck = '', slug = ''] = name.split('/');
  return { title: slug, minutes: 10, deck, card: slug };
};

beforeAll(async () => {
  rui = await person('Rui');
  circle = await circleOf({ members: [rui] });
  path = `/circles/${circle.slug}/sessions`;
  cookies = {
    host: await signInCookie(await viewer(circle.host.viewer)),
    member: await signInCookie(await viewer(rui)),
  };
});

const decoded = (body: string) => body.replaceAll('&amp;', '&').replaceAll('<!-- -->', '');

test('A circle’s uses are its own: what was left out or cancelled was not used', async () => {
  const [used, cancelled] = [
    await sessionIn(circle.host, { agenda: [card('openers/what-i-put-down')] }),
    await sessionIn(circle.host, { agenda: [card('peer-consulting/troika-consulting')] }),
  ];
  await cancelSession(circle.host, cancelled, { reason: 'Half of us are ill.' }, { now });
  const other = await circleOf();
  await sessionIn(other.host, { agenda: [card('openers/who-taught-you-that')] });
  const uses = async (who: Viewer) => [...(await cardsUsed(await viewer(who), { now })).keys()];
  expect(await uses(rui)).toEqual(['openers/what-i-put-down']);
  const [use] = (await cardsUsed(await viewer(rui), { now })).get('openers/what-i-put-down') ?? [];
  expect(use).toMatchObject({ circle: { slug: circle.slug }, isToCome: true });

  await db
    .updateTable('agenda_item')
    .set({ left_out: true })
    .where('session_id', '=', used)
    .where('circle_id', '=', circle.host.circleId)
    .execute();
  expect(await uses(rui)).toEqual([]);
  await db
    .updateTable('agenda_item')
    .set({ left_out: false })
    .where('session_id', '=', used)
    .where('circle_id', '=', circle.host.circleId)
    .execute();
});

test('Cards say when we used them, and those can be left out', async () => {
  const all = await ask('/cards?kind=opener&q=listening', { cookie: cookies.member });
  expect(all.status).toBe(200);
  const named = await ask('/cards?q=what+i+put+down', { cookie: cookies.member });
  expect(decoded(named.body)).toMatch(/On the agenda of .*December/);
  const unused = await ask(`/cards?q=what+i+put+down&unused=${circle.slug}`, {
    cookie: cookies.member,
  });
  expect(unused.body).not.toContain('>What I put down to be here</a>');
  // Of a circle that is not one’s own it is no filter.
  const stranger = await signInCookie(await viewer(await person('Mallory')));
  const foreign = await ask(`/cards?q=what+i+put+down&unused=${circle.slug}`, { cookie: stranger });
  expect(foreign.body).toContain('>What I put down to be here</a>');
  expect(foreign.body).not.toContain('On the agenda of');
  expect(foreign.body).not.toContain(circle.slug);
});

test('A card unfolds where it is chosen, with the note for whoever runs the session alone', async () => {
  const sessionId = await sessionIn(circle.host, { facilitatorId: rui.personId });
  const { note, prompt } = await passagesOf('openers', 'what-i-put-down');
  const look = 'look=openers/what-i-put-down';
  // With scripts, from the form of an agenda; without, by a link of the page.
  for (const at of [
    `${path}/cards?session=${sessionId}&${look}`,
    `${path}/${sessionId}/agenda?${look}`,
  ]) {
    const { status, body } = await ask(at, { cookie: cookies.member });
    expect(status, at).toBe(200);
    expect(body).toContain(prompt);
    expect(body).toContain(note);
  }
  const others = await ask(`${path}/cards?${look}`, { cookie: cookies.member });
  expect(others.body).toContain(prompt);
  expect(others.body).not.toContain(note);
  const another = await sessionIn(circle.host);
  const notTheirs = await ask(`${path}/cards?session=${another}&${look}`, {
    cookie: cookies.member,
  });
  expect(notTheirs.body).not.toContain(note);
  for (const odd of ['look=openers/nothing', 'look=../x', 'look=', 'session=x', 'day=9999-99-99']) {
    expect((await ask(`${path}/cards?${odd}`, { cookie: cookies.host })).status, odd).toBe(200);
  }
});

test('Without scripts, a card unfolds in a form that keeps what was typed', async () => {
  const sessionId = await sessionIn(circle.host);
  const { body: form } = await ask(`${path}/${sessionId}/agenda/edit`, { cookie: cookies.host });
  const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? '';
  const { prompt, note } = await passagesOf('asking-for-help', 'running-low');
  const { status, body } = await ask(`${path}/${sessionId}/agenda/edit`, {
    cookie: cookies.host,
    form: {
      version,
      step: 'look-card:asking-for-help/running-low',
      cardWords: 'burnout',
      cardPeople: '7',
      cardUnused: circle.slug,
      cardWithout: 'notice',
      'agenda[0].title': 'Half typed',
      'agenda[0].minutes': '',
    },
  });
  expect(status).toBe(200);
  for (const words of [prompt, note, 'value="Half typed"', 'value="burnout"', 'Fold it up']) {
    expect(body).toContain(words);
  }
  expect(body).toMatch(/<option value="7" selected/);
  expect(body).toMatch(/name="cardUnused"[^>]*checked/);
});

test('What the pages of a session offer comes first, and nothing of a later chapter', async () => {
  const milestoneId = await milestoneIn(circle);
  const sessionId = await sessionIn(circle.host, { milestoneId });
  const { body } = await ask(`${path}/${sessionId}/agenda`, { cookie: cookies.host });
  const offered = body.slice(body.indexOf('What this chapter offers'), body.indexOf('cards.</p>'));
  expect(offered).toContain('/cards/thinking-in-systems/');
  const data = async (search: string) =>
    (await ask(`${path}/cards?${search}`, { cookie: cookies.host })).body;
  expect(await data(`milestone=${milestoneId}`)).toContain('"first":[{');
  expect(await data('')).toContain('"first":[]');
  const other = await circleOf();
  expect(await data(`milestone=${await milestoneIn(other)}`)).toContain('"first":[]');
});
