import { hash } from '@node-rs/argon2';
import { describe, expect, test } from 'vitest';
import { hashPassword, isPassword } from '#app/accounts/rules/passwords.server.ts';
import { passOnHosting } from '#app/circles/commands/pass-on-hosting.server.ts';
import { deactivatePerson } from '#app/site/commands/administer-people.server.ts';
import { db } from '#db/database.server.ts';
import {
  account,
  address,
  administrator,
  carried,
  elsewhere,
  PASSWORD,
} from '#tests/accounts/given.ts';
import { ask } from '#tests/support/ask.ts';

const signIn = (
  email: string,
  password: string,
  more: { to?: string; ip?: string; cookie?: string } = {},
) => {
  const { to, ip = elsewhere(), cookie } = more;
  return ask('/sign-in', { form: { email, password, ...(to && { to }) }, ip, cookie });
};

/** The cookies of a browser somebody has signed in with and out of again. */
const signedOut = (cookies: string[]) =>
  carried(cookies).replace(/octavo_sign_in=[^;]*/, 'octavo_sign_in=');

const signedIn = (cookies: string[]) => cookies.some((c) => /^octavo_sign_in=[^;]+/.test(c));

describe('signing in', () => {
  test('with the right password begins a sign-in and goes home', async () => {
    const amara = await account();
    expect((await ask('/account')).location).toBe('/sign-in?to=%2Faccount');

    const answer = await signIn(amara.email, PASSWORD);

    expect(answer.status).toBe(303);
    expect(answer.location).toBe('/');
    const page = await ask('/account', { cookie: carried(answer.cookies) });
    expect(page.status).toBe(200);
    expect(page.body).toContain(amara.email);
  });

  test('takes the address in any case and the password in either composition', async () => {
    const amara = await account({ password: 'Café du Monde' });
    const decomposed = 'Café du Monde'.normalize('NFD');
    const answer = await signIn(amara.email.toUpperCase(), decomposed);
    expect(signedIn(answer.cookies)).toBe(true);
  });

  test('does not trim or fold a password', async () => {
    const amara = await account();
    expect((await signIn(amara.email, ` ${PASSWORD}`)).status).toBe(422);
    expect((await signIn(amara.email, PASSWORD.toUpperCase())).status).toBe(422);
  });

  test('goes on to the page that was asked for', async () => {
    const amara = await account();
    const answer = await signIn(amara.email, PASSWORD, { to: '/account/password?x=1' });
    expect(answer.location).toBe('/account/password?x=1');
  });

  test.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
  ])('never goes on to another site: %s', async (to) => {
    const amara = await account();
    expect((await signIn(amara.email, PASSWORD, { to })).location).toBe('/');
    const page = await ask(`/sign-in?to=${encodeURIComponent(to)}`);
    expect(page.body).not.toMatch(/(?:href|value)="[^"]*(?:evil|javascript)/);
  });

  test('a person who is signed in is sent on, or home', async () => {
    const amara = await account();
    const cookie = carried((await signIn(amara.email, PASSWORD)).cookies);
    expect((await ask('/sign-in', { cookie })).location).toBe('/');
    expect((await ask('/sign-in?to=/account', { cookie })).location).toBe('/account');
  });

  test('a second sign-in of a browser ends its first', async () => {
    const amara = await account();
    const first = carried((await signIn(amara.email, PASSWORD)).cookies);
    await signIn(amara.email, PASSWORD, { cookie: first });
    expect((await ask('/account', { cookie: first })).status).toBe(302);
  });

  test('a password hashed with older parameters is hashed anew', async () => {
    const amara = await account();
    const weak = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    const stored = () =>
      db
        .selectFrom('person')
        .select('password_hash')
        .where('id', '=', amara.personId)
        .executeTakeFirstOrThrow();
    await db
      .updateTable('person')
      .set({ password_hash: weak })
      .where('id', '=', amara.personId)
      .execute();

    expect(signedIn((await signIn(amara.email, PASSWORD)).cookies)).toBe(true);

    const { password_hash } = await stored();
    expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword(password_hash, PASSWORD)).toBe(true);
  });
});

describe('a sign-in that fails', () => {
  test('is answered alike for an unknown address and a wrong password, and keeps the address', async () => {
    const amara = await account();
    const nobody = address('nobody');
    const wrong = await signIn(amara.email, 'not my password');
    const unknown = await signIn(nobody, 'not my password');

    expect(wrong.status).toBe(422);
    expect(unknown.status).toBe(422);
    expect(wrong.body.replaceAll(amara.email, '…')).toBe(unknown.body.replaceAll(nobody, '…'));
    expect(wrong.body).toContain(`value="${amara.email}"`);
    expect(wrong.body).not.toContain('not my password');
    expect(signedIn([...wrong.cookies, ...unknown.cookies])).toBe(false);
  });

  test('works as hard on an unknown address as on a wrong password', async () => {
    const stored = await hashPassword(PASSWORD);
    // CPU time: what else the machine does while one waits for it is no work of ours.
    const work = { known: [] as number[], unknown: [] as number[] };
    const measure = async (into: number[], hash: string | null) => {
      const start = process.cpuUsage();
      expect(await isPassword(hash, 'not my password')).toBe(false);
      const { user, system } = process.cpuUsage(start);
      into.push(user + system);
    };
    for (let i = 0; i < 15; i++) {
      await measure(work.known, stored);
      await measure(work.unknown, null);
    }
    const known = Math.min(...work.known);
    const unknown = Math.min(...work.unknown);
    expect(unknown).toBeGreaterThan(known * 0.5);
    expect(unknown).toBeLessThan(known * 2);
  });

  test('tells only somebody with the password that an account is closed', async () => {
    const mallory = await account({ name: 'Mallory' });
    await deactivatePerson(await administrator(), mallory.personId, passOnHosting);

    const right = await signIn(mallory.email, PASSWORD);
    const wrong = await signIn(mallory.email, 'not my password');

    expect(right.body).toContain('This account is closed');
    expect(wrong.body).not.toContain('This account is closed');
    expect(signedIn([...right.cookies, ...wrong.cookies])).toBe(false);
  });

  test('says what is missing next to the field', async () => {
    const answer = await ask('/sign-in', { form: { email: 'amara', password: '' } });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('This does not look like an email address.');
    expect(answer.body).toContain('Type your password.');
    expect(answer.body).toContain('value="amara"');
  });
});

describe('the limits of signing in', () => {
  const fail = (email: string, ip: string, times: number, cookie?: string) =>
    Array.from({ length: times }, () => signIn(email, 'not my password', { ip, cookie })).reduce(
      async (before, one) => [...(await before), await one],
      Promise.resolve([] as Awaited<ReturnType<typeof signIn>>[]),
    );

  test('ten failures for an address from one place; then 429, when to try again, and the address kept', async () => {
    const amara = await account();
    const ip = elsewhere();
    const before = await fail(amara.email, ip, 10);
    expect(before.map(({ status }) => status)).toEqual(Array(10).fill(422));

    const answer = await signIn(amara.email, PASSWORD, { ip });

    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(800);
    expect(answer.body).toMatch(/Please try again in 1[45] minutes/);
    expect(answer.body).toContain(`value="${amara.email}"`);
    expect(signedIn(answer.cookies)).toBe(false);
  });

  test('hold the same way for an address without an account', async () => {
    const nobody = address('nobody');
    const ip = elsewhere();
    await fail(nobody, ip, 10);
    expect((await signIn(nobody, PASSWORD, { ip })).status).toBe(429);
  });

  test('do not keep the owner out who signs in from somewhere else', async () => {
    const amara = await account();
    await fail(amara.email, elsewhere(), 11);
    expect((await signIn(amara.email, PASSWORD)).status).toBe(303);
  });

  const used = (name: string, points: number) =>
    db.updateTable('rate_limit').set({ points }).where('key', 'like', `${name}:%`).execute();

  test('are not reached by signing in rightly many times in an hour', async () => {
    const amara = await account();
    const ip = elsewhere();
    for (let i = 0; i < 30; i++) {
      expect((await signIn(amara.email, PASSWORD, { ip })).status).toBe(303);
    }
  });

  test('hold for right passwords too after sixty in an hour, and for nobody else', async () => {
    const [amara, rui] = [await account(), await account({ name: 'Rui' })];
    const ip = elsewhere();
    expect((await signIn(amara.email, PASSWORD, { ip })).status).toBe(303);
    await used('right-password', 60);

    for (let i = 0; i < 10; i++) {
      expect((await signIn(amara.email, PASSWORD, { ip })).status).toBe(303);
    }

    const answer = await signIn(amara.email, PASSWORD, { ip });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(800);
    expect(answer.body).toMatch(/Please try again in 1[45] minutes/);
    expect(answer.body).toContain(`value="${amara.email}"`);
    expect((await signIn(rui.email, PASSWORD, { ip })).status).toBe(303);
  });

  test('hold for right passwords of many people from one place after six hundred in an hour', async () => {
    const ip = elsewhere();
    const people = [await account(), await account({ name: 'Rui' }), await account()];
    const come = (who = people[0], from = ip) => signIn(who?.email ?? '', PASSWORD, { ip: from });
    expect((await come()).status).toBe(303);
    await used('right-password-net', 600);
    await used('sign-in-net', 99);
    expect((await come(people[1])).status).toBe(303);
    expect((await come(people[2])).status).toBe(429);
    expect((await come(people[2], elsewhere())).status).toBe(303);
  });

  test('hold for the closed account of somebody with its password', async () => {
    const mallory = await account({ name: 'Mallory' });
    const ip = elsewhere();
    await signIn(mallory.email, PASSWORD, { ip });
    await db.insertInto('person_deactivation').values({ person_id: mallory.personId }).execute();
    await used('right-password', 60);
    for (let i = 0; i < 10; i++) await signIn(mallory.email, PASSWORD, { ip });
    expect((await signIn(mallory.email, PASSWORD, { ip })).status).toBe(429);
  });

  test('let no more than ten through when they come at once', async () => {
    const amara = await account();
    const ip = elsewhere();
    const answers = await Promise.all(
      Array.from({ length: 25 }, () => signIn(amara.email, 'not my password', { ip })),
    );
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  test('stop guesses spread over many places, but not a browser its owner has used', async () => {
    const amara = await account();
    const known = signedOut((await signIn(amara.email, PASSWORD)).cookies);
    await used('sign-in-address', 100);

    expect((await signIn(amara.email, PASSWORD)).status).toBe(429);
    expect((await signIn(amara.email, PASSWORD, { cookie: known })).status).toBe(303);
  });

  test('take the mark of a known browser only for its own address', async () => {
    const amara = await account();
    const rui = await account({ name: 'Rui' });
    const known = signedOut((await signIn(rui.email, PASSWORD)).cookies);
    await fail(amara.email, elsewhere(), 1);
    await used('sign-in-address', 100);
    expect((await signIn(amara.email, PASSWORD, { cookie: known })).status).toBe(429);
  });

  test('a known browser has ten tries too', async () => {
    const amara = await account();
    const known = signedOut((await signIn(amara.email, PASSWORD)).cookies);
    for (let i = 0; i < 10; i++) {
      expect((await signIn(amara.email, 'not my password', { cookie: known })).status).toBe(422);
    }
    expect((await signIn(amara.email, PASSWORD, { cookie: known })).status).toBe(429);
  });

  test('keep no address in the database', async () => {
    const nobody = address('nobody');
    await signIn(nobody, 'not my password');
    const rows = await db.selectFrom('rate_limit').select('key').execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ key }) => key.includes('nobody') || key.includes('203.0'))).toEqual([]);
  });
});

describe('signing out', () => {
  test('ends the sign-in, and its cookie opens nothing any more', async () => {
    const amara = await account();
    const cookie = carried((await signIn(amara.email, PASSWORD)).cookies);
    expect((await ask('/account', { cookie })).status).toBe(200);

    const answer = await ask('/sign-out', { form: {}, cookie });

    expect(answer.location).toBe('/sign-in');
    expect(answer.cookies.some((c) => /^octavo_sign_in=;/.test(c))).toBe(true);
    expect((await ask('/account', { cookie })).location).toBe('/sign-in?to=%2Faccount');
  });

  test('is not done by looking at its page', async () => {
    const amara = await account();
    const cookie = carried((await signIn(amara.email, PASSWORD)).cookies);
    expect((await ask('/sign-out', { cookie })).body).toContain('Sign out?');
    expect((await ask('/account', { cookie })).status).toBe(200);
  });
});
