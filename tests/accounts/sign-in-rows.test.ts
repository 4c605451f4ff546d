import { describe, expect, test } from 'vitest';
import { currentSignIn, startSignIn } from '#app/access/sign-in.server.ts';
import { tidyAccounts } from '#app/accounts/commands/tidy.server.ts';
import { hashToken } from '#app/platform/token.server.ts';
import { db } from '#db/database.server.ts';
import { ask, credentialOf } from '#tests/support/ask.ts';
import { person } from '#tests/support/cast.ts';

const DAY = 24 * 60 * 60 * 1000;

const begin = async () => {
  const noor = await person('Noor');
  const setCookie = (await startSignIn(await credentialOf(noor), 'a test')) ?? '';
  const cookie = setCookie.split(';', 1)[0] ?? '';
  return { noor, setCookie, cookie, token: cookie.split('=')[1] ?? '' };
};

const rowOf = (token: string) =>
  db
    .selectFrom('sign_in')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();

const expireIn = (token: string, ms: number) =>
  db
    .updateTable('sign_in')
    .set({ expires_at: new Date(Date.now() + ms) })
    .where('token_hash', '=', hashToken(token))
    .execute();

describe('a sign-in', () => {
  test('is kept by the hash of its token only', async () => {
    const { token } = await begin();
    expect(token.length).toBeGreaterThan(24);
    const rows = await db.selectFrom('sign_in').selectAll().execute();
    expect(await rowOf(token)).toBeDefined();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('has a cookie scripts cannot read and other sites cannot send', async () => {
    const { setCookie } = await begin();
    expect(setCookie).toMatch(
      /^octavo_sign_in=\w+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  test('is found beside whatever else a Cookie header carries', async () => {
    const { noor, cookie } = await begin();
    for (const header of [
      `a=%E0%A4%A; ${cookie}`,
      `%=%; ;;=;${cookie};b`,
      `x${cookie}; ${cookie}`,
    ]) {
      expect((await currentSignIn(header))?.viewer.personId).toBe(noor.personId);
    }
    expect((await ask('/account', { cookie: 'octavo_sign_in=%E0%A4%A' })).status).toBe(302);
  });

  test('is known by its token, not by the stored hash or another’s', async () => {
    const { noor, cookie, token } = await begin();
    expect((await currentSignIn(cookie))?.viewer.personId).toBe(noor.personId);
    expect(await currentSignIn(`octavo_sign_in=${hashToken(token)}`)).toBeNull();
    expect(await currentSignIn('octavo_sign_in=made-up')).toBeNull();
    expect(await currentSignIn('')).toBeNull();
    expect(await currentSignIn(null)).toBeNull();
  });

  test('lasts thirty days, and nothing of it after', async () => {
    const { cookie, token } = await begin();
    const expires = (await rowOf(token))?.expires_at.getTime() ?? 0;
    expect(expires - Date.now()).toBeGreaterThan(29.9 * DAY);
    expect(expires - Date.now()).toBeLessThanOrEqual(30 * DAY);

    await expireIn(token, -1000);
    expect(await currentSignIn(cookie)).toBeNull();
    expect(await rowOf(token)).toBeUndefined();
  });

  test('is prolonged, with a new cookie, when less than half is left', async () => {
    const { cookie, token } = await begin();
    await expireIn(token, 20 * DAY);
    expect((await currentSignIn(cookie))?.cookie).toBeNull();

    await expireIn(token, 10 * DAY);
    const current = await currentSignIn(cookie);

    expect(current?.cookie).toContain(`octavo_sign_in=${token}`);
    const left = ((await rowOf(token))?.expires_at.getTime() ?? 0) - Date.now();
    expect(left).toBeGreaterThan(29.9 * DAY);
  });

  test('notes when it was last seen, at most every quarter of an hour', async () => {
    const { cookie, token } = await begin();
    const seen = async () => (await rowOf(token))?.last_seen_at.getTime() ?? 0;
    const before = await seen();
    await currentSignIn(cookie);
    expect(await seen()).toBe(before);
    await db
      .updateTable('sign_in')
      .set({ last_seen_at: new Date(Date.now() - 16 * 60_000) })
      .where('token_hash', '=', hashToken(token))
      .execute();
    await currentSignIn(cookie);
    expect(Date.now() - (await seen())).toBeLessThan(60_000);
  });

  test('of a deactivated person is nobody’s', async () => {
    const { noor, cookie } = await begin();
    await db.insertInto('person_deactivation').values({ person_id: noor.personId }).execute();
    expect(await currentSignIn(cookie)).toBeNull();
  });

  test('that has expired is removed when the house is tidied', async () => {
    const [old, fresh] = [await begin(), await begin()];
    await expireIn(old.token, -1000);
    await tidyAccounts();
    expect(await rowOf(old.token)).toBeUndefined();
    expect(await rowOf(fresh.token)).toBeDefined();
  });
});
