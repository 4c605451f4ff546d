import { describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { currentSignIn, startSignIn } from '#app/access/sign-in.server.ts';
import { tidyAccounts } from '#app/accounts/commands/tidy.server.ts';
import { hashToken } from '#app/platform/token.server.ts';
import { db } from '#db/database.server.ts';
import { ask, credentialOf } from '#tests/support/ask.ts';
import { person } from '#tests/support/cast.ts';

const DAY = 24 * 60 * 60 * 1000;

const begin = async (who?: Viewer) => {
  const noor = who ?? (await person('Noor'));
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

/** As if it had begun so long ago, and been used since: prolonged until `left` from now. */
const beganAgo = (token: string, ms: number, left: number) =>
  db
    .updateTable('sign_in')
    .set({ created_at: new Date(Date.now() - ms), expires_at: new Date(Date.now() + left) })
    .where('token_hash', '=', hashToken(token))
    .execute();

const maxAge = (cookie: string | null | undefined) =>
  Number(/Max-Age=(\d+)/.exec(cookie ?? '')?.[1]) * 1000;

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
    expect((await ask('/account', { cookie })).status).toBe(302);
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
    expect(maxAge(current?.cookie)).toBe(30 * DAY);
  });

  test('is prolonged no further than ninety days after it began, and nor is its cookie', async () => {
    const { cookie, token } = await begin();
    await beganAgo(token, 70 * DAY, 10 * DAY);

    const current = await currentSignIn(cookie);

    const { expires_at, created_at } = (await rowOf(token)) ?? {};
    expect((expires_at?.getTime() ?? 0) - (created_at?.getTime() ?? 0)).toBe(90 * DAY);
    expect(maxAge(current?.cookie)).toBeGreaterThan(19.9 * DAY);
    expect(maxAge(current?.cookie)).toBeLessThanOrEqual(20 * DAY);
  });

  test('near its end is not prolonged at every request', async () => {
    const { cookie, token } = await begin();
    await beganAgo(token, 80 * DAY, 10 * DAY);
    const current = await currentSignIn(cookie);
    expect(current).not.toBeNull();
    expect(current?.cookie).toBeNull();
  });

  test('ends after ninety days, however it was used, and nothing of it is left', async () => {
    const { cookie, token, noor } = await begin();
    const other = await begin(noor);
    const list = async () => (await ask('/account/sign-ins', { cookie: other.cookie })).body;
    await beganAgo(token, 89 * DAY, DAY);
    expect((await ask('/account', { cookie })).status).toBe(200);
    expect(await list()).toContain(hashToken(token));

    await beganAgo(token, 90 * DAY, 0);

    expect((await ask('/account', { cookie })).status).toBe(302);
    expect(await list()).not.toContain(hashToken(token));
    expect((await ask('/account', { cookie: other.cookie })).body).toContain('This browser only');
    await tidyAccounts();
    expect(await rowOf(token)).toBeUndefined();
    expect(await rowOf(other.token)).toBeDefined();
  });

  test('cannot be written to go on for longer', async () => {
    const { token } = await begin();
    await expect(beganAgo(token, 89 * DAY, 2 * DAY)).rejects.toThrow(/sign_in_ends/);
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
