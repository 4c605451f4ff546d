import { sql } from 'kysely';
import type { Credential } from '#app/access/proofs.ts';
import { addressKey, LINK_LIFETIME } from '#app/accounts/rules/accounts.ts';
import { hashPassword, isPassword } from '#app/accounts/rules/passwords.server.ts';
import { post } from '#app/notifications/commands/post.server.ts';
import { hashToken } from '#app/platform/token.server.ts';
import { db } from '#db/database.server.ts';
import {
  type From,
  finishSignUp,
  networkKey,
  signUpAddress,
  signUpNetwork,
} from '../limits.server.ts';
import { currentSiteSettings } from '../queries/site.server.ts';
import {
  insertAccount,
  markEmailConfirmed,
  type NewAccountInput,
} from './create-account.server.ts';

export type SignUpAnswer =
  | { ok: true }
  | { ok: false; reason: 'by-invitation' }
  | { ok: false; reason: 'limited'; retryAfter: number };

/**
 * Begins an account where registration is open: keeps what was typed and has a link mailed. Whether
 * the address has an account already is looked at by the job that writes the mail, so that neither
 * the answer nor its time depends on it.
 */
export async function signUp(account: NewAccountInput, from: From): Promise<SignUpAnswer> {
  if ((await currentSiteSettings(db)).registration !== 'open') {
    return { ok: false, reason: 'by-invitation' };
  }
  const allowances = [
    await signUpNetwork.take(networkKey(from)),
    await signUpAddress.take(addressKey(account.email)),
  ];
  for (const allowance of allowances) {
    if (!allowance.ok) return { ...allowance, reason: 'limited' };
  }
  const passwordHash = await hashPassword(account.password);
  await db.transaction().execute(async (tx) => {
    const { id } = await tx
      .insertInto('sign_up')
      .values({
        name: account.name,
        email: account.email,
        password_hash: passwordHash,
        time_zone: account.timeZone,
        expires_at: new Date(Date.now() + LINK_LIFETIME['sign-up']),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await post(tx, {
      message: 'sign-up',
      given: { signUpId: id },
      occasion: `sign-up:${id}`,
      to: { address: account.email },
    });
  });
  return { ok: true };
}

export type SignUpFinished =
  | ({ ok: true } & Credential)
  | { ok: false; reason: 'gone' | 'wrong-password' | 'email-taken' }
  | { ok: false; reason: 'limited'; retryAfter: number };

/**
 * Makes the account of a link that was mailed. The password is asked for once more: without it,
 * somebody could sign up with another's address, have them follow the link, and know their password.
 */
export async function completeSignUp(token: string, password: string): Promise<SignUpFinished> {
  const tokenHash = hashToken(token);
  const begun = await db
    .selectFrom('sign_up')
    .select(['name', 'email', 'password_hash', 'time_zone'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', new Date())
    .executeTakeFirst();
  if (!begun) return { ok: false, reason: 'gone' };
  const tries = await finishSignUp.take(tokenHash);
  if (!tries.ok) return { ...tries, reason: 'limited' };
  if (!(await isPassword(begun.password_hash, password))) {
    return { ok: false, reason: 'wrong-password' };
  }
  return db.transaction().execute(async (tx) => {
    const { name, email, password_hash: passwordHash, time_zone: timeZone } = begun;
    const made = await insertAccount(tx, { name, email, passwordHash, timeZone });
    await tx.deleteFrom('sign_up').where(sql`address_key(email)`, '=', addressKey(email)).execute();
    if (!made.ok) return made;
    await markEmailConfirmed(tx, made.personId, email);
    return made;
  });
}
