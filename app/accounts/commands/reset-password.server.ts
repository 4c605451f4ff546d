import { randomUUID } from 'node:crypto';
import type { Credential } from '#app/access/proofs.ts';
import { holdPerson } from '#app/accounts/rows/hold-person.server.ts';
import { addressKey, isAboutOwner, sameAddress } from '#app/accounts/rules/accounts.ts';
import { hashPassword } from '#app/accounts/rules/passwords.server.ts';
import { post } from '#app/notifications/commands/post.server.ts';
import { hashToken } from '#app/platform/token.server.ts';
import { db } from '#db/database.server.ts';
import { type From, networkKey, resetAddress, resetNetwork } from '../limits.server.ts';
import { openReset } from '../queries/links.server.ts';
import { markEmailConfirmed } from './create-account.server.ts';
import { setPassword } from './set-password.server.ts';

export type ResetRequested = { ok: true } | { ok: false; reason: 'limited'; retryAfter: number };

/** Has a link mailed to whoever has this address. The same is done, and said, when nobody has. */
export async function requestPasswordReset(email: string, from: From): Promise<ResetRequested> {
  const allowances = [
    await resetNetwork.take(networkKey(from)),
    await resetAddress.take(addressKey(email)),
  ];
  for (const allowance of allowances) {
    if (!allowance.ok) return { ...allowance, reason: 'limited' };
  }
  await post(db, {
    message: 'password-reset',
    given: { email, at: new Date().toISOString() },
    occasion: randomUUID(),
    to: { address: email },
  });
  return { ok: true };
}

export type PasswordReset =
  | ({ ok: true } & Credential)
  | { ok: false; reason: 'gone' | 'about-owner' };

/**
 * Sets a new password by the link that was mailed; ends every sign-in and every other reset link.
 * The link proves that the person reads that address.
 */
export async function resetPassword(token: string, password: string): Promise<PasswordReset> {
  const open = await openReset(token);
  if (!open) return { ok: false, reason: 'gone' };
  if (isAboutOwner(password, { name: open.name, email: open.email })) {
    return { ok: false, reason: 'about-owner' };
  }
  const passwordHash = await hashPassword(password);
  return db.transaction().execute(async (tx) => {
    await holdPerson(tx, open.personId);
    const used = await tx
      .updateTable('account_link')
      .set({ used_at: new Date() })
      .where('token_hash', '=', hashToken(token))
      .where('purpose', '=', 'reset-password')
      .where('used_at', 'is', null)
      .where('expires_at', '>', new Date())
      .returning('email')
      .executeTakeFirst();
    const credential = used && (await setPassword(tx, { personId: open.personId, passwordHash }));
    if (!credential) return { ok: false, reason: 'gone' };
    const { personId, email } = credential;
    if (sameAddress(used.email ?? '', email)) await markEmailConfirmed(tx, personId, email);
    return { ok: true, ...credential };
  });
}
