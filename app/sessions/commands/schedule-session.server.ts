import { randomUUID } from 'node:crypto';
import type { Facilitator } from '#app/access/proofs.ts';
import { enqueue } from '#app/platform/queue.server.ts';
import type { SessionInput } from '#app/sessions/forms.ts';
import { type Resolved, resolveLocalTime } from '#app/sessions/rules/local-time.ts';
import { reminderAt } from '#app/sessions/rules/session.ts';
import { db, type Tx } from '#db/database.server.ts';
import { type BadChoice, badChoice, writeAgenda } from './session-parts.server.ts';

export type SessionScheduled =
  | { ok: true; sessionId: number }
  | { ok: false; reason: 'time'; resolved: Exclude<Resolved, { ok: true }> }
  | BadChoice;

interface Options {
  now?: Date;
  /** false when nobody is to be told by mail: the demo community */
  tell?: boolean;
}

/**
 * Schedules a session in the circle's zone, tells the other members and sets their reminder. The
 * same submission key again answers with the first session.
 */
export async function scheduleSession(
  facilitator: Facilitator,
  session: SessionInput & { submissionKey: string },
  { now = new Date(), tell = true }: Options = {},
): Promise<SessionScheduled> {
  const { circleId, personId, circle } = facilitator;
  const zone = circle.timeZone;
  const { choice } = session;
  const resolved = resolveLocalTime({ ...session, zone }, { now, choice });
  if (!resolved.ok) return { ok: false, reason: 'time', resolved };
  return db.transaction().execute(async (tx) => {
    const bad = await badChoice(tx, facilitator, session);
    if (bad) return bad;
    const made = await tx
      .insertInto('session')
      .values({
        circle_id: circleId,
        title: session.title,
        starts_at: resolved.startsAt,
        time_zone: zone,
        minutes: session.minutes,
        place: session.place,
        facilitator_id: session.facilitatorId,
        milestone_id: session.milestoneId,
        calendar_uid: `${randomUUID()}@octavo`,
        created_by: personId,
        created_at: now,
        changed_at: now,
        submission_key: session.submissionKey,
      })
      .onConflict((conflict) => conflict.columns(['created_by', 'submission_key']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return { ok: true, sessionId: await firstOf(tx, facilitator, session) };
    await writeAgenda(tx, facilitator, made.id, session.agenda);
    if (tell) await tellMembers(tx, facilitator, made.id, 'scheduled');
    await setReminder(tx, made.id, resolved.startsAt, now);
    return { ok: true, sessionId: made.id };
  });
}

async function firstOf(
  tx: Tx,
  { circleId, personId }: Facilitator,
  { submissionKey }: { submissionKey: string },
): Promise<number> {
  const first = await tx
    .selectFrom('session')
    .select('id')
    .where('circle_id', '=', circleId)
    .where('created_by', '=', personId)
    .where('submission_key', '=', submissionKey)
    .executeTakeFirstOrThrow();
  return first.id;
}

/** One mail for each member but the one who did it; each is retried by itself. */
export async function tellMembers(
  tx: Tx,
  { circleId, personId }: Facilitator,
  sessionId: number,
  what: 'scheduled' | 'moved' | 'cancelled',
): Promise<void> {
  const members = await tx
    .selectFrom('membership')
    .select('person_id')
    .where('circle_id', '=', circleId)
    .where('person_id', '!=', personId)
    .execute();
  for (const member of members) {
    await enqueue(tx, 'send-session-mail', {
      sessionId,
      personId: member.person_id,
      byPersonId: personId,
      what,
    });
  }
}

export const reminderKey = (sessionId: number) => `session-reminder:${sessionId}`;

/** Replaces the reminder that waits; none is set when the day before is over. */
export async function setReminder(
  tx: Tx,
  sessionId: number,
  startsAt: Date,
  now: Date,
): Promise<void> {
  const runAt = reminderAt(startsAt, now > new Date() ? now : new Date());
  if (!runAt) return;
  const payload = { sessionId, startsAt: startsAt.toISOString() };
  await enqueue(tx, 'remind-of-session', payload, { key: reminderKey(sessionId), runAt });
}
