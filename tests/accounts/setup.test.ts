import { beforeEach, describe, expect, test } from 'vitest';
import { newSetupLink } from '#app/accounts/commands/account-links.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { account, address, carried, PASSWORD } from '#tests/accounts/given.ts';
import { ask } from '#tests/support/ask.ts';
import { mailTo } from '#tests/support/jobs.ts';

const form = (email = address('ines')) => ({
  name: 'Ines',
  email,
  password: PASSWORD,
  timeZone: 'Europe/Madrid',
});

const people = () =>
  db
    .selectFrom('person')
    .leftJoin('site_admin', 'site_admin.person_id', 'person.id')
    .select(['person.email', 'site_admin.person_id as admin'])
    .execute();

const setupLink = async () => {
  const link = await newSetupLink();
  if (!link) throw new Error('There is an account already.');
  return link;
};

// This file has a database of its own, so it can begin with nobody each time.
beforeEach(async () => {
  await acrossCircles(db, 'of all messages').deleteFrom('message').execute();
  for (const table of ['account_link', 'email_confirmed', 'site_admin', 'sign_in'] as const) {
    await db.deleteFrom(table).execute();
  }
  await db.deleteFrom('person').execute();
});

describe('the setup link', () => {
  test('makes the first account, the administrator, and signs them in', async () => {
    const link = await setupLink();
    expect(link).toMatch(/^\/setup\/[\w-]{27}$/);
    expect((await ask(link)).body).toContain('Make the first account');
    const given = form();

    const answer = await ask(link, { form: given });

    expect(answer.location).toBe('/');
    const [first, ...others] = await people();
    expect(first).toEqual({ email: given.email, admin: expect.any(Number) });
    expect(others).toEqual([]);
    expect((await ask('/site', { cookie: carried(answer.cookies) })).status).toBe(200);
    const [mail] = await mailTo(given.email);
    expect(mail?.subject).toBe('Confirm your email address');
  });

  test('is dead afterwards, and no other is made', async () => {
    const link = await setupLink();
    await ask(link, { form: form() });
    expect((await ask(link)).status).toBe(404);
    expect((await ask(link, { form: form() })).status).toBe(422);
    expect(await newSetupLink()).toBeNull();
    expect(await people()).toHaveLength(1);
  });

  test('of an earlier start works until one was used, then none does', async () => {
    const [earlier, later] = [await setupLink(), await setupLink()];
    expect((await ask(earlier)).status).toBe(200);
    await ask(later, { form: form() });
    expect((await ask(earlier)).status).toBe(404);
    expect((await ask(earlier, { form: form() })).status).toBe(422);
    expect(await people()).toHaveLength(1);
  });

  test('used many times at once, and two links at once, make exactly one administrator', async () => {
    const links = [await setupLink(), await setupLink()];
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => ask(links[i % 2] ?? '', { form: form() })),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(await people()).toHaveLength(1);
    expect(await db.selectFrom('site_admin').select('person_id').execute()).toHaveLength(1);
  });

  test('that was made up, or is too old, makes nothing', async () => {
    const link = await setupLink();
    await db.updateTable('account_link').set({ expires_at: new Date() }).execute();
    for (const path of ['/setup/made-up', link]) {
      expect((await ask(path)).status).toBe(404);
      expect((await ask(path, { form: form() })).status).toBe(422);
    }
    expect(await people()).toEqual([]);
  });

  test('cannot be a link of another purpose', async () => {
    const token = await setupLink().then((link) => link.split('/').at(-1));
    expect((await ask(`/reset-password/${token}`)).status).toBe(404);
    expect((await ask(`/confirm-email/${token}`)).status).toBe(404);
    expect((await ask(`/demo/${token}`, { form: {}, demo: true })).cookies.join()).not.toContain(
      'sign_in=',
    );
    await account();
    expect((await ask(`/setup/${token}`)).status).toBe(404);
  });

  test('says what is wrong and keeps what was typed', async () => {
    const link = await setupLink();
    const answer = await ask(link, { form: { ...form(), password: 'password' } });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('value="Ines"');
    expect((await ask(link)).status).toBe(200);
  });

  test('is kept as a hash only', async () => {
    const token = (await setupLink()).split('/').at(-1) ?? '';
    const rows = await db.selectFrom('account_link').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});
