import { tellByMail } from '#app/notifications/commands/tell-by-mail.server.ts';
import { dueSessionReminder } from '#app/sessions/queries/mail.server.ts';
import { db } from '#db/database.server.ts';

/** Tells those who did not say no, all or none: a session that moved or is off has no reminder. */
export async function remindOfSession(of: {
  sessionId: number;
  /** ISO: the start this reminder was set for */
  startsAt: string;
}): Promise<void> {
  const due = await dueSessionReminder(of);
  if (!due) return;
  const occasion = `session:${of.sessionId}:${of.startsAt}`;
  const told = { message: 'session-reminder', given: of, occasion } as const;
  await tellByMail(db, due, told, { except: due.saidNo });
}
