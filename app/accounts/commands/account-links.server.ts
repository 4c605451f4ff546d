import { addressOfDemo, addressOfPasswordReset, addressOfSetup } from '#app/accounts/addresses.ts';
import { LINK_LIFETIME } from '#app/accounts/rules/accounts.ts';
import { hashToken, newToken } from '#app/platform/token.server.ts';
import { db, type Executor } from '#db/database.server.ts';

type Purpose = 'confirm-email' | 'reset-password' | 'demo-sign-in';

/** Makes a link for a person. @returns its token, which is kept nowhere */
export async function newAccountLink(
  on: Executor,
  purpose: Purpose,
  personId: number,
  email: string | null,
): Promise<string> {
  const token = newToken();
  await on
    .insertInto('account_link')
    .values({
      token_hash: hashToken(token),
      purpose,
      person_id: personId,
      email,
      expires_at: new Date(Date.now() + LINK_LIFETIME[purpose]),
    })
    .execute();
  return token;
}

/**
 * The path of a one-time link that makes the first account and its administrator; null when there
 * is an account already. Links printed by earlier starts work until one is used.
 */
export async function newSetupLink(): Promise<string | null> {
  const someone = await db.selectFrom('person').select('id').limit(1).executeTakeFirst();
  if (someone) return null;
  const token = newToken();
  await db
    .insertInto('account_link')
    .values({
      token_hash: hashToken(token),
      purpose: 'setup',
      expires_at: new Date(Date.now() + LINK_LIFETIME.setup),
    })
    .execute();
  return addressOfSetup(token);
}

/**
 * The path of a page on which somebody who is locked out sets a new password, once. Nobody was
 * mailed, so following it confirms no address.
 */
export async function newWayBackIn(personId: number): Promise<string> {
  return addressOfPasswordReset(await newAccountLink(db, 'reset-password', personId, null));
}

/**
 * The path of a page that signs in as a person of the demo community, any number of times, while a
 * process shows the demo.
 */
export async function newDemoSignInLink(personId: number): Promise<string> {
  return addressOfDemo(await newAccountLink(db, 'demo-sign-in', personId, null));
}

/** Ends the demo: takes its links away, and with them every sign-in that was begun by one. */
export async function endDemoSignIns(): Promise<void> {
  await db.deleteFrom('account_link').where('purpose', '=', 'demo-sign-in').execute();
}
