import type { ChoiceTold } from '#app/choosing/mail/choice-told.tsx';
import { setReminder } from '#app/notifications/commands/remind.server.ts';
import { tellByMail } from '#app/notifications/commands/tell-by-mail.server.ts';
import { dequeue, enqueue } from '#app/platform/queue.server.ts';
import type { Tx } from '#db/database.server.ts';

interface Choice {
  circleId: number;
  id: number;
  /** rises each time that it moves, so that each time is told once */
  version: number;
}

/** Tells the members of a choice, all but the one who did it. */
export const tellOfChoice = (
  tx: Tx,
  choice: Choice,
  { what, byPersonId }: { what: ChoiceTold | 'closed'; byPersonId: number | null },
): Promise<void> => {
  const given = { choiceId: choice.id, byPersonId };
  const occasion = `choice:${choice.id}:${choice.version}`;
  return tellByMail(
    tx,
    choice,
    what === 'closed'
      ? { message: 'choice-closed', given, occasion }
      : { message: 'choice-told', given: { ...given, what }, occasion },
    { except: byPersonId === null ? [] : [byPersonId] },
  );
};

const closeKey = (choiceId: number) => `choice-close:${choiceId}`;
const reminderKey = (choiceId: number) => `choice-reminder:${choiceId}`;

/** Sets when it closes by itself and when those who have not ranked are reminded. */
export async function setChoiceJobs(
  tx: Tx,
  choiceId: number,
  closesAt: Date,
  now: Date,
): Promise<void> {
  const of = { choiceId, closesAt: closesAt.toISOString() };
  await enqueue(tx, 'close-choice', of, { key: closeKey(choiceId), runAt: closesAt });
  const reminder = { job: 'remind-of-choice', of, key: reminderKey(choiceId) } as const;
  await setReminder(tx, reminder, { moment: closesAt, now });
}

export async function dropChoiceJobs(tx: Tx, choiceId: number): Promise<void> {
  await dequeue(tx, closeKey(choiceId));
  await dequeue(tx, reminderKey(choiceId));
}
