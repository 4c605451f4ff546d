import type { Viewer } from '#app/access/proofs.ts';
import { isAboutOwner } from '#app/accounts/rules/accounts.ts';
import { hashPassword, isPassword } from '#app/accounts/rules/passwords.server.ts';
import { db } from '#db/database.server.ts';
import { currentPassword, rightPassword } from '../limits.server.ts';
import { setPassword } from './set-password.server.ts';

export type PasswordChanged =
  | { ok: true }
  | { ok: false; reason: 'wrong-password' | 'about-owner' }
  | { ok: false; reason: 'limited'; retryAfter: number };

/**
 * Changes the viewer's password and ends their sign-ins but the one of `signInToken`. The one that
 * was typed must be in place still when the new one is written: whoever has just reset it has the
 * last word.
 */
export async function changePassword(
  viewer: Viewer,
  form: { currentPassword: string; newPassword: string },
  signInToken: string,
): Promise<PasswordChanged> {
  const allowed = await isCurrentPassword(viewer, form.currentPassword);
  if (!allowed.ok) return allowed;
  if (isAboutOwner(form.newPassword, viewer)) return { ok: false, reason: 'about-owner' };
  const passwordHash = await hashPassword(form.newPassword);
  const { personId } = viewer;
  const instead = allowed.passwordHash;
  const changed = await db
    .transaction()
    .execute((tx) => setPassword(tx, { personId, passwordHash, instead, keep: signInToken }));
  return changed ? { ok: true } : { ok: false, reason: 'wrong-password' };
}

/**
 * Asks a signed-in person for their password, against a browser left open. Tries are limited.
 * @returns with a right one, the hash it was held against
 */
export async function isCurrentPassword(
  viewer: Viewer,
  password: string,
): Promise<
  | { ok: true; passwordHash: string }
  | { ok: false; reason: 'wrong-password' }
  | { ok: false; reason: 'limited'; retryAfter: number }
> {
  const key = String(viewer.personId);
  const tries = await currentPassword.take(key);
  if (!tries.ok) return { ...tries, reason: 'limited' };
  const { password_hash: passwordHash } = await db
    .selectFrom('person')
    .select('password_hash')
    .where('id', '=', viewer.personId)
    .executeTakeFirstOrThrow();
  if (!(await isPassword(passwordHash, password))) return { ok: false, reason: 'wrong-password' };
  if ((await rightPassword.take(key)).ok) await currentPassword.forget(key);
  return { ok: true, passwordHash };
}
