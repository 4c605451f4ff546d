import { describe, expect, test } from 'vitest';
import { endDemoSignIns, newDemoSignInLink } from '#app/accounts/commands/account-links.server.ts';
import { tidyAccounts } from '#app/accounts/commands/tidy.server.ts';
import { hashToken } from '#app/platform/token.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { account, carried } from '#tests/accounts/given.ts';
import { inThisOrder, signInsOf } from '#tests/accounts/held.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';

const follow = (link: string) => ask(link, { form: {}, demo: true });
const account200 = async (cookie: string) => (await ask('/account', { cookie })).status === 200;

const expire = (link: string) =>
  db
    .updateTable('account_link')
    .set({ expires_at: new Date() })
    .where('token_hash', '=', hashToken(link.split('/').at(-1) ?? ''))
    .execute();

describe('a link of the demo community', () => {
  test('signs in by a button, as often as wanted, until it expires', async () => {
    const noor = await account({ name: 'Noor' });
    const link = await newDemoSignInLink(noor.personId);
    const page = await ask(link, { demo: true });
    expect(page.body).toContain('Look around as Noor');
    expect(page.cookies).toEqual([]);

    for (let i = 0; i < 2; i++) {
      const answer = await follow(link);
      expect(answer.location).toBe('/');
      const cookie = carried(answer.cookies);
      expect((await ask('/account', { cookie })).body).toContain(noor.email);
    }

    await expire(link);
    expect((await ask(link, { demo: true })).status).toBe(404);
    expect((await follow(link)).status).toBe(422);
  });

  test('does nothing in a process that does not show the demo', async () => {
    const noor = await account({ name: 'Noor' });
    const link = await newDemoSignInLink(noor.personId);

    const page = await ask(link);
    expect(page.status).toBe(404);
    expect(page.body).not.toContain('Noor');
    const posted = await ask(link, { form: {} });
    expect(posted.status).toBe(422);
    expect(posted.cookies).toEqual([]);
    expect(await signInsOf(noor)).toBe(0);
  });

  test('does not open a closed account', async () => {
    const mallory = await account({ name: 'Mallory' });
    const link = await newDemoSignInLink(mallory.personId);
    await db.insertInto('person_deactivation').values({ person_id: mallory.personId }).execute();
    expect((await follow(link)).status).toBe(422);
  });
});

describe('a sign-in by such a link', () => {
  test('ends with the demo, and no other does', async () => {
    const noor = await account({ name: 'Noor' });
    const link = await newDemoSignInLink(noor.personId);
    const byLink = carried((await follow(link)).cookies);
    const byPassword = await signInCookie(noor);
    expect(await account200(byLink)).toBe(true);

    await endDemoSignIns();

    expect(await account200(byLink)).toBe(false);
    expect(await account200(byPassword)).toBe(true);
    expect((await ask(link, { demo: true })).status).toBe(404);
    expect((await follow(link)).status).toBe(422);
  });

  test('ends with its own link when that is tidied away', async () => {
    const noor = await account({ name: 'Noor' });
    const [first, second] = [
      await newDemoSignInLink(noor.personId),
      await newDemoSignInLink(noor.personId),
    ];
    const [byFirst, bySecond] = [
      carried((await follow(first)).cookies),
      carried((await follow(second)).cookies),
    ];
    await expire(first);
    await tidyAccounts();
    expect(await account200(byFirst)).toBe(false);
    expect(await account200(bySecond)).toBe(true);
  });

  test('does not survive an end of the demo that comes at the same time', async () => {
    for (let i = 0; i < 10; i++) {
      const noor = await account({ name: 'Noor' });
      const link = await newDemoSignInLink(noor.personId);
      const held = (tx: Tx) =>
        tx.selectFrom('account_link').select('token_hash').forUpdate().execute();
      const acts: (() => Promise<unknown>)[] = [() => follow(link), endDemoSignIns];
      await inThisOrder(held, i % 2 ? acts : acts.reverse());
      expect(await signInsOf(noor)).toBe(0);
    }
  });
});
