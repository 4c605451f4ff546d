import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import type { PollAnswer } from '#app/polls/rules/poll.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import type { LockedPoll } from './poll-row.server.ts';

/** What one member has said so far, by slot. */
export async function answersBy(tx: Tx, poll: LockedPoll, personId: number) {
  const rows = await tx
    .selectFrom('time_poll_answer')
    .select(['slot_id', 'answer'])
    .where(inCircle(poll, 'time_poll_answer'))
    .where('poll_id', '=', poll.id)
    .where('person_id', '=', personId)
    .execute();
  return new Map(rows.map(({ slot_id, answer }) => [slot_id, answer as PollAnswer]));
}

/** Whether something was said under this key. */
export async function isDone(tx: Tx, poll: LockedPoll, personId: number, batch: string) {
  const row = await tx
    .selectFrom('time_poll_answer_before')
    .select('id')
    .where(inCircle(poll, 'time_poll_answer_before'))
    .where('poll_id', '=', poll.id)
    .where('person_id', '=', personId)
    .where('batch', '=', batch)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Rows of what stood before that one member can still take back. */
const MOST_BEFORE = 400;

/** Writes answers of one member, null for none, and keeps what stood before as one batch. */
export async function writeAnswers(
  tx: Tx,
  { circleId, personId }: Member,
  poll: LockedPoll,
  change: {
    batch: string | null;
    before: ReadonlyMap<number, PollAnswer>;
    after: readonly { slotId: number; answer: PollAnswer | null }[];
    now: Date;
  },
): Promise<void> {
  const { batch, before, after, now } = change;
  if (after.length === 0) return;
  const of = { circle_id: circleId, poll_id: poll.id, person_id: personId };
  if (batch !== null) {
    await tx
      .insertInto('time_poll_answer_before')
      .values(
        after.map(({ slotId }) => ({
          ...{ ...of, slot_id: slotId, batch, at: now },
          answer: before.get(slotId) ?? null,
        })),
      )
      .execute();
    await sql`
      delete from time_poll_answer_before b
      where b.circle_id = ${circleId} and b.poll_id = ${poll.id} and b.person_id = ${personId}
        and b.id <= (
          select o.id from time_poll_answer_before o
          where o.circle_id = ${circleId} and o.poll_id = ${poll.id}
            and o.person_id = ${personId}
          order by o.id desc offset ${MOST_BEFORE} limit 1)`.execute(tx);
  }
  const said = after.flatMap(({ slotId, answer }) =>
    answer === null ? [] : [{ ...of, slot_id: slotId, answer, answered_at: now }],
  );
  if (said.length > 0) {
    await tx
      .insertInto('time_poll_answer')
      .values(said)
      .onConflict((conflict) =>
        conflict.columns(['circle_id', 'slot_id', 'person_id']).doUpdateSet(({ ref }) => ({
          answer: ref('excluded.answer'),
          answered_at: now,
        })),
      )
      .execute();
  }
  const unsaid = after.flatMap(({ slotId, answer }) => (answer === null ? [slotId] : []));
  if (unsaid.length > 0) {
    await tx
      .deleteFrom('time_poll_answer')
      .where(inCircle({ circleId }, 'time_poll_answer'))
      .where('poll_id', '=', poll.id)
      .where('person_id', '=', personId)
      .where('slot_id', 'in', unsaid)
      .execute();
  }
}
