import { describe, expect, test } from 'vitest';
import { db } from '#db/database.server.ts';
import { account, address, carried, elsewhere, PASSWORD } from '#tests/accounts/given.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { viewer } from '#tests/support/cast.ts';
import { linkTo, mailTo } from '#tests/support/jobs.ts';

const NEW = 'seven herons at low tide';
const forget = (email: string, ip = elsewhere()) =>
  ask('/forgot-password', { form: { email }, ip });
const signIn = (email: string, password: string) =>
  ask('/sign-in', { form: { email, password }, ip: elsewhere() });

describe('asking for a new password', () => {
  test('answers alike whether or not there is an account', async () => {
    const amara = await account();
    const nobody = address('nobody');
    const known = await forget(amara.email);
    const unknown = await forget(nobody);
    expect({ ...known, headers: null }).toEqual({ ...unknown, headers: null });
    expect(known.location).toBe('/sign-in');
    expect(await mailTo(amara.email)).toHaveLength(1);
    expect(await mailTo(nobody)).toEqual([]);
  });

  test('is limited per address and per place, with or without an account', async () => {
    const amara = await account();
    const nobody = address('nobody');
    for (const email of [amara.email, nobody]) {
      for (let i = 0; i < 8; i++) expect((await forget(email)).status).toBe(303);
      const limited = await forget(email);
      expect(limited.status).toBe(429);
      expect(limited.headers.get('Retry-After')).toMatch(/^\d+$/);
      expect(limited.body).toContain(`value="${email}"`);
    }
    // Whoever used them up for somebody else has sent them links that work.
    expect(await mailTo(amara.email)).toHaveLength(8);
    expect((await ask(await linkTo(amara.email))).status).toBe(200);

    const ip = elsewhere();
    for (let i = 0; i < 30; i++) await forget(address(), ip);
    expect((await forget(address(), ip)).status).toBe(429);
  });

  test('does not write to a closed account', async () => {
    const mallory = await account({ name: 'Mallory' });
    await db.insertInto('person_deactivation').values({ person_id: mallory.personId }).execute();
    await forget(mallory.email);
    expect(await mailTo(mallory.email)).toEqual([]);
  });
});

describe('the link in the mail', () => {
  test('sets the password, ends every other sign-in, and signs this browser in', async () => {
    const amara = await account();
    const elsewhereSignedIn = await signInCookie(amara);
    await forget(amara.email);
    const link = await linkTo(amara.email);
    expect((await ask(link)).body).toContain(`For ${amara.email}`);
    expect((await ask('/account', { cookie: elsewhereSignedIn })).status).toBe(200);

    const answer = await ask(link, { form: { password: NEW } });

    expect(answer.location).toBe('/');
    expect((await ask('/account', { cookie: carried(answer.cookies) })).status).toBe(200);
    expect((await ask('/account', { cookie: elsewhereSignedIn })).status).toBe(302);
    expect((await signIn(amara.email, PASSWORD)).status).toBe(422);
    expect((await signIn(amara.email, NEW)).status).toBe(303);
    expect((await viewer(amara)).emailConfirmed).toBe(true);
    const [told] = await mailTo(amara.email);
    expect(told?.subject).toBe('Your password was changed');
    expect(told?.text).not.toContain(NEW);
  });

  test('works once, also when it is used twice at once', async () => {
    const amara = await account();
    await forget(amara.email);
    const link = await linkTo(amara.email);
    const answers = await Promise.all([
      ask(link, { form: { password: NEW } }),
      ask(link, { form: { password: `${NEW}!` } }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect((await ask(link)).status).toBe(404);
    expect((await ask(link, { form: { password: NEW } })).status).toBe(422);
  });

  test('ends the links of earlier mails', async () => {
    const amara = await account();
    await forget(amara.email);
    const earlier = await linkTo(amara.email);
    await forget(amara.email);
    const later = await linkTo(amara.email);
    expect((await ask(earlier)).status).toBe(200);
    await ask(later, { form: { password: NEW } });
    expect((await ask(earlier)).status).toBe(404);
  });

  test('is not used up by a password that is refused', async () => {
    const amara = await account({ name: 'Amara Okafor' });
    await forget(amara.email);
    const link = await linkTo(amara.email);
    expect((await ask(link, { form: { password: 'short' } })).status).toBe(422);
    const own = await ask(link, { form: { password: 'amaraokafor1' } });
    expect(own.body).toContain('made of your own name');
    expect((await ask(link, { form: { password: NEW } })).status).toBe(303);
  });

  test('that is old, unknown or of another purpose sets nothing', async () => {
    const amara = await account();
    await forget(amara.email);
    const link = await linkTo(amara.email);
    const token = link.split('/').at(-1);
    expect((await ask(`/confirm-email/${token}`, { form: {} })).status).toBe(422);
    await db
      .updateTable('account_link')
      .set({ expires_at: new Date() })
      .where('person_id', '=', amara.personId)
      .execute();
    for (const path of [link, '/reset-password/made-up']) {
      expect((await ask(path)).status).toBe(404);
      expect((await ask(path, { form: { password: NEW } })).status).toBe(422);
    }
    expect((await signIn(amara.email, PASSWORD)).status).toBe(303);
  });

  test('works for two hours', async () => {
    const amara = await account();
    await forget(amara.email);
    await linkTo(amara.email);
    const { expires_at } = await db
      .selectFrom('account_link')
      .select('expires_at')
      .where('person_id', '=', amara.personId)
      .executeTakeFirstOrThrow();
    const hours = (expires_at.getTime() - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(1.9);
    expect(hours).toBeLessThanOrEqual(2);
  });
});
