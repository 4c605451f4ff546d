import type { Facilitator } from '#app/access/proofs.ts';
import { setReminder } from '#app/notifications/commands/remind.server.ts';
import { tellByMail } from '#app/notifications/commands/tell-by-mail.server.ts';
import { dequeue } from '#app/platform/queue.server.ts';
import type { SessionTold } from '#app/sessions/mail/session-told.tsx';
import type { Tx } from '#db/database.server.ts';

/** Tells the members of a session, all but the one who did it. */
export const tellOfSession = (
  tx: Tx,
  facilitator: Facilitator,
  sessionId: number,
  told: SessionTold | { what: 'cancelled' },
): Promise<void> =>
  tellByMail(
    tx,
    facilitator,
    {
      job: 'send-session-mail',
      of: { sessionId, byPersonId: facilitator.personId, ...told },
    },
    { except: [facilitator.personId] },
  );

const reminderKey = (sessionId: number) => `session-reminder:${sessionId}`;

/** Sets when members are reminded of a session, in place of what was set before. */
export const setSessionReminder = (
  tx: Tx,
  sessionId: number,
  startsAt: Date,
  now: Date,
): Promise<void> =>
  setReminder(
    tx,
    {
      job: 'remind-of-session',
      of: { sessionId, startsAt: startsAt.toISOString() },
      key: reminderKey(sessionId),
    },
    { moment: startsAt, now },
  );

export const takeBackReminder = (tx: Tx, sessionId: number): Promise<void> =>
  dequeue(tx, reminderKey(sessionId));
