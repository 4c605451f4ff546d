import type { Viewer } from '#app/access/proofs.ts';
import { sameAddress } from '#app/accounts/rules/accounts.ts';
import { hashToken } from '#app/platform/token.server.ts';
import { db } from '#db/database.server.ts';

/** Whether the setup link still makes the first account. */
export async function isSetupOpen(token: string): Promise<boolean> {
  const link = await db
    .selectFrom('account_link')
    .select('token_hash')
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', 'setup')
    .where('used_at', 'is', null)
    .where('expires_at', '>', new Date())
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('person').select('id'))))
    .executeTakeFirst();
  return link !== undefined;
}

/** The active person a link was made for, and the address it was mailed to. */
function openLink(purpose: 'confirm-email' | 'reset-password' | 'demo-sign-in', token: string) {
  return db
    .selectFrom('account_link as link')
    .innerJoin('person', 'person.id', 'link.person_id')
    .leftJoin('person_deactivation as closed', 'closed.person_id', 'person.id')
    .select(['person.id as personId', 'person.name', 'person.email', 'link.email as mailedTo'])
    .where('link.token_hash', '=', hashToken(token))
    .where('link.purpose', '=', purpose)
    .where('link.used_at', 'is', null)
    .where('link.expires_at', '>', new Date())
    .where('closed.person_id', 'is', null);
}

export async function openReset(token: string) {
  return (await openLink('reset-password', token).executeTakeFirst()) ?? null;
}

/** The person of the demo community a link signs in as. None of them works outside the demo. */
export async function openDemoSignIn({ demo }: { demo: boolean }, token: string) {
  if (!demo) return null;
  const link = await openLink('demo-sign-in', token)
    .select(['person.password_hash as passwordHash', 'link.token_hash as demoLink'])
    .executeTakeFirst();
  return link ?? null;
}

/** What a confirmation link would confirm, for whoever looks at it; null when it does not work. */
export async function confirmationFor(token: string, viewer: Viewer | null) {
  const link = await openLink('confirm-email', token).executeTakeFirst();
  if (!link?.mailedTo) return null;
  const changes = !sameAddress(link.mailedTo, link.email);
  return {
    email: link.mailedTo,
    changes,
    needsSignIn: changes && viewer?.personId !== link.personId,
  };
}

/** A sign-up that waits for its link to be followed. */
export async function openSignUp(token: string) {
  const begun = await db
    .selectFrom('sign_up')
    .select(['name', 'email'])
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', new Date())
    .executeTakeFirst();
  return begun ?? null;
}
