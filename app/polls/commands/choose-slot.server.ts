import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Facilitator } from '#app/access/proofs.ts';
import { type LockedPoll, lockedPoll, slotsOf } from '#app/polls/rows/poll-row.server.ts';
import { isAhead } from '#app/polls/rules/poll.ts';
import { sessions } from '#app/sessions/limits.server.ts';
import { insertSession } from '#app/sessions/rows/new-session.server.ts';
import { setSessionReminder, tellOfSession } from '#app/sessions/rows/session-jobs.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { db, type Tx } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

export type SlotChosen =
  | { ok: true; sessionId: number }
  /** another one was chosen before */
  | { ok: false; reason: 'another-first'; sessionId: number | null }
  /** somebody has refused it since the page was made */
  | { ok: false; reason: 'refused-since' }
  | { ok: false; reason: 'gone' | 'no-such-slot' | 'over' | 'called-off' };

/**
 * Chooses a slot: the session is set, what was answered is how its members reply, and all are told.
 * Chosen twice, also by two, it is one session.
 * @param choice.refused the ids of those who had refused it when the facilitator was asked
 */
export async function chooseSlot(
  facilitator: Facilitator,
  pollId: number,
  { slotId, refused }: { slotId: number; refused: readonly number[] },
  { now = new Date() }: Clock = {},
): Promise<SlotChosen> {
  return db.transaction().execute(async (tx) => {
    const poll = await lockedPoll(tx, facilitator, pollId, now);
    if (!poll) return { ok: false, reason: 'gone' };
    const { end } = poll;
    if (poll.state === 'called_off') return { ok: false, reason: 'called-off' };
    if (poll.state === 'chosen') {
      const sessionId = end?.sessionId ?? null;
      return end?.slotId === slotId && sessionId !== null
        ? { ok: true, sessionId }
        : { ok: false, reason: 'another-first', sessionId };
    }
    const slot = (await slotsOf(tx, poll)).find(({ id }) => id === slotId);
    if (!slot || slot.takenAwayAt !== null) return { ok: false, reason: 'no-such-slot' };
    if (!isAhead(slot.startsAt, now)) return { ok: false, reason: 'over' };
    const refusing = await refusedBy(tx, poll, slotId);
    if (refusing.some((id) => !refused.includes(id))) return { ok: false, reason: 'refused-since' };
    return { ok: true, sessionId: await setSession(tx, facilitator, poll, slot, now) };
  });
}

async function refusedBy(tx: Tx, poll: LockedPoll, slotId: number): Promise<number[]> {
  const rows = await tx
    .selectFrom('time_poll_answer')
    .select('person_id')
    .where(inCircle(poll, 'time_poll_answer'))
    .where('poll_id', '=', poll.id)
    .where('slot_id', '=', slotId)
    .where('answer', '=', 'no')
    .execute();
  return rows.map(({ person_id }) => person_id);
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

/** Yes is yes, if need be is maybe, no is no; whoever has not said is asked. */
const replyAsAnswered = (
  tx: Tx,
  poll: LockedPoll,
  { slotId, sessionId, now }: { slotId: number; sessionId: number; now: Date },
) =>
  tx
    .insertInto('session_reply')
    .columns(['circle_id', 'session_id', 'person_id', 'answer', 'word', 'replied_at'])
    .expression((eb) =>
      eb
        .selectFrom('time_poll_answer as said')
        .innerJoin('membership', (join) =>
          join.on(joined('membership.person_id', 'said.person_id')),
        )
        .select(['said.circle_id', sql<number>`${sessionId}::bigint`.as('session_id')])
        .select('said.person_id')
        .select(
          sql<string>`case said.answer when 'if_need_be' then 'maybe' else said.answer end`.as('a'),
        )
        .select([sql<string>`''`.as('word'), sql<Date>`${now}::timestamptz`.as('at')])
        .where(inCircle(poll, 'said'))
        .where('said.poll_id', '=', poll.id)
        .where('said.slot_id', '=', slotId),
    )
    .execute();
