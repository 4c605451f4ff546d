import { sql } from 'kysely';
import type { Tx } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';
import type { LockedPoll } from './poll-row.server.ts';

/** Yes is yes, if need be is maybe, no is no; whoever has not said is asked. */
export const replyAsAnswered = (
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
