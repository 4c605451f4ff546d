import { pollState } from '#app/polls/rules/poll.ts';
import type { Tx } from '#db/database.server.ts';
import { type InCircle, inCircle } from '#db/in-circle.server.ts';

/**
 * A poll held until the transaction ends: answering, changing and choosing come one after the other,
 * so that no answer slips in beside a choice.
 */
export async function lockedPoll(tx: Tx, { circleId }: InCircle, pollId: number, now: Date) {
  const poll = await tx
    .selectFrom('time_poll as poll')
    .select(['poll.id', 'poll.circle_id as circleId', 'poll.kind', 'poll.title', 'poll.minutes'])
    .select(['poll.place', 'poll.time_zone as zone', 'poll.facilitator_id as facilitatorId'])
    .select(['poll.milestone_id as milestoneId', 'poll.closes_at as closesAt', 'poll.version'])
    .select(['poll.asked_by as askedBy', 'poll.asked_at as askedAt'])
    .where(inCircle({ circleId }, 'poll'))
    .where('poll.id', '=', pollId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!poll) return null;
  // Read after the lock: a statement sees what was there when it began.
  const end = await tx
    .selectFrom('time_poll_end')
    .select(['ended_as as as', 'slot_id as slotId', 'session_id as sessionId'])
    .select('series_id as seriesId')
    .where(inCircle({ circleId }, 'time_poll_end'))
    .where('poll_id', '=', pollId)
    .executeTakeFirst();
  const endedAs = (end?.as ?? null) as 'chosen' | 'called_off' | null;
  const row = { ...poll, endedAs, end: end ?? null };
  return { ...row, state: pollState(row, now) };
}

export type LockedPoll = NonNullable<Awaited<ReturnType<typeof lockedPoll>>>;

/** All slots of a poll, also those taken away. */
export const slotsOf = (tx: Tx, poll: LockedPoll) =>
  tx
    .selectFrom('time_poll_slot as slot')
    .select(['slot.id', 'slot.on_date as date', 'slot.at_time as time'])
    .select(['slot.second_time as second', 'slot.starts_at as startsAt'])
    .select('slot.taken_away_at as takenAwayAt')
    .where(inCircle(poll, 'slot'))
    .where('slot.poll_id', '=', poll.id)
    .orderBy('slot.starts_at')
    .orderBy('slot.id')
    .execute();
