import { sql } from 'kysely';
import { hashToken } from '#app/platform/token.server.ts';
import { DAY } from '#app/time/spans.ts';
import { db, isMissingParent } from '#db/database.server.ts';
import type { Credential } from './proofs.ts';

/** How long after it began a sign-in is over, whatever its use. The table's own check agrees. */
export const LONGEST_MS = 90 * DAY;

/**
 * Writes a sign-in if its credential still holds, and holds the person's row while it does. Whoever
 * changes a password or an address, or closes an account, takes that row first and ends sign-ins
 * afterwards: they find this one and end it, or keep it from being written.
 * @returns whether it was written
 */
export async function insertSignIn(begun: {
  token: string;
  credential: Credential;
  userAgent: string;
  expiresAt: Date;
}): Promise<boolean> {
  const { personId, email, passwordHash, demoLink = null } = begun.credential;
  const written = db.transaction().execute(async (tx) => {
    const person = await tx
      .selectFrom('person')
      .select('id')
      .where('id', '=', personId)
      .where('email', '=', email)
      .where('password_hash', '=', passwordHash)
      .forShare()
      .executeTakeFirst();
    if (!person) return false;
    // Asked apart: a statement that waited for the row does not see what else was done meanwhile.
    const closed = await tx
      .selectFrom('person_deactivation')
      .select('person_id')
      .where('person_id', '=', personId)
      .executeTakeFirst();
    if (closed) return false;
    await tx
      .insertInto('sign_in')
      .values({
        token_hash: hashToken(begun.token),
        person_id: personId,
        expires_at: begun.expiresAt,
        user_agent: begun.userAgent,
        demo_link: demoLink,
      })
      .execute();
    return true;
  });
  return written.catch((error: unknown) => {
    // The demo link was taken away.
    if (isMissingParent(error)) return false;
    throw error;
  });
}

/**
 * Lets a sign-in go on until `expiresAt`, never beyond its end.
 * @returns false when it was ended meanwhile: nothing brings it back
 */
export async function prolongSignIn(token: string, expiresAt: Date): Promise<boolean> {
  const end = sql<Date>`created_at + ${LONGEST_MS / 1000} * interval '1 second'`;
  const { numUpdatedRows } = await db
    .updateTable('sign_in')
    .set({ expires_at: sql<Date>`least(${expiresAt}::timestamptz, ${end})` })
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Notes that a sign-in was used now. */
export async function sawSignIn(token: string): Promise<void> {
  await db
    .updateTable('sign_in')
    .set({ last_seen_at: new Date() })
    .where('token_hash', '=', hashToken(token))
    .execute();
}
