import { describe, expect, test } from 'vitest';
import { db } from '#db/database.server.ts';
import { account, carried, elsewhere, PASSWORD } from '#tests/accounts/given.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { viewer } from '#tests/support/cast.ts';
import { mailTo } from '#tests/support/jobs.ts';

const NEW = 'seven herons at low tide';

describe('the profile', () => {
  const profile = {
    name: 'Amara Okafor',
    whatIDo: 'Lead two platform teams',
    company: 'Savanna Rail',
    timeZone: 'Africa/Lagos',
    askMeAbout: 'Saying no to a roadmap.\nReorganising twice in a year.',
    version: '1',
  };

  test('is shown and saved', async () => {
    const amara = await account();
    const cookie = await signInCookie(amara);
    expect((await ask('/account', { cookie })).body).toContain('value="Amara"');

    const answer = await ask('/account', { cookie, form: profile });

    expect(answer.location).toBe('/account');
    expect(await viewer(amara)).toMatchObject({ name: 'Amara Okafor', timeZone: 'Africa/Lagos' });
    const page = (await ask('/account', { cookie })).body;
    for (const words of ['Lead two platform teams', 'Savanna Rail', 'Saying no to a roadmap.']) {
      expect(page).toContain(words);
    }
  });

  test('may leave everything empty but the name and the time zone', async () => {
    const amara = await account();
    const cookie = await signInCookie(amara);
    await ask('/account', { cookie, form: profile });
    const empty = { ...profile, version: '2', whatIDo: '', company: '', askMeAbout: '' };
    expect((await ask('/account', { cookie, form: empty })).status).toBe(303);
    const answer = await ask('/account', {
      cookie,
      form: { ...empty, name: '', timeZone: 'Nowhere' },
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('Tell us your name.');
    expect(answer.body).toContain('Choose a time zone from the list.');
    expect(await viewer(amara)).toMatchObject({ name: 'Amara Okafor' });
  });

  test('an older tab puts nothing back, and sees what was saved beside what it typed', async () => {
    const amara = await account();
    const cookie = await signInCookie(amara);
    await ask('/account', { cookie, form: profile });
    // The same once more, as a second press of the button sends it.
    expect((await ask('/account', { cookie, form: profile })).status).toBe(303);
    const late = { ...profile, whatIDo: '', company: 'Delta Grid' };
    const page = await ask('/account', { cookie, form: late });
    expect(page.status).toBe(422);
    expect(page.body).toContain('saved elsewhere while you were here');
    expect(page.body).toContain('Lead two platform teams, Savanna Rail');
    expect(page.body).toContain('value="Delta Grid"');
    expect((await ask('/account', { cookie })).body).not.toContain('Delta Grid');
    const [, version = ''] = /name="version" value="(\d+)"/.exec(page.body) ?? [];
    expect((await ask('/account', { cookie, form: { ...late, version } })).status).toBe(303);
    expect((await ask('/account', { cookie })).body).toContain('Delta Grid');
  });

  test('escapes what people write', async () => {
    const amara = await account();
    const cookie = await signInCookie(amara);
    const name = '</script><script>alert(1)</script>';
    await ask('/account', { cookie, form: { ...profile, name } });
    const page = await ask('/account', { cookie });
    expect(page.body).not.toContain('<script>alert(1)');
  });

  test.each([
    '/account',
    '/account/email',
    '/account/password',
    '/account/sign-ins',
    '/account/confirmation',
  ])('%s asks a visitor to sign in first, for reading and for posting', async (path) => {
    const to = `/sign-in?to=${encodeURIComponent(path)}`;
    expect((await ask(path)).location).toBe(to);
    expect((await ask(path, { form: {} })).location).toBe(to);
  });
});

describe('changing the password', () => {
  const change = (cookie: string, currentPassword: string, newPassword = NEW) =>
    ask('/account/password', { cookie, form: { currentPassword, newPassword } });

  test('takes the current one, ends the other sign-ins and keeps this one', async () => {
    const amara = await account();
    const [here, there] = [await signInCookie(amara), await signInCookie(amara)];

    expect((await change(here, PASSWORD)).location).toBe('/account');

    expect((await ask('/account', { cookie: here })).status).toBe(200);
    expect((await ask('/account', { cookie: there })).status).toBe(302);
    const signIn = (password: string) =>
      ask('/sign-in', { form: { email: amara.email, password }, ip: elsewhere() });
    expect((await signIn(PASSWORD)).status).toBe(422);
    expect((await signIn(NEW)).status).toBe(303);
    const [told] = await mailTo(amara.email);
    expect(told?.subject).toBe('Your password was changed');
  });

  test('with a wrong current one changes nothing, and ten tries are all', async () => {
    const amara = await account();
    const cookie = await signInCookie(amara);
    for (let i = 0; i < 10; i++) {
      const answer = await change(cookie, 'not my password');
      expect(answer.status).toBe(422);
      expect(answer.body).toContain('That is not your password.');
    }
    expect((await change(cookie, PASSWORD)).status).toBe(429);
    const rui = await account({ name: 'Rui' });
    expect((await change(await signInCookie(rui), PASSWORD)).status).toBe(303);
  });

  test('can be tried with the right one, too, no more than seventy times in an hour', async () => {
    const amara = await account();
    const cookie = await signInCookie(amara);
    const again = () =>
      ask('/account/email', { cookie, form: { email: amara.email, currentPassword: PASSWORD } });
    expect((await again()).body).toContain('That is your address already.');
    await db
      .updateTable('rate_limit')
      .set({ points: 60 })
      .where('key', 'like', 'right-password:%')
      .execute();
    for (let i = 0; i < 10; i++) expect((await again()).status).toBe(422);
    const answer = await again();
    expect(answer.status).toBe(429);
    expect(answer.body).toContain('That was tried too often.');
    expect((await change(cookie, PASSWORD)).status).toBe(429);
  });

  test('refuses a common one and one about oneself', async () => {
    const amara = await account({ name: 'Amara Okafor' });
    const cookie = await signInCookie(amara);
    expect((await change(cookie, PASSWORD, 'password1')).body).toContain('Many people');
    expect((await change(cookie, PASSWORD, 'amara okafor')).body).toContain('your own name');
  });
});

describe('the sign-ins', () => {
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0';
  const signInWith = async (email: string, userAgent: string) =>
    carried(
      (await ask('/sign-in', { form: { email, password: PASSWORD }, ip: elsewhere(), userAgent }))
        .cookies,
    );
  const idsOf = async (personId: number) =>
    (
      await db
        .selectFrom('sign_in')
        .select('token_hash')
        .where('person_id', '=', personId)
        .orderBy('created_at')
        .execute()
    ).map((row) => row.token_hash);

  test('are listed with their browser, this one marked and first', async () => {
    const amara = await account();
    const here = await signInWith(amara.email, firefox);
    await signInWith(amara.email, 'curl/8');
    const { body } = await ask('/account/sign-ins', { cookie: here });
    expect(body).toContain('Firefox on Linux');
    expect(body).toContain('An unknown browser');
    expect(body.match(/This browser/g)).toHaveLength(1);
    expect(body.indexOf('This browser')).toBeLessThan(body.indexOf('An unknown browser'));
  });

  test('can be ended one by one, at once', async () => {
    const amara = await account();
    const here = await signInWith(amara.email, firefox);
    const there = await signInWith(amara.email, 'curl/8');
    const [, id] = await idsOf(amara.personId);
    expect((await ask('/account', { cookie: there })).status).toBe(200);

    await ask('/account/sign-ins', { cookie: here, form: { signIn: id ?? '' } });

    expect((await ask('/account', { cookie: there })).status).toBe(302);
    expect((await ask('/account', { cookie: here })).status).toBe(200);
  });

  test('can be ended all but this one', async () => {
    const amara = await account();
    const here = await signInWith(amara.email, firefox);
    const others = [await signInCookie(amara), await signInCookie(amara)];
    await ask('/account/sign-ins', { cookie: here, form: { signIn: 'others' } });
    expect((await ask('/account', { cookie: here })).status).toBe(200);
    for (const cookie of others) expect((await ask('/account', { cookie })).status).toBe(302);
  });

  test('of somebody else cannot be ended', async () => {
    const [amara, mallory] = [await account(), await account({ name: 'Mallory' })];
    const theirs = await signInCookie(amara);
    const [id] = await idsOf(amara.personId);
    const cookie = await signInCookie(mallory);
    await ask('/account/sign-ins', { cookie, form: { signIn: id ?? '' } });
    await ask('/account/sign-ins', { cookie, form: { signIn: 'others' } });
    expect((await ask('/account', { cookie: theirs })).status).toBe(200);
    expect((await ask('/account/sign-ins', { cookie, form: { signIn: "' or 1=1" } })).status).toBe(
      422,
    );
  });
});
