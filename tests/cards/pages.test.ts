import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { passagesOf } from './shipped.ts';

const card = '/cards/openers/what-i-put-down';
const { note, prompt } = await passagesOf('openers', 'what-i-put-down');

const people: Record<'host' | 'facilitator' | 'member' | 'stranger', Viewer | undefined> = {
  host: undefined,
  facilitator: undefined,
  member: undefined,
  stranger: undefined,
};
let circle = '';

beforeAll(async () => {
  const [noor, rui, mallory] = [await person('Noor'), await person('Rui'), await person('Mallory')];
  const made = await circleOf({ facilitators: [noor], members: [rui] });
  circle = made.slug;
  people.host = await viewer(made.host.viewer);
  people.facilitator = await viewer(noor);
  people.member = await viewer(rui);
  people.stranger = mallory;
});

async function page(path: string, as: keyof typeof people) {
  const who = people[as];
  if (!who) throw new Error(`${as} has not come yet.`);
  return ask(path, { cookie: await signInCookie(who) });
}

test.each([card, `${card}.data`, `${card}.data?_routes=routes%2Fcards%2Fcard`])(
  'The facilitator’s note is in %s for those who facilitate, and for nobody else',
  async (path) => {
    for (const as of ['host', 'facilitator'] as const) {
      expect((await page(path, as)).body).toContain(note);
    }
    for (const as of ['member', 'stranger'] as const) {
      const { status, body } = await page(path, as);
      expect(status).toBe(200);
      expect(body).toContain(prompt);
      expect(body).not.toContain(note);
      expect(body).not.toContain('facilitator","html');
    }
  },
);

test.each(['/cards', '/cards.data', '/cards/openers', '/cards/openers.data'])(
  'No list carries the notes: %s',
  async (path) => {
    const { status, body } = await page(path, 'host');
    expect(status).toBe(200);
    expect(body).toContain('What I put down to be here');
    expect(body).not.toContain(note);
  },
);

test.each(['/cards', '/cards/openers', card])('A visitor signs in first: %s', async (path) => {
  const { status, location } = await ask(path);
  expect({ status, location }).toEqual({
    status: 302,
    location: `/sign-in?to=${encodeURIComponent(path)}`,
  });
});

test.each([
  '/cards/nowhere',
  '/cards/openers/nothing',
  '/cards/nowhere/what-i-put-down',
  '/cards/openers/what-i-put-down.mdx',
  '/cards/..%2F..%2Fpackage.json',
  '/cards/openers/..%2Fopeners%2Fwhat-i-put-down',
  '/cards/__proto__/toString',
  '/cards/openers/what-i-put-down/more',
])('There is no page at %s', async (path) => {
  expect((await page(path, 'host')).status).toBe(404);
});

test('The filters are the address, and the form shows them again', async () => {
  const { body } = await page('/cards?kind=opener&minutes=10&people=12&q=', 'member');
  expect(body).toContain('One card.');
  expect(body).toContain('What I put down to be here');
  expect(body).not.toContain('Troika consulting');
  for (const chosen of ['opener', '10', '12']) {
    expect(body).toMatch(new RegExp(`<option value="${chosen}" selected`));
  }
});

test('Words are found, and shown as words', async () => {
  const { body } = await page(`/cards?q=${encodeURIComponent('"><b>lost')}`, 'member');
  expect(body).toContain('value="&quot;&gt;&lt;b&gt;lost"');
  const none = (await page('/cards?q=xylophone', 'member')).body;
  expect(none).toContain('No card fits all of that.');
  expect(none).toContain('href="/cards?q=burnout"');
  const longer = (await page('/cards?q=burnout&people=12&kind=closing', 'member')).body;
  expect(longer).toContain('of another kind, length or group.');
  const ring = (await page('/cards?q=reciprocity+ring', 'member')).body;
  expect(ring).toContain('The reciprocity ring');
  expect(ring).not.toContain('The left-hand column');
});

test('A card leads to a thread in each of the viewer’s circles, and to none without a circle', async () => {
  const { body } = await page(card, 'member');
  const path = `/circles/${circle}/threads/new?deck=openers&amp;card=what-i-put-down`;
  expect(body).toContain(`href="${path}"`);
  expect((await page(card, 'stranger')).body).not.toContain('Start a thread');
});

test('A facilitator puts a card on the agenda of a coming session; a member cannot', async () => {
  const form = /<form[^>]*action="(\/circles\/[^"]*\/agenda)"/g;
  const agendas = async (as: keyof typeof people) =>
    [...(await page(card, as)).body.matchAll(form)].map(([, action]) => action);
  expect(await agendas('facilitator')).toEqual([]);

  const past = await session(-7);
  const next = await session(7);
  const path = (id: number) => `/circles/${circle}/sessions/${id}/agenda`;
  expect(past).not.toBe(next);
  expect(await agendas('facilitator')).toEqual([path(next)]);
  expect(await agendas('member')).toEqual([]);
  expect((await page(`${card}.data`, 'member')).body).not.toContain('startsAt');

  const { body } = await page(card, 'host');
  expect(body).toContain('name="deck" value="openers"');
  expect(body).toContain('name="card" value="what-i-put-down"');
  const later = await session(14);
  expect(await agendas('host')).toEqual([path(next), path(later)]);
});

/** A session of the circle, so many days from now. */
async function session(days: number): Promise<number> {
  const { host } = people;
  if (!host) throw new Error('The host has not come yet.');
  const { id } = await db
    .insertInto('session')
    .values({
      circle_id: host.memberships[0]?.circle.id ?? 0,
      title: 'Chapter four',
      starts_at: new Date(Date.now() + days * 86_400_000),
      time_zone: 'Europe/Madrid',
      minutes: 60,
      calendar_uid: randomUUID(),
      created_by: host.personId,
      submission_key: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

test('Cards of a deck lead to one another', async () => {
  const { body } = await page('/cards/openers/how-much-of-you-is-here', 'member');
  expect(body).toContain('href="/cards/openers/what-i-put-down"');
  expect(body).toContain('href="/cards/openers/the-no-you-did-not-say"');
});

test('A thread starts in the only circle at once; who is in two chooses one, who is in none cannot', async () => {
  const [one, both] = [await person('Tomasz'), await person('Amara')];
  const [first, second] = [
    await circleOf({ members: [one, both] }),
    await circleOf({ members: [both] }),
  ];
  const waysOf = async (who: Viewer) => {
    const { body } = await ask(card, { cookie: await signInCookie(await viewer(who)) });
    const links = [...body.matchAll(/href="\/circles\/([^/]+)\/threads\/new\?deck=/g)];
    return {
      circles: links.map(([, slug]) => slug),
      isAsked: body.includes('Start a thread from this</summary>'),
    };
  };
  const [alone, either] = [await waysOf(one), await waysOf(both)];
  expect(alone.circles).toEqual([first.slug]);
  expect(either.circles.sort()).toEqual([first.slug, second.slug].sort());
  expect((await waysOf(await person('Lena'))).circles).toEqual([]);
  expect([alone.isAsked, either.isAsked]).toEqual([false, true]);
});
