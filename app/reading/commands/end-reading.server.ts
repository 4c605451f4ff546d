import type { Facilitator } from '#app/access/proofs.ts';
import { holdAnew } from '#app/notifications/inbox/commands/hold-anew.server.ts';
import { endMoved } from '#app/reading/rows/end-moved.server.ts';
import { lockReadings, overlapping } from '#app/reading/rows/other-readings.server.ts';
import { todayIn } from '#app/time/days.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/**
 * Ends a reading today, in the circle's zone; one whose last day is over ended on that day. Ending it
 * twice changes nothing.
 * @returns whether it was over already
 */
export async function endReading(
  tx: Tx,
  facilitator: Facilitator,
  readingId: number,
  { now = new Date() }: { now?: Date } = {},
): Promise<{ ok: true; wasOver: boolean } | { ok: false; reason: 'gone' }> {
  const { circleId, personId, circle } = facilitator;
  await lockReadings(tx, facilitator);
  const reading = await tx
    .selectFrom('reading')
    .select('ends_on')
    .where(inCircle(facilitator, 'reading'))
    .where('id', '=', readingId)
    .executeTakeFirst();
  if (!reading) return { ok: false, reason: 'gone' };
  const today = todayIn(circle.timeZone, now);
  const isPast = reading.ends_on < today;
  const ended = await tx
    .insertInto('reading_end')
    .values({
      circle_id: circleId,
      reading_id: readingId,
      by_person_id: personId,
      ended_on: isPast ? reading.ends_on : today,
      at: now,
    })
    .onConflict((conflict) => conflict.columns(['circle_id', 'reading_id']).doNothing())
    .executeTakeFirst();
  await holdAnew(tx, facilitator, {}, now);
  await endMoved(tx, facilitator, readingId);
  return { ok: true, wasOver: isPast || ended.numInsertedOrUpdatedRows === 0n };
}

/** Takes the ending of a reading back, unless another reading has its days by now. */
export async function reopenReading(
  tx: Tx,
  facilitator: Facilitator,
  readingId: number,
): Promise<{ ok: true } | { ok: false; reason: 'gone' | 'overlaps' }> {
  await lockReadings(tx, facilitator);
  const reading = await tx
    .selectFrom('reading')
    .select(['starts_on as startsOn', 'ends_on as endsOn'])
    .where(inCircle(facilitator, 'reading'))
    .where('id', '=', readingId)
    .executeTakeFirst();
  if (!reading) return { ok: false, reason: 'gone' };
  if (await overlapping(tx, facilitator, reading, readingId))
    return { ok: false, reason: 'overlaps' };
  await tx
    .deleteFrom('reading_end')
    .where(inCircle(facilitator, 'reading_end'))
    .where('reading_id', '=', readingId)
    .execute();
  await holdAnew(tx, facilitator, {});
  await endMoved(tx, facilitator, readingId);
  return { ok: true };
}
