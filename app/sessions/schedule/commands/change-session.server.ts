import type { Facilitator } from '#app/access/proofs.ts';
import { yearDoubt } from '#app/platform/forms/fields.server.ts';
import { makeRound } from '#app/sessions/agenda/rows/ask-round.server.ts';
import { holdsRound } from '#app/sessions/agenda/rules/ask-round.ts';
import type { SessionInput } from '#app/sessions/forms.ts';
import { sessionMoves } from '#app/sessions/limits.server.ts';
import { setSessionReminder, tellOfSession } from '#app/sessions/rows/session-jobs.server.ts';
import {
  type BadChoice,
  badChoice,
  rewriteAgenda,
  sameAgenda,
} from '#app/sessions/rows/session-parts.server.ts';
import { lockedSession, writeSession } from '#app/sessions/rows/session-row.server.ts';
import { canChange } from '#app/sessions/rules/session.ts';
import { localTimeOf, newStart, type Unresolved } from '#app/time/local-time.ts';
import { wallClock } from '#app/time/wall-clock.ts';
import { db, type Tx } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type SessionChanged =
  | { ok: true; moved: boolean }
  /** closed: it is over or cancelled */
  | { ok: false; reason: 'gone' }
  | { ok: false; reason: 'closed' }
  | { ok: false; reason: 'changed-meanwhile' }
  | { ok: false; reason: 'time'; resolved: Unresolved }
  /** another day, in a year that can hardly be meant */
  | { ok: false; reason: 'year'; doubt: string }
  | BadChoice;

/**
 * Changes a session, unless someone else changed it since `version`. A new time, length or place is
 * told to the members by mail and moves their reminder. Nothing new changes nothing.
 */
export async function changeSession(
  facilitator: Facilitator,
  sessionId: number,
  session: SessionInput & { version: number },
  { now = new Date() }: { now?: Date } = {},
): Promise<SessionChanged> {
  return db.transaction().execute(async (tx) => {
    const saved = await lockedSession(tx, facilitator, sessionId);
    if (!saved) return { ok: false, reason: 'gone' };
    if (!canChange(saved, now)) return { ok: false, reason: 'closed' };
    if (saved.version !== session.version) return { ok: false, reason: 'changed-meanwhile' };
    const doubt = doubtOfDay(saved, session, now);
    if (doubt) return { ok: false, reason: 'year', doubt };
    const when = newStart(saved.startsAt, session, { now, choice: session.choice });
    if (!when.ok) return { ok: false, reason: 'time', resolved: when };
    const bad = await badChoice(tx, facilitator, session);
    if (bad) return bad;

    const { startsAt } = when;
    const movedTime = startsAt.getTime() !== saved.startsAt.getTime();
    const moved = movedTime || session.minutes !== saved.minutes || session.place !== saved.place;
    const renamed =
      session.title !== saved.title ||
      session.facilitatorId !== saved.facilitator_id ||
      session.milestoneId !== saved.milestone_id;
    if (!moved && !renamed && sameAgenda(session.agenda, saved.agenda)) {
      return { ok: true, moved: false };
    }
    const written = await writeSession(tx, facilitator, sessionId, now, {
      title: session.title,
      minutes: session.minutes,
      place: session.place,
      facilitator_id: session.facilitatorId,
      milestone_id: session.milestoneId,
      // Of a series: what is changed of that passes it by.
      ...((moved || session.title !== saved.title) && { changed_alone: true }),
      ...(movedTime && {
        ...wallClock(startsAt, session.zone),
        moved_at: await movedAt(tx, facilitator, sessionId, now),
      }),
    });
    await rewriteAgenda(tx, facilitator, sessionId, session.agenda);
    const isRunnerNew = session.facilitatorId !== saved.facilitator_id;
    const newRunner = isRunnerNew ? session.facilitatorId : null;
    const changed = { ...written, startsAt, newRunner };
    const was = saved.startsAt.toISOString();
    const told = movedTime
      ? ({ what: 'moved', was } as const)
      : moved
        ? ({ what: 'changed' } as const)
        : null;
    await together(tx, (at) => [
      tellOfSession(at, facilitator, changed, told, now),
      movedTime ? setSessionReminder(at, sessionId, startsAt, now) : nothing,
    ]);
    if (holdsRound(session.agenda)) await makeRound(tx, facilitator, { ...saved, startsAt }, now);
    if (moved) await sessionMoves.count(tx, facilitator.personId);
    return { ok: true, moved };
  });
}

const nothing = Promise.resolve();

/** A day that stays was saved once: only another one is doubted. */
const doubtOfDay = (saved: { startsAt: Date }, { date, zone }: SessionInput, now: Date) =>
  localTimeOf(saved.startsAt, zone).date === date ? null : yearDoubt(date, now);

/** Later than every answer there is, also one that came while this waited for the session. */
async function movedAt(
  tx: Tx,
  facilitator: Facilitator,
  sessionId: number,
  now: Date,
): Promise<Date> {
  const { last } = await tx
    .selectFrom('session_reply')
    .select(({ fn }) => fn.max('replied_at').as('last'))
    .where(inCircle(facilitator, 'session_reply'))
    .where('session_id', '=', sessionId)
    .executeTakeFirstOrThrow();
  return last && last >= now ? new Date(last.getTime() + 1) : now;
}
