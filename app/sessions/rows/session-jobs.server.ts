import type { Facilitator } from '#app/access/proofs.ts';
import { dequeue, enqueue } from '#app/platform/queue.server.ts';
import type { Told } from '#app/sessions/jobs.server.ts';
import { sessionReminderAt } from '#app/sessions/rules/session.ts';
import type { Tx } from '#db/database.server.ts';

/** One mail for each member but the one who did it; each is retried by itself. */
export async function tellMembers(
  tx: Tx,
  { circleId, personId }: Facilitator,
  sessionId: number,
  told: Told,
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
      ...told,
    });
  }
}

const reminderKey = (sessionId: number) => `session-reminder:${sessionId}`;

/** Replaces the reminder that waits; none is set when the day before is over. */
export async function setReminder(
  tx: Tx,
  sessionId: number,
  startsAt: Date,
  now: Date,
): Promise<void> {
  const runAt = sessionReminderAt(startsAt, now);
  if (!runAt) return;
  const payload = { sessionId, startsAt: startsAt.toISOString() };
  await enqueue(tx, 'remind-of-session', payload, { key: reminderKey(sessionId), runAt });
}

export const takeBackReminder = (tx: Tx, sessionId: number): Promise<void> =>
  dequeue(tx, reminderKey(sessionId));
