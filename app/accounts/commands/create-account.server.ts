import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Credential } from '#app/access/proofs.ts';
import { isAboutOwner } from '#app/accounts/rules/accounts.ts';
import { hashPassword } from '#app/accounts/rules/passwords.server.ts';
import { post } from '#app/notifications/commands/post.server.ts';
import { writeAgain } from '#app/notifications/commands/write-again.server.ts';
import type { Tx } from '#db/database.server.ts';

export interface NewAccountInput {
  name: string;
  email: string;
  /** as validated by forms.ts newPassword */
  password: string;
  timeZone: string;
}

export type AccountCreated =
  | ({ ok: true } & Credential)
  | { ok: false; reason: 'email-taken' | 'password-about-owner' };

/**
 * Makes an account in the caller's transaction. Takes a twentieth of a second for the password:
 * call it before taking locks that others wait for.
 */
export async function createAccount(tx: Tx, account: NewAccountInput): Promise<AccountCreated> {
  if (isAboutOwner(account.password, account)) return { ok: false, reason: 'password-about-owner' };
  return insertAccount(tx, { ...account, passwordHash: await hashPassword(account.password) });
}

/** Makes an account whose password was hashed before. */
export async function insertAccount(
  tx: Tx,
  account: { name: string; email: string; passwordHash: string; timeZone: string },
): Promise<({ ok: true } & Credential) | { ok: false; reason: 'email-taken' }> {
  const { email, passwordHash } = account;
  const person = await tx
    .insertInto('person')
    .values({
      name: account.name,
      email,
      password_hash: passwordHash,
      time_zone: account.timeZone,
    })
    .onConflict((conflict) => conflict.expression(sql`address_key(email)`).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!person) return { ok: false, reason: 'email-taken' };
  return { ok: true, personId: person.id, email, passwordHash };
}

/** Sends a link to `email` by which the person confirms that they read it. */
export async function requestEmailConfirmation(
  tx: Tx,
  personId: number,
  email: string,
): Promise<void> {
  await post(tx, {
    message: 'email-confirmation',
    given: { personId, email },
    occasion: randomUUID(),
    to: { address: email, personId },
  });
}

/** Records that the person reads mail at `email`. */
export async function markEmailConfirmed(tx: Tx, personId: number, email: string): Promise<void> {
  await writeAgain(tx, email);
  await tx
    .insertInto('email_confirmed')
    .values({ person_id: personId, email })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ email, at: new Date() }))
    .execute();
}
