import { sql } from 'kysely';
import { db } from '#db/database.server.ts';
import { knownBrowser } from '../known-browser.server.ts';
import {
  addressKey,
  type From,
  networkKey,
  signInAddress,
  signInHere,
  signInNetwork,
} from '../limits.server.ts';
import { hashPassword, isOutdated, isPassword } from '../passwords.server.ts';

export type SignInAnswer =
  | { ok: true; personId: number; email: string }
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
  await tries.takeBack();
  if (person.deactivated) return { ok: false, reason: 'closed' };
  if (isOutdated(person.password_hash)) await rehash(person.id, person.password_hash, password);
  return { ok: true, personId: person.id, email: person.email };
}

async function accountOf(email: string) {
  return db
    .selectFrom('person')
    .leftJoin('person_deactivation as closed', 'closed.person_id', 'person.id')
    .select(['person.id', 'person.email', 'person.password_hash'])
    .select((eb) => eb('closed.person_id', 'is not', null).as('deactivated'))
    .where(sql`lower(person.email)`, '=', email.toLowerCase())
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
    async takeBack() {
      await signInHere.forget(...here);
      await signInNetwork.giveBack(place);
      if (!known) await signInAddress.giveBack(addressKey(email));
    },
  };
}

async function rehash(personId: number, stored: string, password: string): Promise<void> {
  await db
    .updateTable('person')
    .set({ password_hash: await hashPassword(password) })
    .where('id', '=', personId)
    .where('password_hash', '=', stored)
    .execute();
}
