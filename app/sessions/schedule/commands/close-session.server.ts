import { sql } from 'kysely';
import type { Runner } from '#app/access/proofs.ts';
import { lockedSession } from '#app/sessions/rows/session-row.server.ts';
import { canClose, canReopen, HOURS_TO_CLOSE, mayRun } from '#app/sessions/rules/session.ts';
import { HOUR } from '#app/time/spans.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type Closed =
  | { ok: true }
  /** early: it has not begun, or is cancelled */
  | { ok: false; reason: 'gone' | 'early' };

/** Says that a session is over. Twice is once. */
export async function closeSession(
  runner: Runner,
  { now = new Date() }: { now?: Date } = {},
): Promise<Closed> {
  const { circleId, sessionId, personId } = runner;
  return db.transaction().execute(async (tx): Promise<Closed> => {
    const session = await lockedSession(tx, runner, sessionId);
    if (!session || !mayRun(runner, session.facilitator_id)) return { ok: false, reason: 'gone' };
    if (!canClose(session, now)) return { ok: false, reason: 'early' };
    await tx
      .insertInto('session_close')
      .values({ circle_id: circleId, session_id: sessionId, by_person_id: personId, at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return { ok: true };
  });
}

/** Takes that back, until it would close itself. */
export async function reopenSession(
  runner: Runner,
  { now = new Date() }: { now?: Date } = {},
): Promise<{ ok: true } | { ok: false; reason: 'gone' | 'late' }> {
  const { sessionId } = runner;
  return db.transaction().execute(async (tx) => {
    const session = await lockedSession(tx, runner, sessionId);
    if (!session || !mayRun(runner, session.facilitator_id)) return { ok: false, reason: 'gone' };
    if (!canReopen(session, now)) return { ok: false, reason: 'late' };
    await tx
      .deleteFrom('session_close')
      .where(inCircle(runner, 'session_close'))
      .where('session_id', '=', sessionId)
      .execute();
    return { ok: true };
  });
}

/** Closes the sessions that nobody ended, some hours after their end. */
export async function closeForgotten({ now = new Date() }: { now?: Date } = {}): Promise<void> {
  const ended = new Date(now.getTime() - HOURS_TO_CLOSE * HOUR);
  await sql`
    insert into session_close (circle_id, session_id, by_person_id, at)
    select s.circle_id, s.id, null, ${now}
    from session s
    where s.starts_at < ${ended} and s.starts_at + s.minutes * interval '1 minute' < ${ended}
      and not exists (select from session_close c
        where c.circle_id = s.circle_id and c.session_id = s.id)
      and not exists (select from session_cancellation c
        where c.circle_id = s.circle_id and c.session_id = s.id)
    on conflict do nothing`.execute(acrossCircles(db, 'a sweep looks at every circle'));
}
