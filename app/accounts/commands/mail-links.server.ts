import { sql } from 'kysely';
import { siteToMail } from '#app/accounts/queries/mail.server.ts';
import { addressKey, sameAddress } from '#app/accounts/rules/accounts.ts';
import { hashToken, newToken } from '#app/platform/token.server.ts';
import { daysAfter } from '#app/time/spans.ts';
import { db } from '#db/database.server.ts';
import { newAccountLink } from './account-links.server.ts';

/**
 * What a mail with a link of an account says, with the link made as the mail is sent: a job's payload
 * is kept in the database, a token never. Null when there is nothing to send any more; `known` when
 * the address is another account's, whose owner gets a mail without a link.
 */

export async function confirmationToMail({ personId, email }: { personId: number; email: string }) {
  const person = await people().where('person.id', '=', personId).executeTakeFirst();
  if (!person || person.deactivated) return null;
  const changes = !sameAddress(person.email, email);
  if (changes) {
    const owner = await personAt(email);
    if (owner) return toOwner(owner);
    await forgetEarlierChanges(person, email);
  }
  const token = await newAccountLink(db, 'confirm-email', personId, email);
  const to = { name: person.name, address: email };
  return { known: false as const, to, changes, token, ...(await siteToMail()) };
}

/** Only the newest address somebody asked to change to can still be confirmed. */
async function forgetEarlierChanges(person: { id: number; email: string }, email: string) {
  await db
    .deleteFrom('account_link')
    .where('person_id', '=', person.id)
    .where('purpose', '=', 'confirm-email')
    .where('used_at', 'is', null)
    .where(sql`address_key(email)`, 'not in', [addressKey(email), addressKey(person.email)])
    .execute();
}

/** @param asked.at ISO: a day later nobody waits for it any more */
export async function passwordResetToMail({ email, at }: { email: string; at: string }) {
  if (daysAfter(new Date(at), 1) < new Date()) return null;
  const person = await personAt(email);
  if (!person || person.deactivated) return null;
  const token = await newAccountLink(db, 'reset-password', person.id, person.email);
  return { to: { name: person.name, address: person.email }, token, ...(await siteToMail()) };
}

export async function signUpToMail({ signUpId }: { signUpId: number }) {
  const begun = await db
    .selectFrom('sign_up')
    .select(['name', 'email'])
    .where('id', '=', signUpId)
    .where('expires_at', '>', new Date())
    .executeTakeFirst();
  if (!begun) return null;
  const owner = await personAt(begun.email);
  if (owner) {
    await db.deleteFrom('sign_up').where('id', '=', signUpId).execute();
    return toOwner(owner);
  }
  const token = newToken();
  await db
    .updateTable('sign_up')
    .set({ token_hash: hashToken(token) })
    .where('id', '=', signUpId)
    .execute();
  const to = { name: begun.name, address: begun.email };
  return { known: false as const, to, token, ...(await siteToMail()) };
}

const people = () =>
  db
    .selectFrom('person')
    .leftJoin('person_deactivation as closed', 'closed.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.email'])
    .select((eb) => eb('closed.person_id', 'is not', null).as('deactivated'));

const personAt = (email: string) =>
  people().where(sql`address_key(person.email)`, '=', addressKey(email)).executeTakeFirst();

async function toOwner(owner: { name: string; email: string; deactivated: unknown }) {
  if (owner.deactivated) return null;
  const to = { name: owner.name, address: owner.email };
  return { known: true as const, to, ...(await siteToMail()) };
}
