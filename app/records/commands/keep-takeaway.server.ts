import type { Member } from '#app/access/proofs.ts';
import type { SessionTakeawayInput } from '#app/records/forms.ts';
import { heldSession } from '#app/records/rows/held-session.server.ts';
import { hasRecord, type TakeawayReach } from '#app/records/rules.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** A takeaway as it is saved, beside what was typed in another window. */
export interface StandingSessionTakeaway {
  body: string;
  reach: TakeawayReach;
  version: number;
}

type Kept =
  | { ok: true }
  | { ok: false; reason: 'not-member' | 'gone' | 'no-record' }
  | { ok: false; reason: 'changed'; theirs: StandingSessionTakeaway };

/**
 * Keeps what stayed with a member of a session, or changes it; one they took back is there again.
 * One that changed since `form.version` is left alone and handed back; the same twice is once.
 */
export async function keepSessionTakeaway(
  member: Member,
  sessionId: number,
  { body, reach, version }: SessionTakeawayInput,
  { now = new Date() } = {},
): Promise<Kept> {
  return db.transaction().execute(async (tx): Promise<Kept> => {
    const held = await heldSession(tx, member, sessionId);
    if (!held.ok) return held;
    if (!hasRecord(held.session, now)) return { ok: false, reason: 'no-record' };
    const added = await tx
      .insertInto('session_takeaway')
      .values({
        ...{ circle_id: member.circleId, session_id: sessionId, person_id: member.personId },
        ...{ body, reach, written_at: now },
      })
      .onConflict((conflict) =>
        conflict.columns(['circle_id', 'session_id', 'person_id']).doNothing(),
      )
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 1n) return { ok: true };
    const saved = await mine(tx, member, sessionId);
    const isSame = saved.body === body && saved.reach === reach;
    if (!isSame && saved.version !== version) {
      const theirs = { ...saved, reach: saved.reach as TakeawayReach };
      return { ok: false, reason: 'changed', theirs };
    }
    if (isSame && saved.removed_at === null) return { ok: true };
    await tx
      .updateTable('session_takeaway')
      .set({ body, reach, version: saved.version + 1, written_at: now, removed_at: null })
      .where(inCircle(member, 'session_takeaway'))
      .where('session_id', '=', sessionId)
      .where('person_id', '=', member.personId)
      .execute();
    return { ok: true };
  });
}

const mine = (tx: Tx, member: Member, sessionId: number) =>
  tx
    .selectFrom('session_takeaway')
    .select(['body', 'reach', 'version', 'removed_at'])
    .where(inCircle(member, 'session_takeaway'))
    .where('session_id', '=', sessionId)
    .where('person_id', '=', member.personId)
    .forUpdate()
    .executeTakeFirstOrThrow();

/** Takes a member's own back: nobody sees it, and it is not counted. Twice is once. */
export const takeBackSessionTakeaway = (
  member: Member,
  sessionId: number,
  { now = new Date() } = {},
) => setRemoved(member, sessionId, now);

/** Brings back what a member took back. Twice is once. */
export const restoreSessionTakeaway = (member: Member, sessionId: number) =>
  setRemoved(member, sessionId, null);

async function setRemoved(
  member: Member,
  sessionId: number,
  removed_at: Date | null,
): Promise<{ ok: true } | { ok: false; reason: 'gone' }> {
  const { numUpdatedRows } = await db
    .updateTable('session_takeaway')
    .set({ removed_at })
    .where(inCircle(member, 'session_takeaway'))
    .where('session_id', '=', sessionId)
    .where('person_id', '=', member.personId)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? { ok: true } : { ok: false, reason: 'gone' };
}
