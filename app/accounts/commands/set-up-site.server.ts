import { sql } from 'kysely';
import type { Credential } from '#app/access/proofs.ts';
import { hashPassword } from '#app/accounts/rules/passwords.server.ts';
import { hashToken } from '#app/platform/token.server.ts';
import { db } from '#db/database.server.ts';
import { isSetupOpen } from '../queries/links.server.ts';
import {
  insertAccount,
  type NewAccountInput,
  requestEmailConfirmation,
} from './create-account.server.ts';

export type SiteSetUp = ({ ok: true } & Credential) | { ok: false; reason: 'gone' };

/**
 * Makes the first account of an installation, its administrator, by the one-time setup link. Of any
 * number of submits, through however many links, exactly one succeeds.
 */
export async function setUpSite(token: string, account: NewAccountInput): Promise<SiteSetUp> {
  // Looked at first: a wrong link must not cost a password's hashing.
  if (!(await isSetupOpen(token))) return { ok: false, reason: 'gone' };
  const passwordHash = await hashPassword(account.password);
  return db.transaction().execute(async (tx) => {
    // Serialises setups; there may be no row yet to lock.
    await sql`select pg_advisory_xact_lock(hashtext('octavo setup'))`.execute(tx);
    const someone = await tx.selectFrom('person').select('id').limit(1).executeTakeFirst();
    if (someone) return { ok: false, reason: 'gone' };
    const link = await tx
      .updateTable('account_link')
      .set({ used_at: new Date() })
      .where('token_hash', '=', hashToken(token))
      .where('purpose', '=', 'setup')
      .where('used_at', 'is', null)
      .where('expires_at', '>', new Date())
      .returning('token_hash')
      .executeTakeFirst();
    if (!link) return { ok: false, reason: 'gone' };
    const made = await insertAccount(tx, { ...account, passwordHash });
    if (!made.ok) return { ok: false, reason: 'gone' };
    await tx.insertInto('site_admin').values({ person_id: made.personId }).execute();
    await requestEmailConfirmation(tx, made.personId, account.email);
    return made;
  });
}
