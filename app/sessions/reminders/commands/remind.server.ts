import { tell } from '#app/notifications/commands/tell.server.ts';
import { sessionToRemindOf } from '#app/sessions/reminders/queries/due.server.ts';
import { hearsReminder, type Lead, saidInstead } from '#app/sessions/reminders/rules/leads.ts';
import { setSessionReminder } from '#app/sessions/rows/session-jobs.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';

interface Of {
  sessionId: number;
  /** ISO: the start this reminder was set for */
  startsAt: string;
  lead: Lead;
}

/**
 * Tells those who want this reminder and did not say no, and sets the next. A session that moved, is off
 * or has begun has none. One that comes so late that the next is due, too, is that one.
 */
export async function remindOfSession(
  { sessionId, startsAt, lead: due }: Of,
  { now = new Date() }: Clock = {},
): Promise<void> {
  const session = await sessionToRemindOf({ sessionId, startsAt }, now);
  if (!session) return;
  const until = new Date(startsAt);
  const lead = saidInstead(due, until, now);
  const only = session.members
    .filter((member) => hearsReminder(lead, member))
    .map(({ personId }) => personId);
  await db.transaction().execute(async (tx) => {
    if (only.length > 0) {
      const given = { sessionId, startsAt, lead };
      const occasion = `session:${sessionId}:${startsAt}:${lead}`;
      await tell(
        tx,
        session,
        {
          ...{
            occasion: 'session-reminder',
            thing: sessionId,
            detail: { lead },
            by: null,
            at: now,
          },
          ...{ until, mail: { message: 'session-reminder', given, occasion } },
        },
        { only },
      );
    }
    await setSessionReminder(tx, sessionId, until, now, lead);
  });
}
