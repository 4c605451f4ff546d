import { sql } from 'kysely';
import type { Credential } from '#app/access/proofs.ts';
import { knownBrowser } from '#app/accounts/rows/known-browser.server.ts';
import { addressKey } from '#app/accounts/rules/accounts.ts';
import { hashPassword, isOutdated, isPassword } from '#app/accounts/rules/passwords.server.ts';
import { db } from '#db/database.server.ts';
import {
  type From,
  networkKey,
  rightPassword,
  rightPasswordNetwork,
  signInAddress,
  signInHere,
  signInNetwork,
} from '../limits.server.ts';

export type SignInAnswer =
  | ({ ok: true } & Credential)
  /** one answer for an unknown address and a wrong password */
  | { ok: false; reason: 'no-match' }
  /** deactivated; told only to somebody with the right password */
  | { ok: false; reason: 'closed' }
  | { ok: false; reason: 'limited'; retryAfter: number };

/** Whether an address and a password belong to somebody. The sign-in itself is access's. */
export async function signInWithPassword(
  { email, password }: { email: string; password: string },
  from: From & { cookies: string | null },
): Promise<SignInAnswer> {
  const tries = await countTry(email, from);
  if (!tries.ok) return { ok: false, reason: 'limited', retryAfter: tries.retryAfter };
  const person = await accountOf(email);
  const right = await isPassword(person?.password_hash ?? null, password);
  if (!person || !right) return { ok: false, reason: 'no-match' };
  await tries.takeBack(person.id);
  if (person.deactivated) return { ok: false, reason: 'closed' };
  const passwordHash = await upToDate(person, password);
  if (!passwordHash) return { ok: false, reason: 'no-match' };
  return { ok: true, personId: person.id, email: person.email, passwordHash };
}

async function accountOf(email: string) {
  return db
    .selectFrom('person')
    .leftJoin('person_deactivation as closed', 'closed.person_id', 'person.id')
    .select(['person.id', 'person.email', 'person.password_hash'])
    .select((eb) => eb('closed.person_id', 'is not', null).as('deactivated'))
    .where(sql`address_key(person.email)`, '=', addressKey(email))
    .executeTakeFirst();
}

async function countTry(email: string, from: From & { cookies: string | null }) {
  const known = await knownBrowser(from.cookies, email);
  const place = networkKey(from);
  const here = known ? ['known', known] : [addressKey(email), place];
  const counts = [
    { limit: signInNetwork, key: [place] },
    { limit: signInHere, key: here },
    ...(known ? [] : [{ limit: signInAddress, key: [addressKey(email)] }]),
  ];
  for (const { limit, key } of counts) {
    const allowance = await limit.take(...key);
    if (!allowance.ok) return allowance;
  }
  return {
    ok: true as const,
    async takeBack(personId: number) {
      const byPerson = await rightPassword.take(String(personId));
      const byNetwork = await rightPasswordNetwork.take(place);
      if (!byPerson.ok || !byNetwork.ok) return;
      await signInHere.forget(...here);
      await signInNetwork.giveBack(place);
      if (!known) await signInAddress.giveBack(addressKey(email));
    },
  };
}

/**
 * The hash by which a right password is kept from now on: one made with other parameters is replaced.
 * @returns null when the password was changed to another one meanwhile
 */
async function upToDate(
  { id, password_hash: stored }: { id: number; password_hash: string },
  password: string,
): Promise<string | null> {
  if (!isOutdated(stored)) return stored;
  const made = await hashPassword(password);
  const replaced = await db
    .updateTable('person')
    .set({ password_hash: made })
    .where('id', '=', id)
    .where('password_hash', '=', stored)
    .returning('id')
    .executeTakeFirst();
  if (replaced) return made;
  // Somebody was quicker: the same person signing in somewhere else, or a new password.
  const { password_hash: current } = await db
    .selectFrom('person')
    .select('password_hash')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return (await isPassword(current, password)) ? current : null;
}
