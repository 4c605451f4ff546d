import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { currentSiteSettings } from '#app/accounts/queries/site.server.ts';
import { addressKey } from '#app/accounts/rules/accounts.ts';
import { saveSiteSettings } from '#app/site/commands/save-site-settings.server.ts';
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
import { linkTo, mailTo } from '#tests/support/jobs.ts';

const admin = await administrator();
const register = async (registration: 'invitation' | 'open') =>
  saveSiteSettings(admin, { name: 'Octavo', registration });

const signUp = (
  given: Partial<Record<'name' | 'email' | 'password' | 'timeZone', string>>,
  ip = elsewhere(),
) =>
  ask('/sign-up', {
    ip,
    form: {
      name: 'Tomasz',
      email: address('tomasz'),
      password: PASSWORD,
      timeZone: 'Europe/Warsaw',
      ...given,
    },
  });

const personAt = (email: string) =>
  db
    .selectFrom('person')
    .leftJoin('email_confirmed as c', 'c.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.time_zone', 'c.email as confirmed'])
    .where(sql`address_key(person.email)`, '=', addressKey(email))
    .execute();

beforeEach(() => register('open'));

describe('while registration is by invitation', () => {
  beforeEach(() => register('invitation'));

  test('the page explains and shows no form', async () => {
    const page = await ask('/sign-up');
    expect(page.status).toBe(200);
    expect(page.body).toContain('is by invitation');
    expect(page.body).not.toContain('name="password"');
    expect((await ask('/sign-in')).body).not.toContain('href="/sign-up"');
  });

  test('a form sent all the same makes nothing', async () => {
    const email = address();
    const answer = await signUp({ email });
    expect(answer.status).toBe(422);
    expect(await personAt(email)).toEqual([]);
    expect(await mailTo(email)).toEqual([]);
  });

  test('is what a new installation begins with', async () => {
    await db.updateTable('site').set({ registration: sql`default` }).execute();
    expect(await currentSiteSettings(db)).toMatchObject({ registration: 'invitation' });
  });
});

describe('while registration is open', () => {
  test('the page asks for a name, an address, a password and a time zone', async () => {
    const page = await ask('/sign-up');
    for (const name of ['name', 'email', 'password', 'timeZone']) {
      expect(page.body).toContain(`name="${name}"`);
    }
    expect(page.body).toContain('<option value="Europe/Warsaw">');
    expect((await ask('/sign-in')).body).toContain('href="/sign-up"');
    // Without scripts nobody looks through 420: where they may be stands first.
    const headers = { 'accept-language': 'pt-PT,pt;q=0.8' };
    const { body } = await ask('/sign-up', { headers });
    const [first] = body.match(/<optgroup label="[^"]*">.*?<\/optgroup>/s) ?? [];
    expect(first).toContain('Where you may be');
    expect(first).toContain('value="Europe/Lisbon"');
    expect(first).not.toContain('Warsaw');
  });

  test('the account is made by the link and the password together', async () => {
    const email = address('tomasz');
    const begun = await signUp({ email });
    expect(begun.location).toBe('/sign-in');
    expect(await personAt(email)).toEqual([]);

    const link = await linkTo(email);
    expect(link).toMatch(/^\/sign-up\/[\w-]{27}$/);
    expect((await ask(link)).body).toContain('Nearly there, Tomasz');
    expect(await personAt(email)).toEqual([]);
    const done = await ask(link, { form: { password: PASSWORD } });

    expect(done.location).toBe('/');
    expect(await personAt(email)).toEqual([
      { id: expect.any(Number), name: 'Tomasz', time_zone: 'Europe/Warsaw', confirmed: email },
    ]);
    expect((await ask('/account', { cookie: carried(done.cookies) })).body).toContain(email);
    expect((await ask(link)).status).toBe(404);
    expect((await ask(link, { form: { password: PASSWORD } })).status).toBe(422);
  });

  test('the link alone is not enough', async () => {
    const email = address('tomasz');
    await signUp({ email });
    const answer = await ask(await linkTo(email), { form: { password: 'not my password' } });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('That is not the password you chose');
    expect(await personAt(email)).toEqual([]);
  });

  test('the tries at a link are limited', async () => {
    const email = address('tomasz');
    await signUp({ email });
    const link = await linkTo(email);
    for (let i = 0; i < 10; i++) {
      expect((await ask(link, { form: { password: 'not my password' } })).status).toBe(422);
    }
    const limited = await ask(link, { form: { password: PASSWORD } });
    expect(limited.status).toBe(429);
    expect(await personAt(email)).toEqual([]);
  });

  test('an address with an account is answered the same, and its owner is written to', async () => {
    const amara = await account();
    const email = address();
    const fresh = await signUp({ email });
    const taken = await signUp({ email: amara.email.toUpperCase() });

    const said = ({ status, location, body, cookies }: typeof taken) => ({
      status,
      location,
      body,
      cookies,
    });
    expect(said(taken)).toEqual(said(fresh));
    const [mail] = await mailTo(amara.email);
    expect(mail?.subject).toBe('You have an account at Octavo already');
    expect(mail?.links).toEqual(['http://localhost:3000/forgot-password']);
    expect(await personAt(amara.email)).toHaveLength(1);
    expect(
      await db
        .selectFrom('sign_up')
        .select('id')
        .where('email', '=', amara.email.toUpperCase())
        .execute(),
    ).toEqual([]);
  });

  test('nothing can be signed in to before the link was followed', async () => {
    const email = address();
    await signUp({ email });
    const answer = await ask('/sign-in', { form: { email, password: PASSWORD }, ip: elsewhere() });
    expect(answer.status).toBe(422);
  });

  test('a closed account is not written to', async () => {
    const mallory = await account({ name: 'Mallory' });
    await db.insertInto('person_deactivation').values({ person_id: mallory.personId }).execute();
    expect((await signUp({ email: mallory.email })).location).toBe('/sign-in');
    expect(await mailTo(mallory.email)).toEqual([]);
  });

  test('two sign-ups of one address at once make one account, the first to be finished', async () => {
    const email = address('tomasz');
    await Promise.all([signUp({ email, name: 'Tomasz' }), signUp({ email, name: 'Tomek' })]);
    const links = (await mailTo(email)).flatMap((mail) =>
      mail.links.map((link) => new URL(link).pathname),
    );
    expect(links).toHaveLength(2);

    const answers = await Promise.all(
      links.map((link) => ask(link, { form: { password: PASSWORD } })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(await personAt(email)).toHaveLength(1);
  });

  test('one link followed twice at once makes one account', async () => {
    const email = address('tomasz');
    await signUp({ email });
    const link = await linkTo(email);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => ask(link, { form: { password: PASSWORD } })),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(await personAt(email)).toHaveLength(1);
  });

  test('an old link makes nothing', async () => {
    const email = address('tomasz');
    await signUp({ email });
    const link = await linkTo(email);
    await db
      .updateTable('sign_up')
      .set({ expires_at: new Date() })
      .where('email', '=', email)
      .execute();
    expect((await ask(link)).status).toBe(404);
    expect((await ask(link, { form: { password: PASSWORD } })).status).toBe(422);
    expect(await personAt(email)).toEqual([]);
  });

  test('what is wrong is said next to its field, and what was typed is kept', async () => {
    const answer = await signUp({
      name: ' ',
      email: 'no address',
      password: 'short',
      timeZone: 'Mars/Olympus',
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('Tell us your name.');
    expect(answer.body).toContain('This does not look like an email address.');
    expect(answer.body).toContain('Use at least 8 characters.');
    expect(answer.body).toContain('Choose a time zone from the list.');
    expect(answer.body).toContain('value="no address"');
    expect(answer.body).not.toContain('short');
  });

  test.each([
    ['Password1', 'Many people use that password'],
    ['qwertyuiop', 'Many people use that password'],
    ['xxxxxxxxxxxx', 'Many people use that password'],
    ['tomasz2024', 'made of your own name'],
    ['p'.repeat(257), 'Keep it to 256 characters.'],
  ])('the password %s is refused', async (password, reason) => {
    const answer = await signUp({ password });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(reason);
  });

  test('an address with a control character is refused', async () => {
    expect((await signUp({ email: 'a@example.org\r\nBcc: b@example.org' })).status).toBe(422);
    expect((await signUp({ name: 'Tom\u0000asz' })).status).toBe(422);
  });

  test('is limited per address and per place', async () => {
    const email = address('tomasz');
    for (let i = 0; i < 5; i++) expect((await signUp({ email })).status).toBe(303);
    const limited = await signUp({ email, name: 'Tomasz Nowak' });
    expect(limited.status).toBe(429);
    expect(limited.headers.get('Retry-After')).toMatch(/^\d+$/);
    expect(limited.body).toContain('value="Tomasz Nowak"');

    const ip = elsewhere();
    for (let i = 0; i < 40; i++) await signUp({}, ip);
    expect((await signUp({}, ip)).status).toBe(429);
    expect((await signUp({})).status).toBe(303);
  });
});
