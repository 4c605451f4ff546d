import type { Facilitator } from '#app/access/proofs.ts';
import { takeBackReminder, tellOfSession } from '#app/sessions/rows/session-jobs.server.ts';
import { lockedSession, writeSession } from '#app/sessions/rows/session-row.server.ts';
import { canCancel } from '#app/sessions/rules/session.ts';
import { db } from '#db/database.server.ts';

/**
 * Cancels a session that has not begun, tells the other members why, and takes back the reminder.
 * Cancelling it twice keeps the first reason. Of a series, that day is skipped.
 */
export async function cancelSession(
  facilitator: Facilitator,
  sessionId: number,
  { reason }: { reason: string },
  { now = new Date() }: { now?: Date } = {},
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
    if (session.series_id !== null && session.occurs_on !== null) {
      const day = { series_id: session.series_id, occurs_on: session.occurs_on };
      await tx
        .insertInto('series_skip')
        .values({ circle_id: circleId, ...day, by_person_id: personId, at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    const written = await writeSession(tx, facilitator, sessionId, now);
    await takeBackReminder(tx, sessionId);
    const { startsAt } = session;
    await tellOfSession(tx, facilitator, { ...written, startsAt }, { what: 'cancelled' }, now);
    return { ok: true };
  });
}
