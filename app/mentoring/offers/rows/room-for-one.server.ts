import { sql } from 'kysely';
import { holdHelping } from '#app/mentoring/helping/rows/hold-helping.server.ts';
import { AT_ONCE } from '#app/mentoring/offers/rules/offer.ts';
import type { Executor, Tx } from '#db/database.server.ts';

/**
 * Whether somebody can take one more conversation on, under a lock of their row: of two who would take
 * their last place at once, the second finds it taken.
 */
export async function lockedRoom(tx: Tx, helperId: number): Promise<boolean> {
  await holdHelping(tx, helperId);
  return hasRoom(tx, helperId);
}

/** The same without a lock: what a page says, or an offer that promises nothing yet. */
export async function hasRoom(on: Executor, helperId: number): Promise<boolean> {
  const { rows } = await sql<{ room: boolean }>`
    select coalesce((select h.at_once from helping h where h.person_id = ${helperId}),
      ${AT_ONCE}) > (select count(*) from conversation c
        where c.helper_id = ${helperId} and c.ended_at is null) as room`.execute(on);
  return rows[0]?.room ?? false;
}
