import { dueChoiceReminder } from '#app/choosing/queries/mail.server.ts';
import { tellByMail } from '#app/notifications/commands/tell-by-mail.server.ts';
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
  const told = { message: 'choice-reminder', given: of, occasion } as const;
  await tellByMail(db, due, told, { except: due.ranked });
}
