import type { Member } from '#app/access/proofs.ts';
import type { CommitmentInput } from '#app/records/commitments/forms.ts';
import { heldSession } from '#app/records/rows/held-session.server.ts';
import { hasRecord } from '#app/records/rules.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** A commitment as it is saved, beside what was typed in another window. */
export interface StandingCommitment {
  act: string;
  byOn: string;
  version: number;
}

type Said =
  | { ok: true }
  | { ok: false; reason: 'not-member' | 'gone' | 'no-record' }
  | { ok: false; reason: 'changed'; theirs: StandingCommitment };

/**
 * Says what a member will do until a day, or changes it; one they took back is there again. One that
 * changed since `form.version` is left alone and handed back; the same twice is once.
 */
export async function sayCommitment(
  member: Member,
  sessionId: number,
  { act, byOn, version }: CommitmentInput,
  { now = new Date() } = {},
): Promise<Said> {
  const { circleId, personId } = member;
  return db.transaction().execute(async (tx): Promise<Said> => {
    const held = await heldSession(tx, member, sessionId);
    if (!held.ok) return held;
    if (!hasRecord(held.session, now)) return { ok: false, reason: 'no-record' };
    const added = await tx
      .insertInto('commitment')
      .values({
        ...{ circle_id: circleId, session_id: sessionId, person_id: personId },
        ...{ act, by_on: byOn, said_at: now },
      })
      .onConflict((conflict) =>
        conflict.columns(['circle_id', 'session_id', 'person_id']).doNothing(),
      )
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 1n) return { ok: true };
    const saved = await tx
      .selectFrom('commitment')
      .select(['act', 'by_on as byOn', 'version', 'taken_back_at'])
      .where(inCircle(member, 'commitment'))
      .where('session_id', '=', sessionId)
      .where('person_id', '=', personId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const isSame = saved.act === act && saved.byOn === byOn;
    if (!isSame && saved.version !== version)
      return { ok: false, reason: 'changed', theirs: saved };
    if (isSame && saved.taken_back_at === null) return { ok: true };
    await tx
      .updateTable('commitment')
      .set({ act, by_on: byOn, version: saved.version + 1, edited_at: now, taken_back_at: null })
      .where(inCircle(member, 'commitment'))
      .where('session_id', '=', sessionId)
      .where('person_id', '=', personId)
      .execute();
    return { ok: true };
  });
}

/** Takes a member's own back: nobody sees it any more. Twice is once. */
export const takeBackCommitment = (
  member: Member,
  commitmentId: number,
  { now = new Date() } = {},
) => setTakenBack(member, commitmentId, now);

/** Brings back what a member took back. Twice is once. */
export const restoreCommitment = (member: Member, commitmentId: number) =>
  setTakenBack(member, commitmentId, null);

async function setTakenBack(
  member: Member,
  commitmentId: number,
  taken_back_at: Date | null,
): Promise<{ ok: true; sessionId: number } | { ok: false; reason: 'gone' }> {
  const row = await db
    .updateTable('commitment')
    .set({ taken_back_at })
    .where(inCircle(member, 'commitment'))
    .where('id', '=', commitmentId)
    .where('person_id', '=', member.personId)
    .returning('session_id as sessionId')
    .executeTakeFirst();
  return row ? { ok: true, ...row } : { ok: false, reason: 'gone' };
}
