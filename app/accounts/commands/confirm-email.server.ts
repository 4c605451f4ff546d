import { randomUUID } from 'node:crypto';
import type { Viewer } from '#app/access/proofs.ts';
import { holdPerson } from '#app/accounts/rows/hold-person.server.ts';
import { sameAddress } from '#app/accounts/rules/accounts.ts';
import { post } from '#app/notifications/commands/post.server.ts';
import { enqueue } from '#app/platform/queue.server.ts';
import { hashToken } from '#app/platform/token.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { markEmailConfirmed } from './create-account.server.ts';

export type EmailConfirmed =
  | { ok: true; personId: number; email: string }
  | { ok: false; reason: 'gone' | 'email-taken' | 'sign-in-first' };

/** A browser that is signed in, and the token it is signed in by. */
interface SignedIn {
  viewer: Viewer;
  token: string;
}

/**
 * Confirms an address by the link that was mailed to it. When it is a new address, it takes the
 * place of the old one now, and the old one is told; that needs the person's own sign-in too, since
 * the link may have gone to a mistyped address. Following a link twice confirms once and answers
 * the same.
 */
export async function confirmEmail(token: string, by: SignedIn | null): Promise<EmailConfirmed> {
  try {
    return await db.transaction().execute((tx) => confirmWith(tx, hashToken(token), by));
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'person_email_key') throw error;
    return { ok: false, reason: 'email-taken' };
  }
}

async function confirmWith(
  tx: Tx,
  tokenHash: string,
  by: SignedIn | null,
): Promise<EmailConfirmed> {
  const open = () =>
    tx
      .selectFrom('account_link')
      .select(['person_id', 'email', 'used_at'])
      .where('token_hash', '=', tokenHash)
      .where('purpose', '=', 'confirm-email')
      .where('expires_at', '>', new Date())
      .executeTakeFirst();
  const mailedTo = (await open())?.person_id;
  const person = mailedTo ? await holdPerson(tx, mailedTo) : undefined;
  // Read again now that the person is held: it may have been taken away while this waited.
  const link = person && (await open());
  if (!person || !link?.email) return { ok: false, reason: 'gone' };
  const { id: personId, name, email: current } = person;
  const { email } = link;
  const changes = !sameAddress(email, current);
  if (link.used_at) return changes ? { ok: false, reason: 'gone' } : { ok: true, personId, email };
  if (changes && !(await isSignedIn(tx, personId, by))) {
    return { ok: false, reason: 'sign-in-first' };
  }
  if (changes) {
    await keepAddress(tx, personId, current);
    await tx.updateTable('person').set({ email }).where('id', '=', personId).execute();
    // Whoever reads the old address must not be able to reset the password with an older link.
    await tx
      .deleteFrom('account_link')
      .where('person_id', '=', personId)
      .where('purpose', '=', 'reset-password')
      .execute();
    await post(tx, {
      message: 'account-notice',
      given: { email: current, name, what: 'email' },
      occasion: randomUUID(),
      to: { address: current, personId },
    });
    await enqueue(tx, 'settle-invitations', { personId });
  }
  await tx
    .updateTable('account_link')
    .set({ used_at: new Date() })
    .where('token_hash', '=', tokenHash)
    .execute();
  await markEmailConfirmed(tx, personId, email);
  return { ok: true, personId, email };
}

async function keepAddress(tx: Tx, personId: number, email: string): Promise<void> {
  await tx
    .insertInto('address_before')
    .values({ person_id: personId, email })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'email']).doUpdateSet({ until: new Date() }),
    )
    .execute();
}

/** Looked at within the transaction: a reset of the password may have ended the sign-in just now. */
async function isSignedIn(tx: Tx, personId: number, by: SignedIn | null): Promise<boolean> {
  if (by?.viewer.personId !== personId) return false;
  const signIn = await tx
    .selectFrom('sign_in')
    .select('token_hash')
    .where('token_hash', '=', hashToken(by.token))
    .executeTakeFirst();
  return signIn !== undefined;
}
