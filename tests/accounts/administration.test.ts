import { describe, expect, test } from 'vitest';
import { newDemoSignInLink } from '#app/accounts/commands/account-links.server.ts';
import { requestEmailConfirmation } from '#app/accounts/commands/create-account.server.ts';
import { siteSettings } from '#app/accounts/queries/site.server.ts';
import { passOnHosting } from '#app/circles/commands/pass-on-hosting.server.ts';
import {
  deactivatePerson,
  grantAdmin,
  reactivatePerson,
  withdrawAdmin,
} from '#app/site/commands/administer-people.server.ts';
import { PEOPLE_A_PAGE, peopleOf, personFor } from '#app/site/queries/people.server.ts';
import { db } from '#db/database.server.ts';
import { account, administrator, elsewhere, PASSWORD } from '#tests/accounts/given.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { linkTo, runJobs } from '#tests/support/jobs.ts';

const activeAdmins = async () =>
  (
    await db
      .selectFrom('site_admin')
      .leftJoin('person_deactivation as closed', 'closed.person_id', 'site_admin.person_id')
      .select('site_admin.person_id')
      .where('closed.person_id', 'is', null)
      .execute()
  ).map((row) => row.person_id);

/** Makes these the only administrators. */
const onlyAdmins = async (count: number) => {
  await db.deleteFrom('site_admin').execute();
  return Promise.all(Array.from({ length: count }, () => administrator()));
};

const one = async () => {
  const [admin] = await onlyAdmins(1);
  if (!admin) throw new Error('No administrator.');
  return admin;
};

const two = async () => {
  const [ines, rui] = await onlyAdmins(2);
  if (!ines || !rui) throw new Error('No two administrators.');
  return [ines, rui] as const;
};

describe('who is not an administrator', () => {
  const pages = [
    '/site',
    '/site/people',
    '/site/people/1',
    '/site/people/1/deactivation',
    '/site/people/1/reactivation',
    '/site/people/1/admin-grant',
    '/site/people/1/admin-withdrawal',
    '/site/outbox',
    '/site/outbox/20200101T000000000Z-00000000',
    '/site/outbox/20200101T000000000Z-00000000/mail',
  ];

  test.each(pages)('learns nothing of %s', async (page) => {
    const cookie = await signInCookie(await account());
    expect((await ask(page, { cookie })).status).toBe(404);
    expect((await ask(page)).status).toBe(302);
    expect((await ask(page, { cookie, form: {} })).status).toBe(
      page.startsWith('/site/outbox') || /people(\/1)?$/.test(page) ? 405 : 404,
    );
  });
});

describe('the settings', () => {
  test('are saved and shown at once', async () => {
    const admin = await one();
    const cookie = await signInCookie(admin);
    expect(await siteSettings()).toEqual({ name: 'Octavo', registration: 'invitation' });
    expect((await ask('/site', { cookie })).body).toContain('value="Octavo"');

    const form = { name: 'The reading room', registration: 'open' };
    expect((await ask('/site', { cookie, form })).location).toBe('/site');

    expect(await siteSettings()).toEqual({ name: 'The reading room', registration: 'open' });
    expect((await ask('/sign-in')).body).toContain('Sign in · The reading room');
    await ask('/site', { cookie, form: { name: 'Octavo', registration: 'invitation' } });
  });

  test('are refused without a name or with another kind of registration', async () => {
    const cookie = await signInCookie(await one());
    const answer = await ask('/site', { cookie, form: { name: ' ', registration: 'everyone' } });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('Give this place a name.');
    expect(answer.body).toContain('Choose who may make an account.');
    expect(await siteSettings()).toEqual({ name: 'Octavo', registration: 'invitation' });
  });
});

describe('deactivating a person', () => {
  test('ends every sign-in at once, and every link that was mailed', async () => {
    const admin = await one();
    const mallory = await account({ name: 'Mallory' });
    const cookies = [await signInCookie(mallory), await signInCookie(mallory)];
    await db
      .transaction()
      .execute((tx) => requestEmailConfirmation(tx, mallory.personId, mallory.email));
    const confirm = await linkTo(mallory.email);
    await ask('/forgot-password', { form: { email: mallory.email } });
    const reset = await linkTo(mallory.email);
    const demo = await newDemoSignInLink(mallory.personId);
    expect((await ask(demo, { demo: true })).status).toBe(200);
    for (const cookie of cookies) expect((await ask('/account', { cookie })).status).toBe(200);

    const cookie = await signInCookie(admin);
    const path = `/site/people/${mallory.personId}`;
    expect((await ask(`${path}/deactivation`, { cookie })).body).toContain('Deactivate Mallory?');
    expect((await ask(`${path}/deactivation`, { cookie, form: {} })).location).toBe(path);

    for (const theirs of cookies) {
      expect((await ask('/account', { cookie: theirs })).location).toContain('/sign-in');
      expect((await ask('/account.data', { cookie: theirs })).body).not.toContain(mallory.email);
      const form = { name: 'Still here', timeZone: 'UTC' };
      expect((await ask('/account', { cookie: theirs, form })).location).toContain('/sign-in');
    }
    for (const link of [confirm, reset, demo]) {
      expect((await ask(link, { demo: true })).status).toBe(404);
    }
    expect(
      await db
        .selectFrom('sign_in')
        .select('token_hash')
        .where('person_id', '=', mallory.personId)
        .execute(),
    ).toEqual([]);
    expect(await personFor(admin, mallory.personId)).toMatchObject({ name: 'Mallory' });
  });

  test('can be taken back: they sign in anew, and old sign-ins stay ended', async () => {
    const admin = await one();
    const mallory = await account({ name: 'Mallory' });
    const old = await signInCookie(mallory);
    const signIn = () =>
      ask('/sign-in', { form: { email: mallory.email, password: PASSWORD }, ip: elsewhere() });
    await deactivatePerson(admin, mallory.personId, passOnHosting);
    expect((await signIn()).status).toBe(422);

    const cookie = await signInCookie(admin);
    await ask(`/site/people/${mallory.personId}/reactivation`, { cookie, form: {} });

    expect((await ask('/account', { cookie: old })).status).toBe(302);
    expect((await signIn()).status).toBe(303);
  });

  test('twice is once', async () => {
    const admin = await one();
    const mallory = await account({ name: 'Mallory' });
    const done = { ok: true, name: 'Mallory' };
    expect(await deactivatePerson(admin, mallory.personId, passOnHosting)).toEqual(done);
    expect(await deactivatePerson(admin, mallory.personId, passOnHosting)).toEqual(done);
    expect(await reactivatePerson(admin, mallory.personId, passOnHosting)).toEqual(done);
    expect(await reactivatePerson(admin, mallory.personId, passOnHosting)).toEqual(done);
  });

  test('does not work on oneself, or on nobody', async () => {
    const [admin] = await two();
    const cookie = await signInCookie(admin);
    const answer = await ask(`/site/people/${admin.personId}/deactivation`, { cookie, form: {} });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('You cannot deactivate your own account.');
    expect(await activeAdmins()).toContain(admin.personId);
    expect((await ask('/site/people/999999/deactivation', { cookie })).status).toBe(404);
    expect(await deactivatePerson(admin, 999_999, passOnHosting)).toEqual({
      ok: false,
      reason: 'no-such-person',
    });
  });

  test('of one another by two administrators at once leaves one of them', async () => {
    const [ines, rui] = await two();
    const answers = await Promise.all([
      deactivatePerson(ines, rui.personId, passOnHosting),
      deactivatePerson(rui, ines.personId, passOnHosting),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'no-longer-admin' });
    expect(await activeAdmins()).toHaveLength(1);
  });
});

describe('administration', () => {
  test('can be granted and withdrawn', async () => {
    const admin = await one();
    const rui = await account({ name: 'Rui' });
    const [cookie, theirs] = [await signInCookie(admin), await signInCookie(rui)];
    const path = `/site/people/${rui.personId}`;
    expect((await ask('/site', { cookie: theirs })).status).toBe(404);
    await ask(`${path}/admin-grant`, { cookie, form: {} });
    expect((await ask('/site', { cookie: theirs })).status).toBe(200);
    await ask(`${path}/admin-withdrawal`, { cookie, form: {} });
    expect((await ask('/site', { cookie: theirs })).status).toBe(404);
  });

  test('is not withdrawn from the last one', async () => {
    const admin = await one();
    const cookie = await signInCookie(admin);
    const path = `/site/people/${admin.personId}/admin-withdrawal`;
    const answer = await ask(path, { cookie, form: {} });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('left without an administrator');
    expect(await activeAdmins()).toEqual([admin.personId]);
  });

  test('is not withdrawn from the last active one, though a closed account has it too', async () => {
    const [ines, rui] = await two();
    await deactivatePerson(ines, rui.personId, passOnHosting);
    expect(await withdrawAdmin(ines, ines.personId)).toEqual({ ok: false, reason: 'last-admin' });
  });

  test('is not lost when two withdraw it at once', async () => {
    const [ines, rui] = await two();
    await Promise.all([withdrawAdmin(ines, ines.personId), withdrawAdmin(rui, rui.personId)]);
    expect(await activeAdmins()).toHaveLength(1);
  });

  test('that was withdrawn does nothing any more, though its proof is still in hand', async () => {
    const [ines, rui] = await two();
    const mallory = await account({ name: 'Mallory' });
    await withdrawAdmin(ines, rui.personId);
    const refused = { ok: false, reason: 'no-longer-admin' };
    expect(await deactivatePerson(rui, mallory.personId, passOnHosting)).toEqual(refused);
    expect(await grantAdmin(rui, rui.personId)).toEqual(refused);
  });
});

describe('the people list', () => {
  test('shows everybody once, a page at a time, also people of one name', async () => {
    const admin = await one();
    const many = Array.from({ length: PEOPLE_A_PAGE + 5 }, (_, i) => ({
      name: i % 2 ? 'Zora Zimmer' : `Zora ${String(i).padStart(3, '0')}`,
      email: `zora-${i}@zimmer.example`,
      password_hash: '-',
    }));
    await db.insertInto('person').values(many).execute();

    const seen: string[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const page: Awaited<ReturnType<typeof peopleOf>> = await peopleOf(
        admin,
        'zimmer.example',
        after,
      );
      seen.push(...page.people.map(({ email }) => email));
      after = page.next;
      pages++;
    } while (after);

    expect(pages).toBe(2);
    expect(seen).toHaveLength(many.length);
    expect(new Set(seen)).toEqual(new Set(many.map(({ email }) => email)));
  });

  test('finds by a part of the name or the address, in any case', async () => {
    const admin = await one();
    const amara = await account({ name: 'Amara Nightingale' });
    const cookie = await signInCookie(admin);
    for (const search of ['NIGHTING', amara.email.slice(0, 12)]) {
      const page = await ask(`/site/people?search=${encodeURIComponent(search)}`, { cookie });
      expect(page.body).toContain('Amara Nightingale');
    }
    expect((await ask('/site/people?search=zeppelin', { cookie })).body).toContain(
      'Nobody is called “zeppelin”',
    );
  });

  test('takes % and _ as they are', async () => {
    const admin = await one();
    expect((await peopleOf(admin, '%', null)).people).toEqual([]);
    expect((await peopleOf(admin, 'a_a', null)).people).toEqual([]);
    expect((await peopleOf(admin, '\\', null)).people).toEqual([]);
  });

  test('begins anew for a cursor that is not one of ours', async () => {
    const admin = await one();
    const first = await peopleOf(admin, '', null);
    for (const after of ['nonsense', Buffer.from('[1,2]').toString('base64url'), "'; drop table"]) {
      expect(await peopleOf(admin, '', after)).toEqual(first);
    }
  });

  test('tells no password hash', async () => {
    const admin = await one();
    const cookie = await signInCookie(admin);
    for (const path of ['/site/people', `/site/people/${admin.personId}`]) {
      const { status, body } = await ask(path, { cookie });
      expect(status).toBe(200);
      expect(body).not.toContain('argon2');
    }
  });
});

describe('the outbox pages', () => {
  test('show what was written, with its links and its HTML in a frame without scripts', async () => {
    const admin = await one();
    const cookie = await signInCookie(admin);
    const amara = await account();
    await ask('/forgot-password', { form: { email: amara.email }, ip: elsewhere() });
    await runJobs();

    const list = (await ask('/site/outbox', { cookie })).body;
    expect(list).toContain('Choose a new password');
    expect(list).toContain(amara.email);
    const [, id] = /href="\/site\/outbox\/([\w-]+)"/.exec(list) ?? [];
    const { body } = await ask(`/site/outbox/${id}`, { cookie });

    expect(body).toMatch(/href="http:\/\/localhost:3000\/reset-password\/[\w-]{27}"/);
    expect(body).toMatch(/<iframe[^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    expect(body).toContain('with this link you choose a new password');

    const src = `/site/outbox/${id}/mail`;
    expect(body).toContain(`src="${src}"`);
    const mail = await ask(src, { cookie });
    expect(mail.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    // Its own policy: what a mail may carry, and no more than a mail program would do with it.
    const policy = mail.headers.get('Content-Security-Policy') ?? '';
    expect(policy.split('; ')).toContain("default-src 'none'");
    expect(policy).toMatch(/; sandbox allow-popups allow-popups-to-escape-sandbox$/);
    expect(policy).not.toMatch(/script-src|allow-scripts|allow-same-origin/);
    expect(mail.body).toContain('<style');
    expect(mail.body).toContain(body.match(/reset-password\/[\w-]{27}/)?.[0]);
  });

  test.each(['..%2f..%2fpackage', '%2e%2e%2fsecret', 'secret', '20200101T000000000Z-00000000'])(
    'do not open %s',
    async (id) => {
      const cookie = await signInCookie(await one());
      expect((await ask(`/site/outbox/${id}`, { cookie })).status).toBe(404);
      expect((await ask(`/site/outbox/${id}/mail`, { cookie })).status).toBe(404);
    },
  );
});
