import { enqueue } from '#app/platform/queue.server.ts';
import { toBeReminded } from '#app/sessions/queries/mail.server.ts';
import { db } from '#db/database.server.ts';

/** Queues the reminder of each member, all or none: a session that moved or is off has none. */
export async function remindOfSession(reminder: {
  sessionId: number;
  /** ISO: the start this reminder was set for */
  startsAt: string;
}): Promise<void> {
  const people = await toBeReminded(reminder.sessionId, reminder.startsAt);
  await db.transaction().execute(async (tx) => {
    for (const personId of people) {
      await enqueue(tx, 'send-session-reminder', { ...reminder, personId });
    }
  });
}
