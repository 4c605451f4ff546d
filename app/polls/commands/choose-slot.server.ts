import { randomUUID } from 'node:crypto';
import type { Facilitator } from '#app/access/proofs.ts';
import { choosable, type NotChoosable } from '#app/polls/rows/choosable.server.ts';
import type { LockedPoll } from '#app/polls/rows/poll-row.server.ts';
import { replyAsAnswered } from '#app/polls/rows/reply-as-answered.server.ts';
import { sessions } from '#app/sessions/limits.server.ts';
import { insertSession } from '#app/sessions/rows/new-session.server.ts';
import { setSessionReminder, tellOfSession } from '#app/sessions/rows/session-jobs.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { db, type Tx } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';

export type SlotChosen =
  | { ok: true; sessionId: number }
  /** another one was chosen before */
  | { ok: false; reason: 'another-first'; sessionId: number | null }
  | NotChoosable;

/**
 * Chooses a slot: the session is set, what was answered is how its members reply, and all are told.
 * Chosen twice, also by two, it is one session.
 * @param choice.refused the ids of those who had refused it when the facilitator was asked
 */
export async function chooseSlot(
  facilitator: Facilitator,
  pollId: number,
  choice: { slotId: number; refused: readonly number[] },
  { now = new Date() }: Clock = {},
): Promise<SlotChosen> {
  return db.transaction().execute(async (tx) => {
    const found = await choosable(tx, facilitator, pollId, { ...choice, kind: 'dates' }, now);
    if (found.reason === 'chosen') {
      const { slotId, sessionId } = found.end;
      return slotId === choice.slotId && sessionId !== null
        ? { ok: true, sessionId }
        : { ok: false, reason: 'another-first', sessionId };
    }
    if (!found.ok) return found;
    const { poll, slot } = found;
    return { ok: true, sessionId: await setSession(tx, facilitator, poll, slot, now) };
  });
}

async function setSession(
  tx: Tx,
  facilitator: Facilitator,
  poll: LockedPoll,
  { id: slotId, startsAt }: { id: number; startsAt: Date },
  now: Date,
): Promise<number> {
  const { circleId, title, zone, minutes, place, facilitatorId, milestoneId } = poll;
  const { personId } = facilitator;
  const made = await insertSession(
    tx,
    facilitator,
    {
      ...{ title, startsAt, zone, minutes, place, facilitatorId, milestoneId },
      ...{ createdBy: personId, submissionKey: randomUUID() },
    },
    now,
  );
  if (!made) throw new Error('a session under a key that was just made');
  await together(tx, (at) => [
    at
      .insertInto('time_poll_end')
      .values({
        ...{ circle_id: circleId, poll_id: poll.id, ended_as: 'chosen', slot_id: slotId },
        ...{ session_id: made.id, by_person_id: personId, at: now },
      })
      .execute(),
    replyAsAnswered(at, poll, { slotId, sessionId: made.id, now }),
    tellOfSession(
      at,
      facilitator,
      { ...made, startsAt, newRunner: facilitatorId },
      { what: 'scheduled' },
      now,
    ),
    setSessionReminder(at, made.id, startsAt, now),
    sessions.count(at, personId),
  ]);
  return made.id;
}
