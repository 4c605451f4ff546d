import { setReminder } from '#app/notifications/commands/remind.server.ts';
import { untell } from '#app/notifications/commands/untell.server.ts';
import { dequeue, enqueue } from '#app/platform/queue.server.ts';
import type { WrapOf } from '#app/seasons/queries/mail.server.ts';
import { tellOfWrap } from '#app/seasons/rows/tell-of-wrap.server.ts';
import { answerDay } from '#app/seasons/rules/answer-by.server.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

interface NewWrap {
  circleId: number;
  readingId: number;
  /** null when it opens by itself */
  openedBy: number | null;
  answerBy: Date;
  zone: string;
}

/**
 * Opens the wrap of a reading and tells the members, all but who opened it. Twice is once.
 * @returns whether it opened now
 */
export async function beginWrap(tx: Tx, wrap: NewWrap, now: Date): Promise<boolean> {
  const { circleId, readingId, openedBy, answerBy, zone } = wrap;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('wrap')
    .values({
      circle_id: circleId,
      reading_id: readingId,
      opened_by: openedBy,
      opened_at: now,
      answer_by: answerBy,
      answer_on: answerDay(answerBy, zone),
      time_zone: zone,
    })
    .onConflict((conflict) => conflict.columns(['circle_id', 'reading_id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return false;
  const of = { circleId, readingId, openedAt: now.toISOString() };
  await tellOfWrap(tx, { ...of, answerBy }, { what: 'wrap-opened', by: openedBy, at: now });
  await setWrapJobs(tx, of, answerBy, now);
  return true;
}

/** Sets when its list opens by itself and when those who have not answered are reminded. */
export async function setWrapJobs(tx: Tx, of: WrapOf, answerBy: Date, now: Date): Promise<void> {
  const { readingId } = of;
  const reminder = { job: 'remind-of-wrap', of, key: reminderKey(readingId) } as const;
  await setReminder(tx, reminder, { moment: answerBy, now });
  await enqueue(tx, 'open-list', of, { key: listKey(readingId), runAt: answerBy });
}

/** Takes a wrap back with its answers; what members took from the book stays, unseen. */
export async function dropWrap(
  tx: Tx,
  { circleId, readingId }: { circleId: number; readingId: number },
): Promise<void> {
  await tx
    .deleteFrom('wrap')
    .where(inCircle({ circleId }, 'wrap'))
    .where('reading_id', '=', readingId)
    .execute();
  await untell(tx, { circleId }, { occasion: 'wrap-opened', thing: readingId });
  await allAnswered(tx, readingId);
}

/** Nothing waits for the deadline any more. */
export async function allAnswered(tx: Tx, readingId: number): Promise<void> {
  await dequeue(tx, reminderKey(readingId));
  await dequeue(tx, listKey(readingId));
}

const reminderKey = (readingId: number) => `wrap-reminder:${readingId}`;
const listKey = (readingId: number) => `wrap-list:${readingId}`;
