import { beforeEach, expect, test } from 'vitest';
import type { Member, Viewer } from '#app/access/proofs.ts';
import { setFavourite } from '#app/recipes/favourites/commands/set-favourite.server.ts';
import { favouritesOf, keepersOf } from '#app/recipes/favourites/queries/favourites.server.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { sessionIn } from '../sessions/support.ts';

const CARD = { kind: 'card', thing: 'closing-and-commitments/what-became-of-it' } as const;
const RECIPE = { kind: 'recipe', thing: 'first-meeting' } as const;

let circle: CastCircle;
let noor: Member;
beforeEach(async () => {
  circle = await circleOf({ members: [await person('Noor')] });
  noor = circle.members[0] as Member;
});

const as = async (who: Viewer, path: string, form?: Record<string, string>) =>
  ask(path, { cookie: await signInCookie(who), ...(form && { form }) });

test('a member keeps a card and a recipe for the circle, and everybody in it finds them', async () => {
  expect(await setFavourite(noor, { ...CARD, keep: true })).toEqual({ ok: true });
  expect(await setFavourite(circle.host, { ...RECIPE, keep: true })).toEqual({ ok: true });
  const kept = { cards: [CARD.thing], recipes: [RECIPE.thing] };
  expect(await favouritesOf(circle.host)).toEqual(kept);
  expect(await favouritesOf(noor)).toEqual(kept);
  expect(await favouritesOf((await circleOf()).host)).toEqual({ cards: [], recipes: [] });
});

test('many presses at once are one, and whoever was first stays written', async () => {
  await setFavourite(noor, { ...CARD, keep: true });
  await Promise.all(
    [noor, circle.host, noor, circle.host].map((who) => setFavourite(who, { ...CARD, keep: true })),
  );
  const rows = await db
    .selectFrom('favourite')
    .select('person_id')
    .where('circle_id', '=', circle.id)
    .execute();
  expect(rows).toEqual([{ person_id: noor.personId }]);
  await Promise.all([1, 2, 3].map(() => setFavourite(noor, { ...CARD, keep: false })));
  expect((await favouritesOf(noor)).cards).toEqual([]);
});

test('what there is not cannot be kept; what left its deck can be let go', async () => {
  for (const thing of ['openers/no-such-card', 'openers', 'a/b/c', '']) {
    expect(await setFavourite(noor, { kind: 'card', thing, keep: true })).toEqual({
      ok: false,
      reason: 'gone',
    });
  }
  await db
    .insertInto('favourite')
    .values({
      ...{ circle_id: circle.id, kind: 'recipe', thing: 'a-recipe-that-was' },
      person_id: noor.personId,
    })
    .execute();
  expect((await favouritesOf(noor)).recipes).toEqual(['a-recipe-that-was']);
  await setFavourite(noor, { kind: 'recipe', thing: 'a-recipe-that-was', keep: false });
  expect((await favouritesOf(noor)).recipes).toEqual([]);
});

test('with several circles one says for which', async () => {
  const second = await circleOf({ host: noor.viewer, name: 'Thursday leads' });
  const both = await viewer(noor.viewer);
  await setFavourite(second.host, { ...CARD, keep: true });
  const keepers = await keepersOf(both, CARD);
  expect(keepers.map(({ circle, keeps }) => [circle.name, keeps])).toEqual(
    expect.arrayContaining([
      ['Tuesday leads', false],
      ['Thursday leads', true],
    ]),
  );
  const page = await as(both, `/cards/${CARD.thing}`);
  for (const { slug } of [circle, second]) {
    expect(page.body).toContain(`/circles/${slug}/favourites`);
  }
});

test('in the browser one press keeps it, the same press lets it go, and it stands first when choosing', async () => {
  const sessionId = await sessionIn(circle.host, { agenda: [] });
  const path = `/circles/${circle.slug}/favourites`;
  const kept = await as(noor.viewer, path, { ...CARD, keep: 'yes' });
  expect(kept).toMatchObject({ status: 303, location: `/cards/${CARD.thing}` });
  const card = await as(noor.viewer, `/cards/${CARD.thing}`);
  expect(card.body).toMatch(/aria-pressed="true"[^>]*>[^<]*<span[^>]*>★/);

  const session = `/circles/${circle.slug}/sessions/${sessionId}`;
  const agenda = await as(circle.host.viewer, `${session}/agenda`);
  const favourites = agenda.body.indexOf('Favourites of the circle');
  expect(favourites).toBeGreaterThan(-1);
  expect(favourites).toBeLessThan(agenda.body.indexOf('What became of it'));

  const choosing = { ...RECIPE, keep: 'yes', session: String(sessionId) };
  const back = await as(circle.host.viewer, path, choosing);
  expect(back).toMatchObject({ status: 303, location: `${session}/recipe` });
  const list = await as(circle.host.viewer, `${session}/recipe`);
  expect(list.body.indexOf('href="/recipes/first-meeting"')).toBeLessThan(
    list.body.indexOf('href="/recipes/a-book-begins"'),
  );
  const gone = await as(noor.viewer, path, { ...CARD, keep: 'no' });
  expect(gone.status).toBe(303);
  expect((await favouritesOf(noor)).cards).toEqual([]);
});

test('nobody else keeps anything for a circle', async () => {
  const mallory = await person('Mallory');
  const path = `/circles/${circle.slug}/favourites`;
  expect((await as(mallory, path, { ...CARD, keep: 'yes' })).status).toBe(404);
  expect(await favouritesOf(noor)).toEqual({ cards: [], recipes: [] });
  expect(await keepersOf(mallory, CARD)).toEqual([]);
});
