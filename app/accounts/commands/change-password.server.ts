import type { Viewer } from '#app/access/proofs.ts';
import { enqueue } from '#app/platform/queue.server.ts';
import { db } from '#db/database.server.ts';
import { currentPassword } from '../limits.server.ts';
import { hashPassword, isPassword } from '../passwords.server.ts';
import { isAboutOwner } from '../rules.ts';
import { endSignIns } from './end-sign-ins.server.ts';

export type PasswordChanged =
  | { ok: true }
  | { ok: false; reason: 'wrong-password' | 'about-owner' }
  | { ok: false; reason: 'limited'; retryAfter: number };

/** Changes the viewer's password and ends their sign-ins but the one of `signInToken`. */
export async function changePassword(
  viewer: Viewer,
  form: { currentPassword: string; newPassword: string },
  signInToken: string,
): Promise<PasswordChanged> {
  const allowed = await isCurrentPassword(viewer, form.currentPassword);
  if (!allowed.ok) return allowed;
  if (isAboutOwner(form.newPassword, viewer)) return { ok: false, reason: 'about-owner' };
  const passwordHash = await hashPassword(form.newPassword);
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('person')
      .set({ password_hash: passwordHash })
      .where('id', '=', viewer.personId)
      .execute();
    await endSignIns(tx, viewer.personId, signInToken);
    await tx
      .deleteFrom('account_link')
      .where('person_id', '=', viewer.personId)
      .where('purpose', '=', 'reset-password')
      .execute();
    const { email, name } = viewer;
    await enqueue(tx, 'send-account-notice', { email, name, what: 'password' });
  });
  return { ok: true };
}

/** Asks a signed-in person for their password, against a browser left open. Tries are limited. */
export async function isCurrentPassword(
  viewer: Viewer,
  password: string,
): Promise<
  | { ok: true }
  | { ok: false; reason: 'wrong-password' }
  | { ok: false; reason: 'limited'; retryAfter: number }
> {
  const key = String(viewer.personId);
  const tries = await currentPassword.take(key);
  if (!tries.ok) return { ...tries, reason: 'limited' };
  const { password_hash } = await db
    .selectFrom('person')
    .select('password_hash')
    .where('id', '=', viewer.personId)
    .executeTakeFirstOrThrow();
  if (!(await isPassword(password_hash, password))) return { ok: false, reason: 'wrong-password' };
  await currentPassword.forget(key);
  return { ok: true };
}
