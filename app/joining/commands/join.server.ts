import type { Viewer } from '#app/access/proofs.ts';
import { writeConsent } from '#app/circles/agreement/rows/agreements.server.ts';
import {
  type Seating,
  type Standing,
  standingOf,
  takeSeat,
} from '#app/circles/rows/seating.server.ts';
import type { LockedRow } from '#app/circles/rows/seats.server.ts';
import { joins } from '#app/joining/limits.server.ts';
import { type Key, lockBehind, type WayIn, wayIn } from '#app/joining/rows/openings.server.ts';
import { tellOfJoining, tellOfWaiting } from '#app/joining/rows/telling.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type JoinOutcome =
  | { ok: true; slug: string; seating: Seating }
  | { ok: false; reason: 'gone' | 'archived' | 'agreement-changed' };

/**
 * Joins by an invitation, the reusable link, or an invitation sent to the viewer's own confirmed
 * address. A full circle puts them in line. Who is in already uses nothing up.
 * @param agreementVersion the version that was read when saying “I’m in”
 */
export function joinCircle(
  viewer: Viewer,
  key: Key,
  agreementVersion: number,
): Promise<JoinOutcome> {
  return joinAs(viewer.personId, key, agreementVersion);
}

/** For a person who has just shown who they are. */
export async function joinAs(
  personId: number,
  key: Key,
  agreementVersion: number,
): Promise<JoinOutcome> {
  return db.transaction().execute(async (tx): Promise<JoinOutcome> => {
    const now = new Date();
    const behind = await lockBehind(tx, key);
    if (!behind) return { ok: false, reason: 'gone' };
    const { circle, kind } = behind;
    // Read under the lock: of two people with one invitation, the second finds it used.
    const [standing, opening] = await together(tx, (at) => [
      standingOf(at, circle, personId, now),
      wayIn[kind](at, key, personId, now),
    ]);
    if (standing.role) {
      return { ok: true, slug: circle.slug, seating: { kind: 'seated', already: true } };
    }
    if (!opening) return { ok: false, reason: 'gone' };
    return enter(tx, { circle, standing, opening }, { personId, agreementVersion }, now);
  });
}

/** Holds the lock, under which `standing` and `opening` were read. */
export async function enter(
  tx: Tx,
  { circle, standing, opening }: { circle: LockedRow; standing: Standing; opening: WayIn },
  { personId, agreementVersion }: { personId: number; agreementVersion: number },
  now: Date,
): Promise<JoinOutcome> {
  if (standing.archived) return { ok: false, reason: 'archived' };
  if (standing.agreementVersion !== agreementVersion) {
    return { ok: false, reason: 'agreement-changed' };
  }
  const seating = await takeSeat(tx, circle, personId, standing, opening.role, now);
  await together(tx, (at) => [
    writeConsent(at, circle.id, agreementVersion, personId),
    accept(at, opening, personId, now),
    seating.already
      ? nothing
      : seating.kind === 'seated'
        ? tellOfJoining(at, circle.id, personId, now)
        : tellOfWaiting(at, circle.id, { placeId: seating.placeId, personId }, now),
    seating.already ? nothing : joins.count(at, personId),
  ]);
  return { ok: true, slug: circle.slug, seating };
}

const nothing = Promise.resolve();

async function accept(tx: Tx, opening: WayIn, personId: number, now: Date): Promise<void> {
  if (opening.kind !== 'invitation') return;
  await tx
    .updateTable('invitation')
    .set({ accepted_by: personId, accepted_at: now })
    .where(inCircle(opening, 'invitation'))
    .where('id', '=', opening.id)
    .execute();
}
