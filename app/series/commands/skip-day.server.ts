import type { Facilitator } from '#app/access/proofs.ts';
import { skippedWord } from '#app/series/words.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/**
 * Skips the day of a session of a series: it is off, and members are told so. It is taken back as any
 * cancellation is.
 */
export async function skipDay(
  facilitator: Facilitator,
  sessionId: number,
  { now = new Date() }: { now?: Date } = {},
): Promise<{ ok: true; seriesId: number } | { ok: false; reason: 'gone' | 'closed' }> {
  const session = await db
    .selectFrom('session')
    .select('series_id')
    .where(inCircle(facilitator, 'session'))
    .where('id', '=', sessionId)
    .executeTakeFirst();
  if (!session?.series_id) return { ok: false, reason: 'gone' };
  const { series_id: seriesId } = session;
  const cancelled = await cancelSession(facilitator, sessionId, { reason: skippedWord }, { now });
  return cancelled.ok ? { ok: true, seriesId } : cancelled;
}
