import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { requestEmailConfirmation } from '#app/accounts/commands/create-account.server.ts';
import { db } from '#db/database.server.ts';
import { account, address, PASSWORD } from '#tests/accounts/given.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { viewer } from '#tests/support/cast.ts';
import { linkTo, mailTo } from '#tests/support/jobs.ts';

const unconfirmed = async () => {
  const amara = await account();
  await db.transaction().execute((tx) => requestEmailConfirmation(tx, amara.personId, amara.email));
  return amara;
};

const changeTo = (cookie: string, email: string, currentPassword = PASSWORD) =>
  ask('/account/email', { cookie, form: { email, currentPassword } });

describe('confirming an address', () => {
  test('looking at the link confirms nothing; the button does', async () => {
    const amara = await unconfirmed();
    const link = await linkTo(amara.email);
    expect((await ask(link)).body).toContain(`Is ${amara.email} yours?`);
    expect((await ask(link, { method: 'HEAD' })).status).toBe(200);
    expect((await viewer(amara)).emailConfirmed).toBe(false);

    const answer = await ask(link, { form: {} });

    expect(answer.status).toBe(303);
    expect((await viewer(amara)).emailConfirmed).toBe(true);
    expect((await ask(link)).status).toBe(404);
  });

  test('twice, and many times at once, confirms once and answers the same', async () => {
    const amara = await unconfirmed();
    const link = await linkTo(amara.email);
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(link, { form: {} })));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(303));
    expect((await ask(link, { form: {} })).status).toBe(303);
    const rows = await db
      .selectFrom('email_confirmed')
      .select('email')
      .where('person_id', '=', amara.personId)
      .execute();
    expect(rows).toEqual([{ email: amara.email }]);
  });

  test('with an old, unknown or closed account’s link confirms nothing', async () => {
    const amara = await unconfirmed();
    const link = await linkTo(amara.email);
    await db
      .updateTable('account_link')
      .set({ expires_at: new Date() })
      .where('person_id', '=', amara.personId)
      .execute();
    for (const path of [link, '/confirm-email/made-up']) {
      const page = await ask(path);
      expect(page.status).toBe(404);
      expect(page.body).toContain('This link does not work any more');
      expect((await ask(path, { form: {} })).status).toBe(422);
    }
    expect((await viewer(amara)).emailConfirmed).toBe(false);
  });

  test('a new link can be had from the account, six times an hour', async () => {
    const amara = await account();
    const cookie = await signInCookie(amara);
    expect((await ask('/account', { cookie })).body).toContain('Not confirmed yet');
    for (let i = 0; i < 6; i++) {
      const answer = await ask('/account/confirmation', { cookie, form: {} });
      expect(answer.location).toBe('/account');
    }
    expect((await ask('/account/confirmation', { cookie, form: {} })).status).toBe(429);
    expect(await mailTo(amara.email)).toHaveLength(6);
    await ask(await linkTo(amara.email), { form: {} });
    expect((await ask('/account/confirmation', { cookie })).location).toBe('/account');
    expect((await ask('/account', { cookie })).body).not.toContain('Not confirmed yet');
  });

  test('no token is kept anywhere', async () => {
    const amara = await unconfirmed();
    const token = (await linkTo(amara.email)).split('/').at(-1) ?? 'none';
    // Every row of every table, ours and the queue's, as text.
    const { rows } = await sql<{ text: string }>`
      select query_to_xml(format('select * from %I.%I', schemaname, tablename), true, false, '')::text
        as text
      from pg_tables where schemaname in ('public', 'graphile_worker')`.execute(db);
    const everything = rows.map(({ text }) => text).join('\n');
    expect(everything).toContain(amara.email);
    expect(everything).not.toContain(token);
  });
});

describe('changing an address', () => {
  test('takes effect when the new one is confirmed, and the old one is told', async () => {
    const amara = await account();
    const cookie = await signInCookie(amara);
    const next = address('amara-new');
    expect((await changeTo(cookie, next)).location).toBe('/account');
    const link = await linkTo(next);
    expect((await viewer(amara)).email).toBe(amara.email);
    expect((await ask('/account', { cookie })).body).toContain(`${next} takes its place`);

    const answer = await ask(link, { cookie, form: {} });

    expect(answer.location).toBe('/account');
    expect(await viewer(amara)).toMatchObject({ email: next, emailConfirmed: true });
    const [told] = await mailTo(amara.email);
    expect(told?.subject).toBe('Your email address was changed');
    expect((await ask(link, { cookie, form: {} })).status).toBe(303);
  });

  test('confirmed many times at once, changes it once and tells the old address once', async () => {
    const amara = await account();
    const cookie = await signInCookie(amara);
    const next = address('amara-new');
    await changeTo(cookie, next);
    const link = await linkTo(next);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => ask(link, { cookie, form: {} })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(303));
    expect((await viewer(amara)).email).toBe(next);
    expect(await mailTo(amara.email)).toHaveLength(1);
  });

  test('needs the password', async () => {
    const amara = await account();
    const cookie = await signInCookie(amara);
    const next = address();
    const answer = await changeTo(cookie, next, 'not my password');
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('That is not your password.');
    expect(answer.body).toContain(`value="${next}"`);
    expect(await mailTo(next)).toEqual([]);
  });

  test('needs the person’s own sign-in, since a mistyped address has another reader', async () => {
    const amara = await account();
    const next = address('mistyped');
    await changeTo(await signInCookie(amara), next);
    const link = await linkTo(next);
    const mallory = await signInCookie(await account({ name: 'Mallory' }));

    for (const cookie of [undefined, mallory]) {
      expect((await ask(link, { cookie })).body).toContain('please sign in with the old one');
      expect((await ask(link, { cookie, form: {} })).status).toBe(422);
    }
    expect((await viewer(amara)).email).toBe(amara.email);
  });

  test('to one that has an account says the same, and writes to its owner only', async () => {
    const amara = await account();
    const rui = await account({ name: 'Rui' });
    const cookie = await signInCookie(amara);
    const taken = await changeTo(cookie, rui.email);
    const free = await changeTo(cookie, address());
    expect({ ...taken, headers: null }).toEqual({ ...free, headers: null });
    const [mail] = await mailTo(rui.email);
    expect(mail?.subject).toBe('You have an account at Octavo already');
  });

  test('to one that somebody else took in the meantime changes nothing', async () => {
    const amara = await account();
    const cookie = await signInCookie(amara);
    const next = address();
    await changeTo(cookie, next);
    const link = await linkTo(next);
    await account({ name: 'Rui', email: next });

    const answer = await ask(link, { cookie, form: {} });

    expect(answer.status).toBe(422);
    expect(answer.body).toContain('Another account uses this address');
    expect((await viewer(amara)).email).toBe(amara.email);
  });

  test('of two people to one address at once changes one of them', async () => {
    const [amara, rui] = [await account(), await account({ name: 'Rui' })];
    const next = address();
    const cookies = [await signInCookie(amara), await signInCookie(rui)];
    for (const cookie of cookies) await changeTo(cookie, next);
    const links = (await mailTo(next)).flatMap(({ links, to }) =>
      links.map((link) => ({
        path: new URL(link).pathname,
        cookie: to.startsWith('Rui') ? cookies[1] : cookies[0],
      })),
    );
    expect(links).toHaveLength(2);

    const answers = await Promise.all(
      links.map(({ path, cookie }) => ask(path, { cookie, form: {} })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    const emails = [(await viewer(amara)).email, (await viewer(rui)).email];
    expect(emails.filter((email) => email === next)).toHaveLength(1);
  });

  test('only the newest address asked for can still be confirmed', async () => {
    const amara = await account();
    const cookie = await signInCookie(amara);
    const [first, second] = [address('first'), address('second')];
    await changeTo(cookie, first);
    const early = await linkTo(first);
    await changeTo(cookie, second);
    const late = await linkTo(second);
    expect((await ask(early, { cookie, form: {} })).status).toBe(422);
    expect((await ask(late, { cookie, form: {} })).status).toBe(303);
    expect((await viewer(amara)).email).toBe(second);
  });

  test('to the same address is refused with a word', async () => {
    const amara = await account();
    const answer = await changeTo(await signInCookie(amara), amara.email.toUpperCase());
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('That is your address already.');
  });

  test('ends reset links mailed to the old address', async () => {
    const amara = await account();
    const cookie = await signInCookie(amara);
    await ask('/forgot-password', { form: { email: amara.email } });
    const reset = await linkTo(amara.email);
    expect((await ask(reset)).status).toBe(200);
    const next = address();
    await changeTo(cookie, next);
    await ask(await linkTo(next), { cookie, form: {} });
    expect((await ask(reset)).status).toBe(404);
  });
});
