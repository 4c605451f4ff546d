import type { Viewer } from '#app/access/proofs.ts';
import { enqueue } from '#app/platform/queue.server.ts';
import { hashToken } from '#app/platform/token.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { sameAddress } from '../rules.ts';
import { markEmailConfirmed } from './create-account.server.ts';

export type EmailConfirmed =
  | { ok: true; personId: number; email: string }
  | { ok: false; reason: 'gone' | 'email-taken' | 'sign-in-first' };

/**
 * Confirms an address by the link that was mailed to it. When it is a new address, it takes the
 * place of the old one now, and the old one is told; that needs the person's own sign-in too, since
 * the link may have gone to a mistyped address. Following a link twice confirms once and answers
 * the same.
 */
export async function confirmEmail(token: string, viewer: Viewer | null): Promise<EmailConfirmed> {
  try {
    return await db.transaction().execute((tx) => confirmWith(tx, hashToken(token), viewer));
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'person_email_key') throw error;
    return { ok: false, reason: 'email-taken' };
  }
}

async function confirmWith(
  tx: Tx,
  tokenHash: string,
  viewer: Viewer | null,
): Promise<EmailConfirmed> {
  const link = await tx
    .selectFrom('account_link as link')
    .innerJoin('person', 'person.id', 'link.person_id')
    .select(['person.id', 'person.name', 'person.email as current', 'link.email', 'link.used_at'])
    .where('link.token_hash', '=', tokenHash)
    .where('link.purpose', '=', 'confirm-email')
    .where('link.expires_at', '>', new Date())
    .forUpdate(['link', 'person'])
    .executeTakeFirst();
  if (!link?.email) return { ok: false, reason: 'gone' };
  const { id: personId, name, email, current } = link;
  const changes = !sameAddress(email, current);
  if (link.used_at) return changes ? { ok: false, reason: 'gone' } : { ok: true, personId, email };
  if (changes && viewer?.personId !== personId) return { ok: false, reason: 'sign-in-first' };
  if (changes) {
    await tx.updateTable('person').set({ email }).where('id', '=', personId).execute();
    // Whoever reads the old address must not be able to reset the password with an older link.
    await tx
      .deleteFrom('account_link')
      .where('person_id', '=', personId)
      .where('purpose', '=', 'reset-password')
      .execute();
    await enqueue(tx, 'send-account-notice', { email: current, name, what: 'email' });
  }
  await tx
    .updateTable('account_link')
    .set({ used_at: new Date() })
    .where('token_hash', '=', tokenHash)
    .execute();
  await markEmailConfirmed(tx, personId, email);
  return { ok: true, personId, email };
}
