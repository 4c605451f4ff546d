import { toBeReminded } from '#app/choosing/queries/mail.server.ts';
import { enqueue } from '#app/platform/queue.server.ts';
import { db } from '#db/database.server.ts';

/** Queues the reminder of each member who has not ranked, all or none. */
export async function remindOfChoice(reminder: {
  choiceId: number;
  /** ISO: the closing this reminder was set for */
  closesAt: string;
}): Promise<void> {
  const people = await toBeReminded(reminder);
  await db.transaction().execute(async (tx) => {
    for (const personId of people) {
      await enqueue(tx, 'send-choice-reminder', { ...reminder, personId });
    }
  });
}
