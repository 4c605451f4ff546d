import { sql } from 'kysely';
import type { Scribe } from '#app/access/proofs.ts';
import { heldSession } from '#app/records/rows/held-session.server.ts';
import { hasRecord } from '#app/records/rules.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/**
 * Notes which of the items of its agenda a session came to; of items that were not shown nothing is
 * said.
 */
export async function noteUsed(
  scribe: Scribe,
  { shown, used }: { shown: readonly number[]; used: readonly number[] },
  { now = new Date() } = {},
): Promise<{ ok: true } | { ok: false; reason: 'not-member' | 'gone' | 'no-record' }> {
  return db.transaction().execute(async (tx) => {
    const held = await heldSession(tx, scribe, scribe.sessionId);
    if (!held.ok) return held;
    if (!hasRecord(held.session, now)) return { ok: false, reason: 'no-record' };
    if (shown.length === 0) return { ok: true };
    await tx
      .updateTable('agenda_item')
      .set({ left_out: sql<boolean>`not id = any(${[...used]}::bigint[])` })
      .where(inCircle(scribe, 'agenda_item'))
      .where('session_id', '=', scribe.sessionId)
      .where('id', 'in', [...shown])
      .execute();
    return { ok: true };
  });
}
