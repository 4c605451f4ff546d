import type { Facilitator } from '#app/access/proofs.ts';
import { setReminder } from '#app/notifications/commands/remind.server.ts';
import { type ToTell, tellAll } from '#app/notifications/commands/tell.server.ts';
import { tellByMail } from '#app/notifications/commands/tell-by-mail.server.ts';
import { dequeue } from '#app/platform/queue.server.ts';
import type { SessionTold } from '#app/sessions/mail/session-told.tsx';
import type { Tx } from '#db/database.server.ts';

interface Done {
  at: Date;
  /** who is to run it, and was not before */
  newRunner?: number | null;
}

/** Puts what was done with a session into the members' inboxes; null: only that somebody runs it. */
export function putSession(
  tx: Tx,
  facilitator: Facilitator,
  sessionId: number,
  told: SessionTold | { what: 'cancelled' } | null,
  { at, newRunner = null }: Done,
): Promise<void> {
  const by = facilitator.personId;
  const done = { thing: sessionId, by, at };
  const asked = newRunner === null || newRunner === by ? [] : [newRunner];
  const all: ToTell[] = [];
  if (told?.what === 'moved') {
    const detail = { was: told.was };
    all.push([{ ...done, occasion: 'session-moved', detail }, { except: asked }]);
  } else if (told) {
    const occasion = `session-${told.what}` as const;
    all.push([{ ...done, occasion, detail: {} }, { except: asked }] as ToTell);
  }
  if (asked.length > 0) {
    all.push([{ ...done, occasion: 'session-yours', detail: {} }, { only: asked }]);
  }
  return tellAll(tx, facilitator, all);
}

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
