import { randomBytes } from 'node:crypto';
import { asAdmin } from '#app/access/membership.server.ts';
import type { Admin, Viewer } from '#app/access/proofs.ts';
import { createAccount } from '#app/accounts/commands/create-account.server.ts';
import { db } from '#db/database.server.ts';
import { viewer } from '#tests/support/cast.ts';

export const PASSWORD = 'a lantern under the willow';

export const address = (name = 'amara') => `${name}-${randomBytes(5).toString('hex')}@example.org`;

/** A person with a password that can be typed. */
export async function account(given: { name?: string; email?: string; password?: string } = {}) {
  const made = await db.transaction().execute((tx) =>
    createAccount(tx, {
      name: given.name ?? 'Amara',
      email: given.email ?? address(),
      password: given.password ?? PASSWORD,
      timeZone: 'Africa/Nairobi',
    }),
  );
  if (!made.ok) throw new Error(made.reason);
  return viewer(made.personId);
}

export async function administrator(who?: Viewer): Promise<Admin> {
  const { personId } = who ?? (await account({ name: 'Ines' }));
  await db.insertInto('site_admin').values({ person_id: personId }).execute();
  const admin = asAdmin(await viewer(personId));
  if (!admin) throw new Error('No administrator was made.');
  return admin;
}

/** The Cookie header of a browser after an answer's Set-Cookie values. */
export const carried = (cookies: string[]) =>
  cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');

let next = 0;
/** An address of the network nobody else in these tests comes from. */
export const elsewhere = () => `203.0.113.${(next++ % 250) + 1}`;
