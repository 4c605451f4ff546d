import { type QueryCreator, sql } from 'kysely';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import type { DB } from '#db/schema.ts';

/**
 * Ends everything by which this person could come into the circle until now: their request, the
 * invitations they used, and those sent to an address of theirs, of today or before. Whoever becomes
 * a member, stops being one or is turned away comes in by what was sent after that, or not at all,
 * and nobody else by their mail. Called under the lock on the circle's row.
 */
export async function settleWaysIn(
  tx: Pick<QueryCreator<DB>, 'with'>,
  circleId: number,
  personId: number,
  now: Date,
) {
  await tx
    .with('closed', (cte) => closing(cte, circleId, personId, now))
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where(inCircle({ circleId }, 'invitation'))
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`(accepted_by = ${personId} or (accepted_at is null
      and address_key(email) in ${addressesOf(personId)}))`)
    .execute();
}

/** Someone who got in another way no longer asks. */
export async function closeRequest(tx: Tx, circleId: number, personId: number, now: Date) {
  await closing(tx, circleId, personId, now).execute();
}

const closing = (
  on: Pick<QueryCreator<DB>, 'updateTable'>,
  circleId: number,
  personId: number,
  now: Date,
) =>
  on
    .updateTable('join_request')
    .set({ decided_at: now, decision: 'withdrawn' })
    .where(inCircle({ circleId }, 'join_request'))
    .where('person_id', '=', personId)
    .where('decided_at', 'is', null);

/** An address that somebody else has by now is theirs alone. */
const addressesOf = (personId: number) => sql`(
  select address_key(p.email) from person p where p.id = ${personId}
  union all
  select address_key(b.email) from address_before b where b.person_id = ${personId}
    and not exists (select from person o where address_key(o.email) = address_key(b.email)))`;
