import { describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { keepApart } from '#app/mentoring/apart/commands/keep-apart.server.ts';
import { forgetTakenOff, putBack, takeOff } from '#app/mentoring/apart/commands/take-off.server.ts';
import { apartPage } from '#app/mentoring/apart/queries/apart-page.server.ts';
import {
  keptApartAmong,
  keptApartFrom,
  unsuggestedFor,
} from '#app/mentoring/apart/queries/kept-apart.server.ts';
import { MOST_KEPT_APART } from '#app/mentoring/apart/rules.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

async function scene() {
  const [noor, rui, tomasz] = [await person('Noor'), await person('Rui'), await person('Tomasz')];
  const circle = await circleOf({ members: [noor, rui] });
  return { circle, noor: await viewer(noor), rui: await viewer(rui), tomasz };
}

const byAccount = (keeper: Viewer, other: Viewer) =>
  keepApart(keeper, { personId: other.personId, address: null });
const byAddress = (keeper: Viewer, address: string) =>
  keepApart(keeper, { personId: null, address });

const entryOf = async ({ personId }: Viewer) =>
  (
    await db
      .selectFrom('keep_apart')
      .select('id')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
  ).id;

/** What following the link to a new address does. */
async function moveTo(who: Viewer, email: string) {
  await db
    .insertInto('address_before')
    .values({ person_id: who.personId, email: who.email })
    .execute();
  await db.updateTable('person').set({ email }).where('id', '=', who.personId).execute();
}

describe('whom somebody keeps apart', () => {
  test('one of their circles, by their account: nothing suggests either to the other', async () => {
    const { noor, rui, tomasz } = await scene();
    expect(await byAccount(noor, rui)).toEqual({ ok: true });
    expect(await keptApartFrom(noor)).toEqual([rui.personId]);
    expect(await keptApartFrom(rui)).toEqual([]);
    expect(await unsuggestedFor(noor.personId)).toEqual([rui.personId]);
    expect(await unsuggestedFor(rui.personId)).toEqual([noor.personId]);
    expect(await unsuggestedFor(tomasz.personId)).toEqual([]);
  });

  test('not oneself, by account or address, nor somebody of no circle of theirs', async () => {
    const { noor, tomasz } = await scene();
    expect(await byAccount(noor, noor)).toMatchObject({ reason: 'oneself' });
    expect(await byAddress(noor, noor.email.toUpperCase())).toMatchObject({
      reason: 'own-address',
    });
    expect(await byAccount(noor, tomasz)).toMatchObject({ reason: 'not-around' });
    expect(await byAccount(noor, { ...tomasz, personId: 999_999_999 })).toMatchObject({
      reason: 'not-around',
    });
  });

  test('whoever has an address, however it is written, also once they make an account', async () => {
    const { noor, tomasz } = await scene();
    await byAddress(noor, tomasz.email.toUpperCase());
    expect(await keptApartFrom(noor)).toEqual([tomasz.personId]);
    await byAddress(noor, `later-${noor.personId}@example.org`);
    expect(await keptApartFrom(noor)).toHaveLength(1);
    const later = await person('Lena', { email: `Later-${noor.personId}@example.org` });
    expect(await keptApartFrom(noor)).toEqual([tomasz.personId, later.personId]);
    expect(await unsuggestedFor(later.personId)).toEqual([noor.personId]);
  });

  test('they stay so when they change their address; who had it long before is not meant', async () => {
    const { noor, rui, tomasz } = await scene();
    const listed = `first-${noor.personId}@example.org`;
    await db
      .insertInto('address_before')
      .values({ person_id: rui.personId, email: listed, until: new Date('2020-01-01') })
      .execute();
    await db
      .updateTable('person')
      .set({ email: listed })
      .where('id', '=', tomasz.personId)
      .execute();
    await byAddress(noor, listed);
    await moveTo(await viewer(tomasz), `second-${noor.personId}@example.org`);
    expect(await keptApartFrom(noor)).toEqual([tomasz.personId]);
    expect(await unsuggestedFor(tomasz.personId)).toEqual([noor.personId]);
    expect(await unsuggestedFor(rui.personId)).toEqual([]);
  });

  test('the same person twice is one; taken off once, they are still kept apart', async () => {
    const { noor, rui } = await scene();
    await keepApart(noor, { personId: rui.personId, address: rui.email });
    const { kept } = await apartPage(noor);
    expect(kept.map(({ name, address }) => name ?? address).sort()).toEqual(
      ['Rui', rui.email].sort(),
    );
    expect(await keptApartFrom(noor)).toEqual([rui.personId]);
    await takeOff(noor, kept.find(({ name }) => name)?.id ?? 0);
    expect(await keptApartFrom(noor)).toEqual([rui.personId]);
    await takeOff(noor, kept.find(({ address }) => address)?.id ?? 0);
    expect(await keptApartFrom(noor)).toEqual([]);
  });

  test('somebody who left, and whose account is closed, stays on the list', async () => {
    const { circle, noor, rui } = await scene();
    await byAccount(noor, rui);
    await db
      .deleteFrom('membership')
      .where('circle_id', '=', circle.id)
      .where('person_id', '=', rui.personId)
      .execute();
    await db
      .insertInto('person_deactivation')
      .values({ person_id: rui.personId, by_person_id: noor.personId })
      .execute();
    const page = await apartPage(noor);
    expect(page.kept).toMatchObject([{ name: 'Rui' }]);
    expect(page.people.map(({ name }) => name)).toEqual(['Ines']);
    expect(await keptApartFrom(noor)).toEqual([rui.personId]);
  });

  test('of whom an ask would reach, who is there by an address alone is not named', async () => {
    const { circle, noor, rui } = await scene();
    const all = [rui.personId, circle.host.personId];
    expect(await keptApartAmong(noor, all)).toEqual({ named: [], unnamed: false });
    await byAddress(noor, circle.host.viewer.email);
    expect(await keptApartAmong(noor, all)).toEqual({ named: [], unnamed: true });
    expect(await keptApartAmong(noor, [rui.personId])).toEqual({ named: [], unnamed: false });
    await byAccount(noor, rui);
    expect(await keptApartAmong(noor, all)).toEqual({ named: [rui.personId], unnamed: true });
  });
});

describe('the list', () => {
  test('takes the same twice as one, and gives no word of whether an address is known', async () => {
    const { noor, rui } = await scene();
    const cookie = await signInCookie(noor);
    const send = (address: string) =>
      ask('/account/apart', { cookie, form: { person: '', address } });
    const known = await send(rui.email);
    const unknown = await send('nobody-here@example.org');
    expect([known.status, known.location]).toEqual([unknown.status, unknown.location]);
    expect(known.cookies).toEqual(unknown.cookies);
    await send(rui.email.toUpperCase());
    expect((await apartPage(noor)).kept).toHaveLength(2);
    const { body } = await ask('/account/apart', { cookie });
    expect(body).toContain(rui.email);
  });

  test('keeps what was typed beside what is wrong with it', async () => {
    const { noor } = await scene();
    const cookie = await signInCookie(noor);
    const send = (form: Record<string, string>) => ask('/account/apart', { cookie, form });
    const odd = await send({ person: '', address: 'my boss' });
    expect(odd.status).toBe(422);
    expect(odd.body).toContain('value="my boss"');
    expect(odd.body).toContain('does not look like an email address');
    expect((await send({ person: '', address: '' })).body).toContain('Choose somebody');
    expect((await send({ person: '999999999', address: '' })).body).toContain(
      'in none of your circles',
    );
  });

  test('holds fifty, also when two come at once', async () => {
    const { noor } = await scene();
    await db
      .insertInto('keep_apart')
      .values(
        Array.from({ length: MOST_KEPT_APART - 1 }, (_, n) => ({
          ...{ person_id: noor.personId, address: `${n}@example.org` },
          address_key: `${n}@example.org`,
        })),
      )
      .execute();
    const two = await Promise.all(
      ['a@example.org', 'b@example.org'].map((a) => byAddress(noor, a)),
    );
    expect(two.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(two.find(({ ok }) => !ok)).toMatchObject({ reason: 'full' });
  });

  test('gives back what was taken off, for a day, to its keeper', async () => {
    const { noor, rui, tomasz } = await scene();
    await byAccount(noor, rui);
    const entry = await entryOf(noor);
    expect(await takeOff(rui, entry)).toBeNull();
    expect(await keptApartFrom(noor)).toHaveLength(1);
    expect(await takeOff(noor, entry)).toBe(true);
    expect(await takeOff(noor, entry)).toBe(true);
    expect(await putBack(tomasz, entry)).toBeNull();
    expect(await keptApartFrom(noor)).toEqual([]);
    await forgetTakenOff();
    expect(await putBack(noor, entry)).toEqual({ ok: true });
    expect(await keptApartFrom(noor)).toEqual([rui.personId]);
    await takeOff(noor, entry);
    await forgetTakenOff(new Date(Date.now() + 25 * 60 * 60 * 1000));
    expect(await putBack(noor, entry)).toBeNull();
  });

  test('takes anew what was taken off, and undoes that no further', async () => {
    const { noor, rui } = await scene();
    await byAccount(noor, rui);
    await takeOff(noor, await entryOf(noor));
    expect(await byAccount(noor, rui)).toEqual({ ok: true });
    expect((await apartPage(noor)).kept).toHaveLength(1);
  });

  test('lifts a block, once asked, and only for who blocked', async () => {
    const { noor, rui } = await scene();
    await db
      .insertInto('person_block')
      .values({ person_id: noor.personId, blocked_id: rui.personId })
      .execute();
    expect(await unsuggestedFor(rui.personId)).toEqual([noor.personId]);
    const path = (of: Viewer) => `/account/apart/blocks/${of.personId}/lifting`;
    const form = { confirmed: 'yes' };
    const by = await signInCookie(rui);
    expect((await ask(path(noor), { cookie: by })).status).toBe(404);
    await ask(path(noor), { cookie: by, form });
    expect(await unsuggestedFor(rui.personId)).toEqual([noor.personId]);
    const cookie = await signInCookie(noor);
    expect((await ask('/account/apart', { cookie })).body).toContain('Lift the block on Rui');
    expect((await ask(path(rui), { cookie })).body).toContain('Lift the block on');
    expect((await ask(path(rui), { cookie, form })).location).toBe('/account/apart');
    expect(await unsuggestedFor(rui.personId)).toEqual([]);
  });
});
