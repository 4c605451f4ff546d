import type { Member } from '#app/access/proofs.ts';
import { holderOf, holdMembers } from '#app/series/rota/rows/duty.server.ts';
import { passOn } from '#app/series/rota/rows/giving.server.ts';
import type { Duty } from '#app/series/rota/rules/turn.ts';
import { lockedSession } from '#app/sessions/rows/session-row.server.ts';
import { canChange, mayRun } from '#app/sessions/rules/session.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type Passed =
  /** `next` has it now; null: nobody */
  | { ok: true; next: { personId: number; name: string } | null }
  /** changed: somebody else has it by now; closed: the session is over or cancelled */
  | { ok: false; reason: 'gone' | 'not-yours' | 'changed' | 'closed' };

/**
 * Passes a duty on: by whoever has it, who can't, or by who runs the session, who passes them over.
 * Where the circle takes turns at it the next one is asked.
 * @param seen.holder who had it when the page was shown: pressed again it passes nobody else over
 */
export async function passDuty(
  member: Member,
  sessionId: number,
  { duty, holder }: { duty: Duty; holder: number | null },
  { now = new Date() }: { now?: Date } = {},
): Promise<Passed> {
  return db.transaction().execute(async (tx): Promise<Passed> => {
    const session = await lockedSession(tx, member, sessionId);
    await holdMembers(tx, member);
    if (!session) return { ok: false, reason: 'gone' };
    if (!canChange(session, now)) return { ok: false, reason: 'closed' };
    const has = holderOf(session, duty);
    if (has === null || has !== holder) return { ok: false, reason: 'changed' };
    const { personId: by } = member;
    if (has !== by && !mayRun(member, session.facilitator_id)) {
      return { ok: false, reason: 'not-yours' };
    }
    const next = await passOn(tx, member, session, { duty, by }, now);
    return { ok: true, next };
  });
}

/** What a job is given of somebody who said that they can't come to a session they have a duty at. */
export interface CannotCome {
  circleId: number;
  sessionId: number;
  personId: number;
}

/** Passes on what somebody had to do at a session, unless they come after all. */
export async function passTurns(
  { circleId, sessionId, personId }: CannotCome,
  { now = new Date() }: { now?: Date } = {},
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const session = await lockedSession(tx, { circleId }, sessionId);
    await holdMembers(tx, { circleId });
    if (!session || session.cancelled || session.startsAt <= now) return;
    const said = await tx
      .selectFrom('session_reply')
      .innerJoin('circle', 'circle.id', 'session_reply.circle_id')
      .select('circle.time_zone')
      .where(inCircle({ circleId }, 'session_reply'))
      .where('session_reply.session_id', '=', sessionId)
      .where('session_reply.person_id', '=', personId)
      .where('session_reply.answer', '=', 'no')
      .executeTakeFirst();
    if (!said) return;
    const circle = { circleId, circle: { timeZone: said.time_zone } };
    if (session.facilitator_id === personId) {
      const next = await passOn(tx, circle, session, { duty: 'run', by: personId }, now);
      session.facilitator_id = next?.personId ?? null;
    }
    if (session.note_taker_id === personId) {
      await passOn(tx, circle, session, { duty: 'notes', by: personId }, now);
    }
  });
}
