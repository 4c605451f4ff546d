import type { Facilitator } from '#app/access/proofs.ts';
import {
  type OwnMail,
  type ToTell,
  tell,
  tellAll,
} from '#app/notifications/commands/tell.server.ts';
import { dequeue, enqueue } from '#app/platform/queue.server.ts';
import type { SessionTold } from '#app/sessions/mail/session-told.tsx';
import { type Lead, nextReminder } from '#app/sessions/reminders/rules/leads.ts';
import type { Tx } from '#db/database.server.ts';
import type { InCircle } from '#db/in-circle.server.ts';

/** A session as it was just written. */
interface Written {
  id: number;
  /** of its calendar file: it rises with every change, so each is told once */
  sequence: number;
  startsAt: Date;
  /** who is to run it, and was not before */
  newRunner?: number | null;
}

/**
 * Tells the members what was done with a session; null: nothing that they need to know. Who is to run
 * it now, and did not choose so, is told that.
 */
export function tellOfSession(
  tx: Tx,
  facilitator: Facilitator,
  { id, sequence, startsAt, newRunner = null }: Written,
  told: SessionTold | { what: 'cancelled' } | null,
  at: Date,
): Promise<void> {
  const by = facilitator.personId;
  const done = { thing: id, by, at, until: startsAt };
  const asked = newRunner === null || newRunner === by ? [] : [newRunner];
  const all: ToTell[] = [];
  const mail = told && mailOf(told, { sessionId: id, byPersonId: by }, sequence);
  if (told && mail) {
    const happened =
      told.what === 'moved'
        ? ({ occasion: 'session-moved', detail: { was: told.was } } as const)
        : ({ occasion: `session-${told.what}`, detail: {} } as const);
    all.push([{ ...done, ...happened, mail }, { except: asked }] as ToTell);
  }
  if (asked.length > 0) {
    const yours = { ...done, occasion: 'session-yours', detail: {} } as const;
    all.push([mail ? { ...yours, mail } : yours, { only: asked }]);
  }
  return tellAll(tx, facilitator, all);
}

function mailOf(
  told: SessionTold | { what: 'cancelled' },
  given: { sessionId: number; byPersonId: number },
  sequence: number,
): OwnMail {
  const occasion = `session:${given.sessionId}:${sequence}`;
  return told.what === 'cancelled'
    ? { message: 'session-cancelled', given, occasion }
    : { message: 'session-told', given: { ...given, ...told }, occasion };
}

/** Tells the members once that other rules of clocks moved these sessions. */
export async function tellOfClocks(
  tx: Tx,
  { circleId }: InCircle,
  moved: readonly Pick<Written, 'id' | 'sequence' | 'startsAt'>[],
  at: Date,
): Promise<void> {
  const [first] = moved;
  if (!first) return;
  const detail = { sessionIds: moved.map(({ id }) => id) };
  const given = { circleId, ...detail };
  const until = new Date(Math.max(...moved.map(({ startsAt }) => startsAt.getTime())));
  await tell(
    tx,
    { circleId },
    {
      ...{ occasion: 'clocks-changed', thing: null, detail, by: null, at, until },
      mail: {
        ...{ message: 'clocks-changed', given },
        occasion: `clocks:${first.id}:${first.sequence}`,
      },
    },
  );
}

const reminderKey = (sessionId: number) => `session-reminder:${sessionId}`;

/**
 * Sets when members are reminded of a session, in place of what was set before. Each reminder sets the
 * next.
 * @param after the one that was last
 */
export async function setSessionReminder(
  tx: Tx,
  sessionId: number,
  startsAt: Date,
  now: Date,
  after: Lead | null = null,
): Promise<void> {
  const next = nextReminder(startsAt, now, after);
  if (!next) return takeBackReminder(tx, sessionId);
  const of = { sessionId, startsAt: startsAt.toISOString(), lead: next.lead };
  await enqueue(tx, 'remind-of-session', of, { key: reminderKey(sessionId), runAt: next.at });
}

export const takeBackReminder = (tx: Tx, sessionId: number): Promise<void> =>
  dequeue(tx, reminderKey(sessionId));
