import type { ChoiceTold } from '#app/choosing/mail/choice-told.tsx';
import { setReminder } from '#app/notifications/commands/remind.server.ts';
import { type OwnMail, tell } from '#app/notifications/commands/tell.server.ts';
import { dequeue, enqueue } from '#app/platform/queue.server.ts';
import type { Tx } from '#db/database.server.ts';

interface Choice {
  circleId: number;
  id: number;
  /** rises each time that it moves, so that each time is told once */
  version: number;
  closesAt: Date;
}

interface Done {
  what: ChoiceTold | 'closed' | 'cancelled';
  /** null when it closed by itself */
  by: number | null;
  at: Date;
}

/** Tells the members of a choice, all but the one who did it. */
export const tellOfChoice = (tx: Tx, choice: Choice, { what, by, at }: Done): Promise<void> =>
  tell(tx, choice, {
    ...{ occasion: `choice-${what}`, thing: choice.id, detail: {}, by, at },
    ...(what !== 'closed' && { until: choice.closesAt }),
    ...(what !== 'cancelled' && { mail: mailOf(choice, what, by) }),
  });

function mailOf({ id, version }: Choice, what: ChoiceTold | 'closed', by: number | null): OwnMail {
  const given = { choiceId: id, byPersonId: by };
  const occasion = `choice:${id}:${version}`;
  return what === 'closed'
    ? { message: 'choice-closed', given, occasion }
    : { message: 'choice-told', given: { ...given, what }, occasion };
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
  const of = { choiceId, closesAt: closesAt.toISOString() };
  await enqueue(tx, 'close-choice', of, { key: closeKey(choiceId), runAt: closesAt });
  const reminder = { job: 'remind-of-choice', of, key: reminderKey(choiceId) } as const;
  await setReminder(tx, reminder, { moment: closesAt, now });
}

export async function dropChoiceJobs(tx: Tx, choiceId: number): Promise<void> {
  await dequeue(tx, closeKey(choiceId));
  await dequeue(tx, reminderKey(choiceId));
}
