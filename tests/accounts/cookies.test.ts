import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

// The environment is read when the product is loaded: so it is loaded after this.
process.env.APP_URL = 'https://circles.example.org';
const { ask, signInCookie } = await import('#tests/support/ask.ts');
const { account, address, carried, elsewhere, PASSWORD } = await import('#tests/accounts/given.ts');
const { linkTo } = await import('#tests/support/jobs.ts');
const links = await import('#app/accounts/commands/account-links.server.ts');
const { circleOf } = await import('#tests/support/cast.ts');
const { invitationTo } = await import('#tests/circles/circle.ts');
const { newcomer } = await import('#tests/joining/newcomer.ts');
const { db } = await import('#db/database.server.ts');

const root = join(import.meta.dirname, '../..');
const DAY = 24 * 60 * 60;

/** How long each may be kept, in seconds, as docs/cookies.md says. */
const longest: Record<string, number> = {
  octavo_sign_in: 30 * DAY,
  octavo_known: 365 * DAY,
  octavo_notice: 60,
};

const seen: string[] = [];
const go = async (...asked: Parameters<typeof ask>) => {
  const answer = await ask(...asked);
  seen.push(...answer.cookies);
  return answer;
};
const named = (part: string) => seen.filter((cookie) => cookie.includes(part));

/** In by every way, about, and out. */
beforeAll(async () => {
  const details = { name: 'Noor', password: PASSWORD, timeZone: 'Europe/Lisbon' };
  await go((await links.newSetupLink()) ?? '', { form: { ...details, email: address() } });
  await db.updateTable('site').set({ registration: 'open' }).execute();
  const email = address();
  const ip = elsewhere();
  await go('/sign-up', { form: { ...details, email }, ip });
  await go(await linkTo(email), { form: { password: PASSWORD } });
  const form = newcomer();
  await invitationTo(await circleOf(), form.email);
  await go(await linkTo(form.email), { form });
  await go('/forgot-password', { form: { email }, ip });
  await go(await linkTo(email), { form: { password: 'seven herons at low tide' } });
  const amara = await account();
  await go(await links.newDemoSignInLink(amara.personId), { form: {}, demo: true });
  const { cookies } = await go('/sign-in', {
    form: { email: amara.email, password: PASSWORD },
    ip,
  });
  const cookie = carried(cookies);
  await db
    .updateTable('sign_in')
    .set({ expires_at: new Date(Date.now() + DAY * 1000) })
    .execute();
  await go('/account', { cookie });
  const saved = await go('/account', {
    cookie,
    form: { name: 'Amara', timeZone: 'UTC', version: '1' },
  });
  await go('/account', { cookie: `${cookie}; ${carried(saved.cookies)}` });
  await go('/sign-out', { cookie, form: {} });
});

describe('every cookie under https', () => {
  test('is of this host alone, encrypted, and out of the reach of scripts and other sites', () => {
    const form =
      /^__Host-(octavo_\w+)=[^;,\s]*; Max-Age=(\d+); Path=\/; HttpOnly; SameSite=Lax; Secure$/;
    for (const cookie of seen) expect(cookie).toMatch(form);
    for (const cookie of seen) {
      const [, name = '', seconds] = form.exec(cookie) ?? [];
      expect(Number(seconds)).toBeLessThanOrEqual(longest[name] ?? -1);
    }
  });

  test('was seen: begun, prolonged, shown and taken away', () => {
    expect(named('octavo_sign_in=').length).toBeGreaterThanOrEqual(8);
    expect(named('octavo_known=').length).toBeGreaterThanOrEqual(6);
    expect(named('octavo_sign_in=;')).toHaveLength(1);
    expect(named('octavo_notice=;')).toHaveLength(1);
    expect(named('octavo_notice=signed-out')).toHaveLength(1);
  });

  test('is on the page that lists them, and no other is set', () => {
    const listed = [
      ...readFileSync(join(root, 'docs/cookies.md'), 'utf8').matchAll(/^\| `(\w+)`/gm),
    ];
    const names = [...new Set(seen.map((cookie) => /^__Host-(\w+)=/.exec(cookie)?.[1]))];
    expect(listed.map(([, name]) => name).sort()).toEqual(Object.keys(longest).sort());
    expect(names.sort()).toEqual(Object.keys(longest).sort());
  });

  test('is made in one place', () => {
    const makes = sources().filter(({ text }) =>
      /Max-Age=|document\.cookie|createCookie|cookieStore|\.cookie\(/.test(text),
    );
    expect(makes.map(({ file }) => file)).toEqual(['platform/cookies.server.ts']);
    const made = sources().flatMap(({ text }) => [...text.matchAll(/\bcookie\('(\w+)'\)/g)]);
    expect(made.map(([, name]) => name).sort()).toEqual(Object.keys(longest).sort());
  });
});

describe('a cookie without the prefix', () => {
  test('is not read: a neighbouring subdomain could have planted it', async () => {
    const amara = await account();
    const cookie = await signInCookie(amara);
    expect((await ask('/account', { cookie })).status).toBe(200);
    const planted = cookie.replace('__Host-', '');
    expect((await ask('/account', { cookie: planted })).status).toBe(302);
    const saying = await ask('/sign-in', { cookie: 'octavo_notice=password-reset' });
    expect(saying.body).not.toContain('You have a new password');
    expect(
      (await ask('/sign-in', { cookie: '__Host-octavo_notice=password-reset' })).body,
    ).toContain('You have a new password');
  });

  test('does not come before the one that has it', async () => {
    const [amara, mallory] = [await account(), await account({ name: 'Mallory' })];
    const planted = (await signInCookie(mallory)).replace('__Host-', '');
    const cookie = `${planted}; ${await signInCookie(amara)}`;
    expect((await ask('/account', { cookie })).body).toContain(amara.email);
  });
});

function sources() {
  const app = join(root, 'app');
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|mjs)$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(app, file), 'utf8') }));
}
