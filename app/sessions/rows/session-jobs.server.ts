import type { Facilitator } from '#app/access/proofs.ts';
import { setReminder } from '#app/notifications/commands/remind.server.ts';
import { tellByMail } from '#app/notifications/commands/tell-by-mail.server.ts';
import { dequeue } from '#app/platform/queue.server.ts';
import type { SessionTold } from '#app/sessions/mail/session-told.tsx';
import type { Tx } from '#db/database.server.ts';

/** A session as it was just written. */
interface Written {
  id: number;
  /** of its calendar file: it rises with every change, so each is told once */
  sequence: number;
}

/** Tells the members of a session, all but the one who did it. */
export const tellOfSession = (
  tx: Tx,
  facilitator: Facilitator,
  { id: sessionId, sequence }: Written,
  told: SessionTold | { what: 'cancelled' },
): Promise<void> => {
  const { personId: byPersonId } = facilitator;
  const occasion = `session:${sessionId}:${sequence}`;
  const given = { sessionId, byPersonId };
  return tellByMail(
    tx,
    facilitator,
    told.what === 'cancelled'
      ? { message: 'session-cancelled', given, occasion }
      : { message: 'session-told', given: { ...given, ...told }, occasion },
    { except: [byPersonId] },
  );
};

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
