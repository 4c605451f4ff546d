import { expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { resetJoinLink } from '#app/joining/commands/join-link.server.ts';
import { keepApart } from '#app/mentoring/apart/commands/keep-apart.server.ts';
import { invitationTo } from '#tests/circles/circle.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { type CastCircle, circleOf, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { tripsOf } from '#tests/support/trips.ts';

const WARNING = 'keep-apart list';

interface Door {
  circle: CastCircle;
  path: string;
}

/** The ways into a circle, each as it is before its button. */
const ways: Record<string, (circle: CastCircle, who: Viewer) => Promise<string>> = {
  'a join link': async ({ host }) => `/join/${await resetJoinLink(host, { days: 7 })}`,
  'an invitation': async (circle, { email }) =>
    `/join/${(await invitationTo(circle, email)).token}`,
  'an invitation to their own address': async (circle, who) => {
    const of = { person_id: who.personId, email: who.email };
    await db.insertInto('email_confirmed').values(of).execute();
    return `/invitations/${(await invitationTo(circle, who.email)).invitationId}`;
  },
  'asking for a seat': async ({ slug }) => `/circles/${slug}/about`,
  'having asked for one': async ({ id, slug }, { personId }) => {
    await db.insertInto('join_request').values({ circle_id: id, person_id: personId }).execute();
    return `/circles/${slug}/about`;
  },
  'a seat that is held': async ({ id, slug }, { personId }) => {
    const until = new Date(Date.now() + 60 * 60 * 1000);
    await db
      .insertInto('waiting_place')
      .values({
        ...{ circle_id: id, person_id: personId },
        ...{ offered_at: new Date(), offer_expires_at: until },
      })
      .execute();
    return `/circles/${slug}/seat`;
  },
  'standing in line': async ({ id, slug }, { personId }) => {
    await db.insertInto('waiting_place').values({ circle_id: id, person_id: personId }).execute();
    return `/circles/${slug}/seat`;
  },
};

/** Noor, who shares one circle with Rui and is at the door of another that he is in. */
async function atTheDoor(way: string) {
  const [noor, rui] = [await person('Noor'), await person('Rui')];
  await circleOf({ members: [noor, rui] });
  const circle = await circleOf({ visibility: 'listed', members: [rui] });
  const door: Door = { circle, path: (await ways[way]?.(circle, noor)) ?? expect.fail() };
  return { noor: await viewer(noor), rui, ...door };
}

test.each(Object.keys(ways))('by %s: said to the keeper alone, before the button', async (way) => {
  const { noor, rui, circle, path } = await atTheDoor(way);
  const cookie = await signInCookie(noor);
  const before = await ask(path, { cookie });
  expect(before.status).toBe(200);
  expect(before.body).not.toContain(WARNING);
  await keepApart(noor, { personId: rui.personId, address: null });
  const { body } = await ask(path, { cookie });
  expect(body).toContain(WARNING);
  const button = /<button type="submit"[^>]*class="btn btn-(primary|quiet|danger)/g;
  expect(body.slice(body.indexOf(WARNING))).toMatch(button);
  // Nobody who is in it, or looks at it, or is kept apart, reads of it.
  const others = [rui, circle.host.viewer, await person('Mallory')];
  for (const other of others) {
    for (const at of [path, `/circles/${circle.slug}`, `/circles/${circle.slug}/about`]) {
      const seen = await ask(at, { cookie: await signInCookie(other) });
      expect(seen.body).not.toContain(WARNING);
    }
  }
});

test('whoever is there by an address is meant too, and not named', async () => {
  const { noor, rui, path } = await atTheDoor('a join link');
  await keepApart(noor, { personId: null, address: rui.email });
  const { body } = await ask(path, { cookie: await signInCookie(noor) });
  expect(body).toContain(WARNING);
  expect(body).not.toContain(rui.email);
  expect(body).not.toContain('Rui');
});

test('nobody is warned of somebody whose account is closed', async () => {
  const { noor, rui, path } = await atTheDoor('a join link');
  await keepApart(noor, { personId: rui.personId, address: null });
  await db
    .insertInto('person_deactivation')
    .values({ person_id: rui.personId, by_person_id: rui.personId })
    .execute();
  const { body } = await ask(path, { cookie: await signInCookie(noor) });
  expect(body).not.toContain(WARNING);
});

test.each(['a join link', 'asking for a seat', 'a seat that is held'])(
  'by %s: it costs as many statements as no warning',
  async (way) => {
    const { noor, rui, path } = await atTheDoor(way);
    const warned = await atTheDoor(way);
    await keepApart(warned.noor, { personId: warned.rui.personId, address: rui.email });
    const looks = async (who: Viewer, at: string) => {
      const cookie = await signInCookie(who);
      return async () => {
        expect((await ask(at, { cookie })).status).toBe(200);
      };
    };
    const [plain, with_] = [await looks(noor, path), await looks(warned.noor, warned.path)];
    const [one, other] = await tripsOf(plain, plain, with_);
    expect(other).toEqual(one);
  },
);
