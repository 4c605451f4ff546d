import type { Member } from '#app/access/proofs.ts';
import type { QuestionInput } from '#app/records/questions/forms.ts';
import { heldSession } from '#app/records/rows/held-session.server.ts';
import { lockedSession, writeSession } from '#app/sessions/rows/session-row.server.ts';
import { canChange } from '#app/sessions/rules/session.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** A question as it is saved, beside what was typed in another window. */
export interface StandingQuestion {
  body: string;
  version: number;
}

type Brought =
  | { ok: true }
  /** closed: the session is over or cancelled */
  | { ok: false; reason: 'not-member' | 'gone' | 'closed' }
  | { ok: false; reason: 'changed'; theirs: StandingQuestion };

/**
 * Brings a member's question to a session, or changes it; one they took back is there again. One
 * that changed since `form.version` is left alone and handed back; the same twice is once.
 */
export async function bringQuestion(
  member: Member,
  sessionId: number,
  { body, version }: QuestionInput,
  { now = new Date() } = {},
): Promise<Brought> {
  return db.transaction().execute(async (tx): Promise<Brought> => {
    const held = await heldSession(tx, member, sessionId);
    if (!held.ok) return held;
    if (!canChange(held.session, now)) return { ok: false, reason: 'closed' };
    const added = await tx
      .insertInto('session_question')
      .values({
        ...{ circle_id: member.circleId, session_id: sessionId, person_id: member.personId },
        ...{ body, at: now },
      })
      .onConflict((conflict) =>
        conflict.columns(['circle_id', 'session_id', 'person_id']).doNothing(),
      )
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 1n) return { ok: true };
    const saved = await mine(tx, member, sessionId);
    if (!saved) throw new Error('A question that is there cannot be found.');
    const isSame = saved.body === body;
    if (!isSame && saved.version !== version) {
      return { ok: false, reason: 'changed', theirs: saved };
    }
    if (isSame && saved.taken_back_at === null) return { ok: true };
    await tx
      .updateTable('session_question')
      .set({ body, version: saved.version + 1, edited_at: now, taken_back_at: null })
      .where(inCircle(member, 'session_question'))
      .where('id', '=', saved.id)
      .execute();
    return { ok: true };
  });
}

/**
 * Takes a member's own back: nobody reads it any more, and until the session is over it leaves the
 * agenda, too. Twice is once.
 */
export async function takeBackQuestion(
  member: Member,
  sessionId: number,
  { now = new Date() } = {},
): Promise<{ ok: true } | { ok: false; reason: 'gone' }> {
  return db.transaction().execute(async (tx) => {
    const session = await lockedSession(tx, member, sessionId);
    const saved = session && (await mine(tx, member, sessionId));
    if (!saved) return { ok: false, reason: 'gone' };
    if (saved.taken_back_at !== null) return { ok: true };
    await setTakenBack(tx, member, saved.id, now);
    if (!canChange(session, now)) return { ok: true };
    const off = await tx
      .deleteFrom('agenda_item')
      .where(inCircle(member, 'agenda_item'))
      .where('question_id', '=', saved.id)
      .executeTakeFirst();
    if (off.numDeletedRows > 0n) await writeSession(tx, member, sessionId, now);
    return { ok: true };
  });
}

/** Brings back what a member took back; to the agenda it is put anew. Twice is once. */
export async function restoreQuestion(
  member: Member,
  sessionId: number,
): Promise<{ ok: true } | { ok: false; reason: 'gone' }> {
  return db.transaction().execute(async (tx) => {
    const saved = await mine(tx, member, sessionId);
    if (!saved) return { ok: false, reason: 'gone' };
    await setTakenBack(tx, member, saved.id, null);
    return { ok: true };
  });
}

const mine = (tx: Tx, member: Member, sessionId: number) =>
  tx
    .selectFrom('session_question')
    .select(['id', 'body', 'version', 'taken_back_at'])
    .where(inCircle(member, 'session_question'))
    .where('session_id', '=', sessionId)
    .where('person_id', '=', member.personId)
    .forUpdate()
    .executeTakeFirst();

const setTakenBack = (tx: Tx, member: Member, id: number, taken_back_at: Date | null) =>
  tx
    .updateTable('session_question')
    .set({ taken_back_at })
    .where(inCircle(member, 'session_question'))
    .where('id', '=', id)
    .execute();
