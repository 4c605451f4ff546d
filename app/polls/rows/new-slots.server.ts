import { randomUUID } from 'node:crypto';
import type { PollSlot } from '#app/polls/rules/slots.server.ts';
import type { Tx } from '#db/database.server.ts';

/** Writes slots that a poll has not had yet. */
export async function insertSlots(
  tx: Tx,
  { circleId, pollId }: { circleId: number; pollId: number },
  slots: readonly PollSlot[],
): Promise<void> {
  if (slots.length === 0) return;
  await tx
    .insertInto('time_poll_slot')
    .values(
      slots.map(({ date, time, second, startsAt }) => ({
        circle_id: circleId,
        poll_id: pollId,
        on_date: date,
        at_time: time,
        second_time: second,
        starts_at: startsAt,
        calendar_uid: `${randomUUID()}@octavo`,
      })),
    )
    .execute();
}
