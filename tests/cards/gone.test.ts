import { beforeAll, expect, test } from 'vitest';
import { addAgendaCard } from '#app/sessions/agenda/commands/add-agenda-card.server.ts';
import { threadBy } from '#tests/discussions/notes.ts';
import { asRunner, sessionIn } from '#tests/sessions/support.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

// A card is put on an agenda and talked about, and leaves its deck a year later.
const card = { deck: 'openers', card: 'what-i-put-down' };
const TITLE = 'What I put down to be here';
const GONE = 'a-card-of-last-year';

let circle: CastCircle;
let sessionId: number;
let threadId: number;

beforeAll(async () => {
  circle = await circleOf();
  sessionId = await sessionIn(circle.host);
  await addAgendaCard(await asRunner(circle.host, sessionId), card);
  threadId = (await threadBy(circle.host, { title: 'What we put down', ...card })).threadId;
  const left = { card: GONE };
  const { id } = circle;
  await db
    .updateTable('agenda_item')
    .set(left)
    .where('circle_id', '=', id)
    .where('card', '=', card.card)
    .execute();
  await db
    .updateTable('thread')
    .set(left)
    .where('circle_id', '=', id)
    .where('card', '=', card.card)
    .execute();
});

const page = async (path: string) =>
  ask(`/circles/${circle.slug}/${path}`, { cookie: await signInCookie(circle.host.viewer) });

test.each(['', '/agenda/edit', '/agenda'])(
  'A card that left its deck still has its name at a session (%s), and no link that leads nowhere',
  async (below) => {
    const { status, body } = await page(`sessions/${sessionId}${below}`);
    expect(status).toBe(200);
    if (below !== '/agenda') expect(body).toContain(TITLE);
    expect(body).not.toContain(`href="/cards/openers/${GONE}`);
    expect(body).not.toContain('For whoever runs it');
  },
);

test('An agenda that is saved again keeps which card it was', async () => {
  const item = () =>
    db
      .selectFrom('agenda_item')
      .select(['title', 'deck', 'card'])
      .where('circle_id', '=', circle.id)
      .where('card', '=', GONE)
      .executeTakeFirst();
  expect(await item()).toEqual({ title: TITLE, deck: 'openers', card: GONE });
  const { body } = await page(`sessions/${sessionId}/agenda/edit`);
  expect(body).toContain(`value="${GONE}"`);
});

test('A thread that began from it reads as before', async () => {
  for (const path of [`threads/${threadId}`, 'threads']) {
    const { status, body } = await page(path);
    expect(status).toBe(200);
    expect(body).toContain('What we put down');
    expect(body).not.toContain(`href="/cards/openers/${GONE}`);
  }
});

test('The record of its session names it, and leads to what is there', async () => {
  await db
    .updateTable('session')
    .set({ starts_at: new Date('2026-01-13T18:30:00Z') })
    .where('circle_id', '=', circle.id)
    .where('id', '=', sessionId)
    .execute();
  const { status, body } = await page(`sessions/${sessionId}/record`);
  expect(status).toBe(200);
  expect(body).toContain(TITLE);
  expect(body).not.toContain(`href="/cards/openers/${GONE}`);
});
