import { tell } from '#app/notifications/commands/tell.server.ts';
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
  const { sessionId: thing } = of;
  await tell(
    db,
    due,
    {
      ...{ occasion: 'session-reminder', thing, detail: {}, by: null, at: new Date() },
      until: new Date(of.startsAt),
      mail: { message: 'session-reminder', given: of, occasion },
    },
    { except: due.saidNo },
  );
}
