import type { Viewer } from '#app/access/proofs.ts';
import { sameAddress } from '#app/accounts/rules/accounts.ts';
import { db } from '#db/database.server.ts';
import { confirmations } from '../limits.server.ts';
import { isCurrentPassword } from './change-password.server.ts';
import { requestEmailConfirmation } from './create-account.server.ts';

export type EmailChangeAsked =
  | { ok: true }
  | { ok: false; reason: 'wrong-password' | 'same' }
  | { ok: false; reason: 'limited'; retryAfter: number };

/**
 * Has a link mailed to a new address; the old one stays until it is followed. Says the same when
 * another account has the new address: only its owner is told, by mail.
 */
export async function askToChangeEmail(
  viewer: Viewer,
  form: { email: string; currentPassword: string },
): Promise<EmailChangeAsked> {
  const allowed = await isCurrentPassword(viewer, form.currentPassword);
  if (!allowed.ok) return allowed;
  if (sameAddress(form.email, viewer.email)) return { ok: false, reason: 'same' };
  return mailConfirmation(viewer, form.email);
}

export type ConfirmationAsked = { ok: true } | { ok: false; reason: 'confirmed' };

/** Mails the link that confirms the viewer's own address once more. */
export async function askForConfirmation(viewer: Viewer): Promise<ConfirmationAsked> {
  if (viewer.emailConfirmed) return { ok: false, reason: 'confirmed' };
  return mailConfirmation(viewer, viewer.email);
}

async function mailConfirmation(viewer: Viewer, email: string) {
  await db.transaction().execute(async (tx) => {
    await requestEmailConfirmation(tx, viewer.personId, email);
    await confirmations.count(tx, viewer.personId);
  });
  return { ok: true as const };
}
