import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { closeChoice } from '#app/choosing/commands/close-choice.server.ts';
import { choosing, now, ranks } from '#tests/choosing/support.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { manifest } from '#tests/support/server-build.ts';
import { db } from '#tests/support/set-up.ts';
import { pathOf, variants } from './paths.ts';

// Nobody may tell how the others rank. So whatever a member or the host asks, the answer is the same
// to the letter however they rank, as long as as many have ranked.

let made: Awaited<ReturnType<typeof choosing>>;
let params: Record<string, string | number>;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  // Pages that show what time it is say the same at each asking.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date() });
  made = await choosing('Noor', 'Sam', 'Lena', 'Priya');
  cookies.member = await signInCookie((made.members[0] as Member).viewer);
  cookies.host = await signInCookie(made.host.viewer);
  params = {
    ...{ circle: made.circle.slug, choice: made.choiceId, proposal: made.a, person: 1 },
    ...{ deck: 'openers', card: 'who-taught-you-that', book: 1, reading: 1, session: 1 },
    ...{ poll: 1, series: 1, commitment: 1, recipe: 'first-meeting', use: 1 },
    ...{
      told: 1,
      thread: 1,
      note: 1,
      invitation: 1,
      request: 1,
      place: 1,
      token: 'none',
      message: 'none',
    },
  };
});

afterAll(() => {
  vi.useRealTimers();
});

/** Every route that shows something of a circle. */
const everyRoute = Object.values(manifest).flatMap((route) =>
  route?.module.loader && (route.index || route.path?.startsWith('circles')) ? [route.id] : [],
);

/** What every route answers, as a page and as data, without the keys of forms: they are always new. */
async function answersTo(who: string): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const cookie = cookies[who];
  for (const id of everyRoute) {
    const path = pathOf(id, (name) => params[name]);
    for (const asked of variants(id, path).slice(0, 2)) {
      const { status, location, body } = await ask(asked, { cookie });
      const plain = body.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'KEY');
      answers.set(asked, `${status} ${location} ${plain}`);
    }
  }
  return answers;
}

const different = (one: Map<string, string>, other: Map<string, string>) =>
  [...one].flatMap(([path, body]) => (other.get(path) === body ? [] : [path]));

test('while it is open, no answer depends on how the others rank', async () => {
  const { members, choiceId, a, b, c } = made;
  const [, sam, lena, priya] = members as [Member, Member, Member, Member];
  for (const who of [sam, lena, priya]) await ranks(who, choiceId, a, b, c);
  // The first look at the choice reads what the inbox says of it: the count is less from then on.
  const page = `/circles/${params.circle}/choosing/${choiceId}`;
  for (const cookie of Object.values(cookies)) await ask(page, { cookie });
  const before = new Map<string, Map<string, string>>();
  for (const who of Object.keys(cookies)) before.set(who, await answersTo(who));
  const shown = before.get('member')?.get(page);
  expect(shown).toContain('Three of five have ranked.');
  for (const who of [sam, lena, priya]) await ranks(who, choiceId, c, b);
  for (const who of Object.keys(cookies)) {
    expect(different(before.get(who) ?? new Map(), await answersTo(who)), who).toEqual([]);
  }
});

test('nor does a job, while it is open; and once it has closed, nothing says who ranked how', async () => {
  const { choiceId } = made;
  const { rows } = await sql<{ job: string }>`
    select payload::text as job from graphile_worker._private_jobs
    where payload::text like ${`%"choiceId":${choiceId},%`}`.execute(db);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ job }) => /rank|ballot|vote/.test(job))).toEqual([]);
  const open = await answersTo('member');
  await closeChoice(made.host, choiceId, { now });
  const closed = await answersTo('member');
  // The test above can tell answers apart: this one is another, and says the count.
  const page = `/circles/${params.circle}/choosing/${choiceId}`;
  expect(different(open, closed)).toContain(page);
  expect(closed.get(page)).toContain('has all three votes');
  expect(closed.get(page)).not.toMatch(/Sam|Lena|Priya/);
  const left = await db.selectFrom('ballot').select('person_id').execute();
  expect(left).toEqual([]);
});

test('a ballot that is refused says nothing about another', async () => {
  const other = await choosing('Noor', 'Sam');
  const [noor, sam] = other.members as [Member, Member];
  await ranks(sam, other.choiceId, other.c, other.a);
  const cookie = await signInCookie(noor.viewer);
  const path = `/circles/${other.circle.slug}/choosing/${other.choiceId}/ballot`;
  const form = {
    version: '7',
    'ranks[0].proposal': String(other.a),
    'ranks[0].rank': '1',
    'ranks[1].proposal': String(other.b),
    'ranks[1].rank': '1',
    key: randomUUID(),
  };
  const refused = await ask(path, { cookie, form });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('Two books are first.');
  expect(refused.body).not.toContain('What is kept now');
});
