import { dueChoiceReminder } from '#app/choosing/queries/mail.server.ts';
import { tell } from '#app/notifications/commands/tell.server.ts';
import { db } from '#db/database.server.ts';

/** Tells those who have not ranked, all or none: a choice that moved or is over has no reminder. */
export async function remindOfChoice(of: {
  choiceId: number;
  /** ISO: the closing this reminder was set for */
  closesAt: string;
}): Promise<void> {
  const due = await dueChoiceReminder(of);
  if (!due) return;
  const occasion = `choice:${of.choiceId}:${of.closesAt}`;
  const { choiceId: thing } = of;
  await tell(
    db,
    due,
    {
      ...{ occasion: 'choice-reminder', thing, detail: {}, by: null, at: new Date() },
      until: new Date(of.closesAt),
      mail: { message: 'choice-reminder', given: of, occasion },
    },
    { except: due.ranked },
  );
}
