import { hash } from '@node-rs/argon2';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Admin, Viewer } from '#app/access/proofs.ts';
import { currentSignIn } from '#app/access/sign-in.server.ts';
import { newAccountLink } from '#app/accounts/commands/account-links.server.ts';
import { changePassword } from '#app/accounts/commands/change-password.server.ts';
import { hashPassword } from '#app/accounts/rules/passwords.server.ts';
import { passOnHosting } from '#app/circles/commands/pass-on-hosting.server.ts';
import { hashToken } from '#app/platform/token.server.ts';
import { deactivatePerson } from '#app/site/commands/administer-people.server.ts';
import { db } from '#db/database.server.ts';
import { account, administrator, carried, elsewhere, PASSWORD } from '#tests/accounts/given.ts';
import { inThisOrder, personRow, signInsOf } from '#tests/accounts/held.ts';
import { type Answer, ask, signInCookie } from '#tests/support/ask.ts';

const NEW = 'seven herons at low tide';
const TRIES = 5;

let admin: Admin;
beforeAll(async () => {
  admin = await administrator();
});

const signIn = (email: string, password = PASSWORD) =>
  ask('/sign-in', { form: { email, password }, ip: elsewhere() });

/** Links as the mail has them. */
const resetLink = async ({ personId, email }: Viewer) =>
  `/reset-password/${await newAccountLink(db, 'reset-password', personId, email)}`;
const confirmLink = async ({ personId }: Viewer, email: string) =>
  `/confirm-email/${await newAccountLink(db, 'confirm-email', personId, email)}`;

/** What ends sign-ins: made ready for a person, then done; and how many sign-ins are left by it. */
const enders = {
  'a reset of the password': {
    left: 1,
    async ready(who: Viewer) {
      const link = await resetLink(who);
      return () => ask(link, { form: { password: NEW }, ip: elsewhere() });
    },
  },
  'a change of the password': {
    left: 1,
    async ready(who: Viewer) {
      const cookie = await signInCookie(who);
      const form = { currentPassword: PASSWORD, newPassword: NEW };
      return () => ask('/account/password', { cookie, form });
    },
  },
  deactivation: {
    left: 0,
    async ready(who: Viewer) {
      return () => deactivatePerson(admin, who.personId, passOnHosting);
    },
  },
};

/** The sign-ins that survived what should have ended them: one for each try, 0 or more. */
async function survivors(
  ender: keyof typeof enders,
  race: (who: Viewer, begin: () => Promise<unknown>, end: () => Promise<unknown>) => unknown,
): Promise<number[]> {
  const found: number[] = [];
  for (let i = 0; i < TRIES; i++) {
    const amara = await account();
    const end = await enders[ender].ready(amara);
    await race(amara, () => signIn(amara.email), end);
    found.push((await signInsOf(amara)) - enders[ender].left);
  }
  return found;
}

const none = Array(TRIES).fill(0);

describe.each(Object.keys(enders) as (keyof typeof enders)[])('%s', (ender) => {
  test('that comes first keeps a sign-in by the old password from being written', async () => {
    const found = await survivors(ender, ({ personId }, begin, end) =>
      inThisOrder(personRow(personId), [end, begin]),
    );
    expect(found).toEqual(none);
  });

  test('that comes second ends it', async () => {
    const found = await survivors(ender, ({ personId }, begin, end) =>
      inThisOrder(personRow(personId), [begin, end]),
    );
    expect(found).toEqual(none);
  });

  test('leaves none that came at the same time', async () => {
    const found = await survivors(ender, (_, begin, end) =>
      Promise.all([begin(), begin(), begin(), end()]),
    );
    expect(found).toEqual(none);
  });
});

test('who signed in too late is told to sign in again, and has no cookie of it', async () => {
  const amara = await account();
  const end = await enders['a reset of the password'].ready(amara);
  const [, late] = await inThisOrder<Answer>(personRow(amara.personId), [
    end,
    () => signIn(amara.email),
  ]);
  expect(late).toMatchObject({ status: 303, location: '/sign-in' });
  expect(late?.cookies.join()).not.toMatch(/octavo_(sign_in|known)/);
  const page = await ask('/sign-in', { cookie: carried(late?.cookies ?? []) });
  expect(page.body).toContain('Please sign in again.');
});

describe('a reset', () => {
  test('has the last word against a change by somebody who knew the old password', async () => {
    for (let i = 0; i < TRIES; i++) {
      const amara = await account();
      const thief = await signInCookie(amara);
      const link = await resetLink(amara);
      const form = { currentPassword: PASSWORD, newPassword: 'the thief was here first' };
      const [reset, change] = await inThisOrder(personRow(amara.personId), [
        () => ask(link, { form: { password: NEW } }),
        () => ask('/account/password', { cookie: thief, form }),
      ]);
      expect(reset?.location).toBe('/');
      expect(change?.status).toBe(422);
      expect((await ask('/account', { cookie: carried(reset?.cookies ?? []) })).status).toBe(200);
      expect((await ask('/account', { cookie: thief })).status).toBe(302);
      expect((await signIn(amara.email, form.newPassword)).status).toBe(422);
    }
  });

  test('has the last word against a change of the address by a sign-in it ends', async () => {
    for (let i = 0; i < TRIES; i++) {
      const amara = await account();
      const thief = await signInCookie(amara);
      const theirs = `thief-${i}-${amara.email}`;
      const confirm = await confirmLink(amara, theirs);
      const link = await resetLink(amara);
      const [reset, change] = await inThisOrder(personRow(amara.personId), [
        () => ask(link, { form: { password: NEW } }),
        () => ask(confirm, { cookie: thief, form: {} }),
      ]);
      expect(reset?.location).toBe('/');
      expect(change?.status).toBe(422);
      expect((await signIn(amara.email, NEW)).status).toBe(303);
      expect((await ask(confirm)).status).toBe(404);
    }
  });

  test('comes too late once the address was changed', async () => {
    const amara = await account();
    const cookie = await signInCookie(amara);
    const next = `next-${amara.email}`;
    const confirm = await confirmLink(amara, next);
    const link = await resetLink(amara);
    const [changed, reset] = await inThisOrder(personRow(amara.personId), [
      () => ask(confirm, { cookie, form: {} }),
      () => ask(link, { form: { password: NEW } }),
    ]);
    expect(changed?.status).toBe(303);
    expect(reset?.status).toBe(422);
    expect((await signIn(next)).status).toBe(303);
  });

  test('by two mails at once is one reset, and neither waits for the other', async () => {
    for (let i = 0; i < TRIES; i++) {
      const amara = await account();
      const links = [await resetLink(amara), await resetLink(amara)];
      const answers = await inThisOrder(
        personRow(amara.personId),
        links.map((link) => () => ask(link, { form: { password: NEW } })),
      );
      expect(answers.map(({ status }) => status)).toEqual([303, 422]);
      expect(await signInsOf(amara)).toBe(1);
    }
  });

  test('asked for before the password was changed does not work after it', async () => {
    const amara = await account();
    const link = await resetLink(amara);
    const cookie = await signInCookie(amara);
    const form = { currentPassword: PASSWORD, newPassword: NEW };
    const [changed, reset] = await inThisOrder(personRow(amara.personId), [
      () => ask('/account/password', { cookie, form }),
      () => ask(link, { form: { password: 'whoever reads the mail' } }),
    ]);
    expect(changed?.location).toBe('/account');
    expect(reset?.status).toBe(422);
    expect((await signIn(amara.email, NEW)).status).toBe(303);
  });
});

test('closing an account and confirming its address do not wait for each other', async () => {
  for (let i = 0; i < TRIES; i++) {
    const amara = await account();
    const confirm = await confirmLink(amara, amara.email);
    const [closed, confirmed] = await inThisOrder<unknown>(personRow(amara.personId), [
      () => deactivatePerson(admin, amara.personId, passOnHosting),
      () => ask(confirm, { form: {} }),
    ]);
    expect(closed).toMatchObject({ ok: true });
    expect(confirmed).toMatchObject({ status: 422 });
  }
});

test('an ended sign-in that was just being prolonged stays ended', async () => {
  const amara = await account();
  const cookie = await signInCookie(amara);
  const tokenHash = hashToken(cookie.split('=')[1] ?? '');
  const mine = (expires_at: Date) =>
    db.updateTable('sign_in').set({ expires_at }).where('token_hash', '=', tokenHash).execute();
  await mine(new Date(Date.now() + 24 * 60 * 60 * 1000));

  const [prolonged] = await inThisOrder(
    (tx) => tx.deleteFrom('sign_in').where('token_hash', '=', tokenHash).execute(),
    [() => currentSignIn(cookie)],
  );

  expect(prolonged).toBeNull();
  expect(await signInsOf(amara)).toBe(0);
});

test('two sign-ins that replace the same old hash both begin', async () => {
  const amara = await account();
  const password_hash = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  await db.updateTable('person').set({ password_hash }).where('id', '=', amara.personId).execute();
  const answers = await inThisOrder(personRow(amara.personId), [
    () => signIn(amara.email),
    () => signIn(amara.email),
  ]);
  expect(answers.map(({ location }) => location)).toEqual(['/', '/']);
  expect(await signInsOf(amara)).toBe(2);
});

test('an old hash that a change takes the place of lets nobody in', async () => {
  const amara = await account();
  const password_hash = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  await db.updateTable('person').set({ password_hash }).where('id', '=', amara.personId).execute();
  const changed = await hashPassword(NEW);
  const [late] = await inThisOrder(
    (tx) =>
      tx
        .updateTable('person')
        .set({ password_hash: changed })
        .where('id', '=', amara.personId)
        .execute(),
    [() => signIn(amara.email)],
  );
  expect(late?.status).toBe(422);
  expect(await signInsOf(amara)).toBe(0);
  expect((await signIn(amara.email, NEW)).location).toBe('/');
});

test('of two changes at once by the same old password, one is made', async () => {
  const amara = await account();
  const change = (newPassword: string) => () =>
    changePassword(amara, { currentPassword: PASSWORD, newPassword }, '');
  const answers = await inThisOrder(personRow(amara.personId), [
    change(NEW),
    change('a second one at once'),
  ]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
  expect((await signIn(amara.email, NEW)).location).toBe('/');
});
