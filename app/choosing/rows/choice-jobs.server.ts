import type { Told } from '#app/choosing/jobs.server.ts';
import { choiceReminderAt } from '#app/choosing/rules/choice.ts';
import { dequeue, enqueue } from '#app/platform/queue.server.ts';
import type { Tx } from '#db/database.server.ts';

interface Choice {
  circleId: number;
  id: number;
}

/** One mail for each member but the one who did it; each is retried by itself. */
export async function tellMembers(
  tx: Tx,
  { circleId, id }: Choice,
  { what, byPersonId }: { what: Told; byPersonId: number | null },
): Promise<void> {
  const members = await tx
    .selectFrom('membership')
    .select('person_id')
    .where('circle_id', '=', circleId)
    .$if(byPersonId !== null, (query) => query.where('person_id', '!=', byPersonId))
    .execute();
  for (const { person_id } of members) {
    await enqueue(tx, 'send-choice-mail', { choiceId: id, personId: person_id, byPersonId, what });
  }
}

const closeKey = (choiceId: number) => `choice-close:${choiceId}`;
const reminderKey = (choiceId: number) => `choice-reminder:${choiceId}`;

/** Sets when it closes by itself and when those who have not ranked are reminded. */
export async function setChoiceJobs(
  tx: Tx,
  choiceId: number,
  closesAt: Date,
  now: Date,
): Promise<void> {
  const payload = { choiceId, closesAt: closesAt.toISOString() };
  await enqueue(tx, 'close-choice', payload, { key: closeKey(choiceId), runAt: closesAt });
  const runAt = choiceReminderAt(closesAt, now);
  if (runAt) {
    await enqueue(tx, 'remind-of-choice', payload, { key: reminderKey(choiceId), runAt });
  } else {
    await dequeue(tx, reminderKey(choiceId));
  }
}

export async function dropChoiceJobs(tx: Tx, choiceId: number): Promise<void> {
  await dequeue(tx, closeKey(choiceId));
  await dequeue(tx, reminderKey(choiceId));
}
