import type { Facilitator } from '#app/access/proofs.ts';
import { dequeue } from '#app/platform/queue.server.ts';
import { canCancel } from '#app/sessions/rules/session.ts';
import { db } from '#db/database.server.ts';
import { lockedSession } from './change-session.server.ts';
import { reminderKey, tellMembers } from './schedule-session.server.ts';

/**
 * Cancels a session that has not begun, tells the other members why, and takes back the reminder.
 * Cancelling it twice keeps the first reason.
 */
export async function cancelSession(
  facilitator: Facilitator,
  sessionId: number,
  { reason }: { reason: string },
  { now = new Date(), tell = true }: { now?: Date; tell?: boolean } = {},
): Promise<{ ok: true } | { ok: false; reason: 'gone' | 'closed' }> {
  const { circleId, personId } = facilitator;
  return db.transaction().execute(async (tx) => {
    const session = await lockedSession(tx, facilitator, sessionId);
    if (!session) return { ok: false, reason: 'gone' };
    if (session.cancelled) return { ok: true };
    if (!canCancel(session, now)) return { ok: false, reason: 'closed' };
    await tx
      .insertInto('session_cancellation')
      .values({
        circle_id: circleId,
        session_id: sessionId,
        reason,
        by_person_id: personId,
        at: now,
      })
      .execute();
    await tx
      .updateTable('session')
      .set((row) => ({
        changed_at: now,
        version: row('version', '+', 1),
        calendar_sequence: row('calendar_sequence', '+', 1),
      }))
      .where('circle_id', '=', circleId)
      .where('id', '=', sessionId)
      .execute();
    await dequeue(tx, reminderKey(sessionId));
    if (tell) await tellMembers(tx, facilitator, sessionId, 'cancelled');
    return { ok: true };
  });
}
