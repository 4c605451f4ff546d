import { beforeAll, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { addAgendaCard } from '#app/sessions/agenda/commands/add-agenda-card.server.ts';
import { passagesOf } from '#tests/cards/shipped.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { asRunner, sessionIn } from './support.ts';

const CARD = { deck: 'openers', card: 'what-i-put-down' };
const { note: NOTE, prompt: PROMPT } = await passagesOf(CARD.deck, CARD.card);

let circle: CastCircle;
let noor: Member;
let priya: Member;
let sessionId: number;
let path: string;

beforeAll(async () => {
  circle = await circleOf({ members: [await person('Noor'), await person('Priya')] });
  const [first, second] = circle.members;
  if (!first || !second) throw new Error('two members');
  [noor, priya] = [first, second];
  const agenda = [
    { title: 'Check-in', minutes: 10, deck: null, card: null },
    { title: 'A card that was', minutes: 15, deck: null, card: null },
  ];
  sessionId = await sessionIn(circle.host, { facilitatorId: noor.personId, agenda });
  path = `/circles/${circle.slug}/sessions/${sessionId}`;
  await addAgendaCard(await asRunner(noor, sessionId), CARD);
  await db
    .updateTable('agenda_item')
    .set({ deck: 'openers', card: 'gone-from-its-deck' })
    .where('circle_id', '=', circle.id)
    .where('title', '=', 'A card that was')
    .execute();
  for (const who of [noor, priya]) {
    const cookie = await signInCookie(who.viewer);
    await ask(`${path}/reply`, { cookie, form: { answer: 'yes', word: '' } });
  }
});

const saw = async (who: Member, at: string) => ask(at, { cookie: await signInCookie(who.viewer) });
const withData = (at: string) => [at, at.replace(/(\?|$)/, '.data$1')];

test('a booklet has the day, the agenda by the clock and each card, and initials for names', async () => {
  const { body } = await saw(priya, `${path}/booklet`);
  for (const words of [
    'Monday 1 December 2098',
    'Check-in',
    '10<!-- --> min',
    'A card that was',
    PROMPT,
  ]) {
    expect(body).toContain(words);
  }
  expect(body).toContain('N runs it.');
  expect(body).toContain('Two said they come: N, P.');
  const clocks = [...body.matchAll(/<td>(\d\d:\d\d)<\/td>/g)].map(([, clock]) => clock);
  // Half past six in Madrid, by the clocks of Priya, who is in Kolkata.
  expect(clocks).toEqual(['23:00', '23:10', '23:25']);
  const [, printed = ''] = body.split('class="prints"');
  expect(printed.split('<script')[0]).not.toMatch(/Noor|Priya/);
  expect(
    (await saw(priya, `${path}/booklet.data?_routes=routes/sessions/booklet`)).body,
  ).not.toMatch(/Noor/);
});

test('its notes are for whoever runs it; to other members there is no such booklet', async () => {
  for (const who of [noor, circle.host]) {
    for (const at of withData(`${path}/booklet?notes`)) {
      expect((await saw(who, at)).body).toContain(NOTE);
    }
    for (const at of withData(`${path}/booklet`)) {
      expect((await saw(who, at)).body).not.toContain(NOTE);
    }
    expect((await saw(who, `${path}/booklet`)).body).toContain('booklet?notes');
  }
  for (const at of withData(`${path}/booklet?notes`)) {
    const refused = await saw(priya, at);
    expect([refused.status, refused.body.includes(NOTE)]).toEqual([404, false]);
  }
  expect((await saw(priya, `${path}/booklet`)).body).not.toContain('booklet?notes');
});

test('a member who ran it has its notes no more once it is cancelled; a facilitator does', async () => {
  const id = await sessionIn(circle.host, { facilitatorId: noor.personId, date: '2098-12-08' });
  const at = `/circles/${circle.slug}/sessions/${id}/booklet?notes`;
  const reads = async () => [(await saw(noor, at)).status, (await saw(circle.host, at)).status];
  expect(await reads()).toEqual([200, 200]);
  await ask(`/circles/${circle.slug}/sessions/${id}/cancellation`, {
    cookie: await signInCookie(circle.host.viewer),
    form: { reason: 'Nobody can.' },
  });
  expect(await reads()).toEqual([404, 200]);
});

test('on a wall are names and no notes, and a card that left its deck by its title', async () => {
  for (const who of [priya, noor, circle.host]) {
    for (const at of withData(`${path}/projector`)) {
      const { status, body } = await saw(who, at);
      expect(status).toBe(200);
      expect(body).not.toContain(NOTE);
      expect(body).toContain(PROMPT);
      expect(body).toContain('A card that was');
    }
  }
  const [, item = ''] =
    (await saw(priya, path)).body.match(/projector\?item=(\d+)/) ??
    (await saw(priya, `${path}/projector`)).body.match(/item=(\d+)/) ??
    [];
  const gone = await saw(priya, `${path}/projector?item=${item}`);
  expect(gone.body).toMatch(/<h1[^>]*>A card that was/);
});

test('names are drawn into groups, and anew for another drawing; of another number there are none', async () => {
  const six = await Promise.all(
    (['Rui', 'Tomasz', 'Amara', 'Priya', 'Sam', 'Lena'] as const).map((name) => person(name)),
  );
  const many = await circleOf({ members: six });
  const agenda = [
    { title: 'Who taught you that?', minutes: 12, deck: 'openers', card: 'who-taught-you-that' },
  ];
  const id = await sessionIn(many.host, { agenda });
  const session = `/circles/${many.slug}/sessions/${id}`;
  for (const member of many.members) {
    const cookie = await signInCookie(member.viewer);
    await ask(`${session}/reply`, { cookie, form: { answer: 'yes', word: '' } });
  }
  const first = many.members[0] as Member;
  const { body } = await saw(first, `${session}/projector`);
  const [, item = ''] = body.match(/"id",(\d+),"title"/) ?? body.match(/item=(\d+)/) ?? [];
  const drawn = async (more: string) =>
    [
      ...(await saw(first, `${session}/projector?item=${item}&step=2${more}`)).body.matchAll(
        /<li><bdi>(\w+)<\/bdi>/g,
      ),
    ].map(([, name]) => name);
  const once = await drawn('');
  expect([...once].sort()).toEqual(['Amara', 'Lena', 'Priya', 'Rui', 'Sam', 'Tomasz']);
  expect(await drawn('')).toEqual(once);
  expect(await drawn('&draw=1')).not.toEqual(once);
  expect(await drawn('&people=5')).toEqual([]);
});

test('to strangers there is neither', async () => {
  const stranger = await signInCookie(await viewer(await person('Mallory')));
  for (const at of ['booklet', 'booklet?notes', 'projector']) {
    expect((await ask(`${path}/${at}`, { cookie: stranger })).status, at).toBe(404);
  }
});
