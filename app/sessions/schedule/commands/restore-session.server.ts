import type { Facilitator } from '#app/access/proofs.ts';
import { sessionMoves } from '#app/sessions/limits.server.ts';
import { setSessionReminder, tellOfSession } from '#app/sessions/rows/session-jobs.server.ts';
import { lockedSession, writeSession } from '#app/sessions/rows/session-row.server.ts';
import { canRestore } from '#app/sessions/rules/session.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/**
 * Takes a session's cancellation back until it was to begin: with the answers it had, and its
 * reminder. Those who were told that it is off are told that it is on. Twice is once.
 */
export async function restoreSession(
  facilitator: Facilitator,
  sessionId: number,
  { now = new Date() }: { now?: Date } = {},
): Promise<{ ok: true } | { ok: false; reason: 'gone' | 'closed' }> {
  return db.transaction().execute(async (tx) => {
    const session = await lockedSession(tx, facilitator, sessionId);
    if (!session) return { ok: false, reason: 'gone' };
    if (!session.cancelled) return { ok: true };
    if (!canRestore(session, now)) return { ok: false, reason: 'closed' };
    await tx
      .deleteFrom('session_cancellation')
      .where(inCircle(facilitator, 'session_cancellation'))
      .where('session_id', '=', sessionId)
      .execute();
    if (session.series_id !== null && session.occurs_on !== null) {
      await tx
        .deleteFrom('series_skip')
        .where(inCircle(facilitator, 'series_skip'))
        .where('series_id', '=', session.series_id)
        .where('occurs_on', '=', session.occurs_on)
        .execute();
    }
    const written = await writeSession(tx, facilitator, sessionId, now);
    const { startsAt } = session;
    await setSessionReminder(tx, sessionId, startsAt, now);
    await tellOfSession(tx, facilitator, { ...written, startsAt }, { what: 'restored' }, now);
    await sessionMoves.count(tx, facilitator.personId);
    return { ok: true };
  });
}
