import type { Viewer } from '#app/access/proofs.ts';
import { enqueue } from '#app/platform/queue.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { agreementOf, consent } from '../agreements.server.ts';
import { type Key, type Opening, openingFor } from '../openings.server.ts';
import { type LockedCircle, lockCircle, roleIn, type Seating, takeSeat } from '../seats.server.ts';

export type JoinOutcome =
  | { ok: true; slug: string; seating: Seating }
  | { ok: false; reason: 'gone' | 'agreement-changed' };

/**
 * Joins by an invitation, the reusable link, or an invitation sent to the viewer's own confirmed
 * address. A full circle puts them in line.
 * @param agreementVersion the version that was read when saying “I’m in”
 */
export async function joinCircle(
  viewer: Viewer,
  key: Key,
  agreementVersion: number,
): Promise<JoinOutcome> {
  return db.transaction().execute(async (tx): Promise<JoinOutcome> => {
    const now = new Date();
    const at = await lockOpening(tx, key, viewer.personId, now);
    if (!at) return { ok: false, reason: 'gone' };
    const { circle, opening } = at;
    if (await roleIn(tx, circle.id, viewer.personId)) {
      return { ok: true, slug: circle.slug, seating: { kind: 'seated', already: true } };
    }
    return enter(tx, circle, opening, viewer.personId, agreementVersion, now);
  });
}

/** The opening and its circle, locked: of two people with one invitation, the second finds it gone. */
export async function lockOpening(tx: Tx, key: Key, personId: number | null, now: Date) {
  const seen = await openingFor(tx, key, personId, now);
  if (!seen) return null;
  const circle = await lockCircle(tx, seen.circleId);
  const opening = await openingFor(tx, key, personId, now);
  return opening && { circle, opening };
}

/** Holds the lock. */
export async function enter(
  tx: Tx,
  circle: LockedCircle,
  opening: Opening,
  personId: number,
  agreementVersion: number,
  now: Date,
): Promise<JoinOutcome> {
  const { version } = await agreementOf(tx, circle.id);
  if (version !== agreementVersion) return { ok: false, reason: 'agreement-changed' };
  const seating = await takeSeat(tx, circle, personId, opening.role, now);
  await consent(tx, circle.id, version, personId);
  if (opening.kind === 'invitation') {
    await tx
      .updateTable('invitation')
      .set({ accepted_by: personId, accepted_at: now })
      .where('id', '=', opening.id)
      .execute();
  }
  if (seating.kind === 'waiting' && !seating.already) {
    await enqueue(tx, 'send-waiting', { placeId: seating.placeId });
  }
  return { ok: true, slug: circle.slug, seating };
}
