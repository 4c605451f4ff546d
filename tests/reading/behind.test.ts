import { beforeEach, expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { saveProgress } from '#app/reading/progress/commands/save-progress.server.ts';
import { standingIn } from '#app/reading/progress/queries/standing.server.ts';
import { mostBehind, type Stood } from '#app/reading/progress/rules/standing.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person } from '#tests/support/cast.ts';
import { choiceForm, readingIn } from './planned.ts';

const OFFER = 'Most of the circle is behind the plan.';

let circle: CastCircle;
let members: Member[];
let readingId: number;
let ids: number[];

beforeEach(async () => {
  const names = ['Noor', 'Rui', 'Tomasz', 'Amara', 'Priya'] as const;
  circle = await circleOf({ members: await Promise.all(names.map((name) => person(name))) });
  ({ members } = circle);
  ({ readingId, ids } = await readingIn(circle.host));
});

/** So many members have not begun; two chapters were due three days ago. */
async function fallBehind(count: number) {
  for (const member of members.slice(0, count)) {
    await saveProgress(member, readingId, { what: 'place', percent: 0 });
  }
}

async function pageOf(who: Member, path = '') {
  const cookie = await signInCookie(who.viewer);
  return (await ask(`/circles/${circle.slug}${path}`, { cookie })).body;
}

async function isOffered(who: Member) {
  const reading = await readingOf(who, readingId);
  return (await standingIn(who, reading ?? expect.fail('no reading'))).offerReplan;
}

test('planning anew is offered to whoever plans once most are behind, and not before', async () => {
  await fallBehind(3);
  await saveProgress(members[3] as Member, readingId, { what: 'place', percent: 50 });
  expect(await pageOf(circle.host)).not.toContain(OFFER);
  await fallBehind(4);
  const replanning = `/circles/${circle.slug}/reading/${readingId}/replanning`;
  for (const path of ['', '/reading', `/reading/${readingId}`]) {
    const body = await pageOf(circle.host, path);
    expect(body).toContain(OFFER);
    expect(body).toContain(`href="${replanning}"`);
  }
  expect(await pageOf(members[4] as Member)).not.toContain(OFFER);
  expect([await isOffered(circle.host), await isOffered(members[4] as Member)]).toEqual([
    true,
    false,
  ]);
});

test('it goes once they have read on', async () => {
  await fallBehind(4);
  const [noor] = members as [Member];
  const read = { what: 'upTo', sectionId: ids[1] ?? 0, back: 'circle' } as const;
  await saveProgress(noor, readingId, read);
  expect(await pageOf(circle.host)).not.toContain(OFFER);
});

test('it goes once the rest is planned anew, from where the circle is', async () => {
  await fallBehind(5);
  const cookie = await signInCookie(circle.host.viewer);
  const at = `/circles/${circle.slug}/reading/${readingId}/replanning?upTo=0`;
  const form = choiceForm(await ask(at, { cookie }), 'Squeeze the rest');
  expect((await ask(at, { cookie, form })).status).toBe(303);
  expect(await pageOf(circle.host)).not.toContain(OFFER);
});

test('it is never said where it would tell of one person', () => {
  const one = (behind: boolean, { said = true, shares = false } = {}): Stood => ({
    ...{ stage: behind ? 0 : 2, behind, said, shares },
  });
  const [late, well] = [one(true), one(false)];
  const named = one(true, { shares: true });
  expect(mostBehind(well, [late, late, late, well])).toBe(true);
  expect(mostBehind(late, [late, late, well])).toBe(true);
  // Half is not most.
  expect(mostBehind(well, [late, late, well])).toBe(false);
  // All three others would have to be.
  expect(mostBehind(well, [late, late, late])).toBe(false);
  expect(mostBehind(well, [late, late, late, late, late, one(false, { shares: true })])).toBe(true);
  expect(mostBehind(well, [late, late, late, one(false, { shares: true })])).toBe(false);
  // Two are named, so that of the others one is enough.
  expect(mostBehind(well, [named, named, late, well, well])).toBe(false);
  expect(mostBehind(well, [named, named, late, late, well])).toBe(true);
  // Three have said anything; the others are taken to be where the plan is.
  const silent = one(false, { said: false });
  expect(mostBehind(late, [late, late, silent, silent])).toBe(false);
});
