import type { Facilitator } from '#app/access/proofs.ts';
import { todayIn } from '#app/reading/rules/calendar.ts';
import { db } from '#db/database.server.ts';
import { lockReadings, overlapping } from './plan-reading.server.ts';

/** Ends a reading today, in the circle's zone. Ending it twice changes nothing. */
export async function endReading(
  facilitator: Facilitator,
  readingId: number,
  { now = new Date() }: { now?: Date } = {},
): Promise<{ ok: true } | { ok: false; reason: 'gone' }> {
  const { circleId, personId, circle } = facilitator;
  const reading = await db
    .selectFrom('reading')
    .select('id')
    .where('circle_id', '=', circleId)
    .where('id', '=', readingId)
    .executeTakeFirst();
  if (!reading) return { ok: false, reason: 'gone' };
  await db
    .insertInto('reading_end')
    .values({
      circle_id: circleId,
      reading_id: readingId,
      by_person_id: personId,
      ended_on: todayIn(circle.timeZone, now),
      at: now,
    })
    .onConflict((conflict) => conflict.columns(['circle_id', 'reading_id']).doNothing())
    .execute();
  return { ok: true };
}

/** Takes the ending of a reading back, unless another reading has its days by now. */
export async function reopenReading(
  facilitator: Facilitator,
  readingId: number,
): Promise<{ ok: true } | { ok: false; reason: 'gone' | 'overlaps' }> {
  const { circleId } = facilitator;
  return db.transaction().execute(async (tx) => {
    await lockReadings(tx, facilitator);
    const reading = await tx
      .selectFrom('reading')
      .select(['starts_on as startsOn', 'ends_on as endsOn'])
      .where('circle_id', '=', circleId)
      .where('id', '=', readingId)
      .executeTakeFirst();
    if (!reading) return { ok: false, reason: 'gone' };
    if (await overlapping(tx, facilitator, reading, readingId))
      return { ok: false, reason: 'overlaps' };
    await tx
      .deleteFrom('reading_end')
      .where('circle_id', '=', circleId)
      .where('reading_id', '=', readingId)
      .execute();
    return { ok: true };
  });
}
