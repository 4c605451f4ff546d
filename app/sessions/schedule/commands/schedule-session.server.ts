import type { Facilitator } from '#app/access/proofs.ts';
import { digestOf, isSameForm } from '#app/platform/forms/submission.server.ts';
import { enqueue } from '#app/platform/queue.server.ts';
import { makeRound } from '#app/sessions/agenda/rows/ask-round.server.ts';
import { holdsRound } from '#app/sessions/agenda/rules/ask-round.ts';
import type { SessionInput } from '#app/sessions/forms.ts';
import { sessions } from '#app/sessions/limits.server.ts';
import { insertSession } from '#app/sessions/rows/new-session.server.ts';
import { setSessionReminder, tellOfSession } from '#app/sessions/rows/session-jobs.server.ts';
import { type BadChoice, badChoice, writeAgenda } from '#app/sessions/rows/session-parts.server.ts';
import { resolveLocalTime, type Unresolved } from '#app/time/local-time.ts';
import { db, type Tx } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type SessionScheduled =
  | { ok: true; sessionId: number }
  /** another session was scheduled under its key */
  | { ok: false; reason: 'another-first'; sessionId: number }
  | { ok: false; reason: 'time'; resolved: Unresolved }
  | BadChoice;

/**
 * Schedules a session, tells the other members and sets their reminder. The
 * same form again answers with the first session.
 */
export async function scheduleSession(
  facilitator: Facilitator,
  { submissionKey, ...session }: SessionInput & { submissionKey: string },
  { now = new Date() }: { now?: Date } = {},
): Promise<SessionScheduled> {
  const { circleId, personId } = facilitator;
  const { choice } = session;
  const resolved = resolveLocalTime(session, { now, choice });
  if (!resolved.ok) return { ok: false, reason: 'time', resolved };
  return db.transaction().execute(async (tx) => {
    const bad = await badChoice(tx, facilitator, session);
    if (bad) return bad;
    const { startsAt } = resolved;
    const { title, minutes, place, facilitatorId, milestoneId, zone } = session;
    const submissionDigest = digestOf(contentOf(session, startsAt));
    const made = await insertSession(
      tx,
      facilitator,
      {
        ...{ title, startsAt, zone, minutes, place, facilitatorId, milestoneId },
        ...{ createdBy: personId, submissionKey, submissionDigest },
      },
      now,
    );
    if (!made) {
      const first = await firstOf(tx, facilitator, submissionKey);
      return isSameForm(first.digest, contentOf(session, startsAt))
        ? { ok: true, sessionId: first.id }
        : { ok: false, reason: 'another-first', sessionId: first.id };
    }
    await together(tx, (at) => [
      writeAgenda(at, facilitator, made.id, session.agenda),
      tellOfSession(at, facilitator, { ...made, startsAt }, { what: 'scheduled' }, now),
      setSessionReminder(at, made.id, startsAt, now),
      sessions.count(at, personId),
      // Whose turn it is, where the circle takes turns.
      enqueue(at, 'give-turns', { circleId }, { key: `give-turns:${circleId}` }),
    ]);
    if (holdsRound(session.agenda)) await makeRound(tx, facilitator, { ...made, startsAt }, now);
    return { ok: true, sessionId: made.id };
  });
}

/** A time is the same on whichever clocks it was shown. */
const contentOf = (session: SessionInput, startsAt: Date) => [
  startsAt,
  session.title,
  session.minutes,
  session.place,
  session.facilitatorId,
  session.milestoneId,
  session.agenda.map(({ title, minutes, deck, card }) => [title, minutes, deck, card]),
];

async function firstOf(
  tx: Tx,
  { circleId, personId }: Facilitator,
  submissionKey: string,
): Promise<{ id: number; digest: string | null }> {
  return tx
    .selectFrom('session')
    .select(['id', 'submission_digest as digest'])
    .where(inCircle({ circleId }, 'session'))
    .where('created_by', '=', personId)
    .where('submission_key', '=', submissionKey)
    .executeTakeFirstOrThrow();
}
