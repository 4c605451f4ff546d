import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import { tell } from '#app/notifications/commands/tell.server.ts';
import { roundsSet } from '#app/sessions/limits.server.ts';
import type { Tx } from '#db/database.server.ts';

/**
 * Makes a session one at which everybody asks, and tells the others; what was written for a round
 * that was taken off again is there as before. Where it is one already, nothing is done.
 * @returns whether it was none before
 */
export async function makeRound(
  tx: Tx,
  { circleId, circle, personId }: Member,
  { id, startsAt }: { id: number; startsAt: Date },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into ask_round as r (circle_id, session_id, set_by, set_at)
    values (${circleId}, ${id}, ${personId}, ${now})
    on conflict (circle_id, session_id) do update
      set removed_at = null, set_by = excluded.set_by, set_at = excluded.set_at
      where r.removed_at is not null
    returning session_id`.execute(tx);
  if (rows.length === 0) return false;
  const done = { occasion: 'round-set', thing: id, detail: {} } as const;
  await tell(tx, { circleId, circle }, { ...done, by: personId, at: now, until: startsAt });
  await roundsSet.count(tx, personId);
  return true;
}
