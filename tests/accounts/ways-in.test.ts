import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { startSignIn } from '#app/access/sign-in.server.ts';
import { newSetupLink } from '#app/accounts/commands/account-links.server.ts';
import { db } from '#db/database.server.ts';
import { account, address, elsewhere, PASSWORD } from '#tests/accounts/given.ts';
import { invitationTo } from '#tests/circles/circle.ts';
import { join, newcomer } from '#tests/joining/newcomer.ts';
import { ask, credentialOf } from '#tests/support/ask.ts';
import { circleOf } from '#tests/support/cast.ts';
import { linkTo } from '#tests/support/jobs.ts';

const signInRows = () => db.selectFrom('sign_in').select('person_id').execute();

/** From now on whoever gets an account, or another password, finds the account closed right after. */
const closeAtOnce = () =>
  sql
    .raw(`
create function close_at_once() returns trigger language plpgsql as $$
begin
  insert into person_deactivation (person_id) values (new.id);
  return null;
end $$;
create trigger close_at_once after insert or update of password_hash on person
  for each row execute function close_at_once()`)
    .execute(db);

afterEach(async () => {
  await sql.raw('drop function if exists close_at_once cascade').execute(db);
});

const details = () => ({
  name: 'Noor',
  email: address('noor'),
  password: PASSWORD,
  timeZone: 'Europe/Lisbon',
});

/** Every way in but the password's own: how it is made ready, and what is then sent. */
const waysIn: Record<string, () => Promise<() => ReturnType<typeof ask>>> = {
  'the setup link': async () => {
    const link = (await newSetupLink()) ?? '';
    return () => ask(link, { form: details() });
  },
  'the link that finishes a sign-up': async () => {
    await db.updateTable('site').set({ registration: 'open' }).execute();
    const form = details();
    await ask('/sign-up', { form, ip: elsewhere() });
    const link = await linkTo(form.email);
    return () => ask(link, { form: { password: PASSWORD } });
  },
  'the link that resets a password': async () => {
    const amara = await account();
    await ask('/forgot-password', { form: { email: amara.email }, ip: elsewhere() });
    const link = await linkTo(amara.email);
    return () => ask(link, { form: { password: 'seven herons at low tide' } });
  },
  'an invitation': async () => {
    const form = newcomer();
    await invitationTo(await circleOf(), form.email);
    const token = (await linkTo(form.email)).replace('/join/', '');
    return () => join(token, form);
  },
};

describe.each(Object.entries(waysIn))('%s', (_, ready) => {
  test('signs nobody in whose account is closed before the sign-in begins', async () => {
    const enter = await ready();
    await closeAtOnce();

    const answer = await enter();

    expect(answer).toMatchObject({ status: 303, location: '/sign-in' });
    expect(answer.cookies.join()).not.toContain('octavo_sign_in');
    expect(await signInRows()).toEqual([]);
  });
});

describe('what somebody signs in by', () => {
  const changes = {
    'another password': (id: number) =>
      db.updateTable('person').set({ password_hash: 'another' }).where('id', '=', id).execute(),
    'another address': (id: number) =>
      db.updateTable('person').set({ email: address() }).where('id', '=', id).execute(),
    'a closed account': (id: number) =>
      db.insertInto('person_deactivation').values({ person_id: id }).execute(),
  };

  test.each(Object.entries(changes))('does not hold after %s', async (_, change) => {
    const amara = await account();
    const credential = await credentialOf(amara);
    await change(amara.personId);
    expect(await startSignIn(credential, 'a test')).toBeNull();
    expect(await signInRows()).toEqual([]);
  });

  test('holds for a browser as long as nothing is changed', async () => {
    const amara = await account();
    expect(await startSignIn(await credentialOf(amara), 'a test')).toContain('octavo_sign_in=');
    expect(await signInRows()).toEqual([{ person_id: amara.personId }]);
  });
});
