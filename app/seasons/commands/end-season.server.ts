import type { Facilitator } from '#app/access/proofs.ts';
import { endReading, reopenReading } from '#app/reading/commands/end-reading.server.ts';
import { endOfDay, isAnswerDay } from '#app/seasons/rules/answer-by.server.ts';
import { db } from '#db/database.server.ts';
import { endings } from '../limits.server.ts';
import { beginWrap, dropWrap } from './begin-wrap.server.ts';

type Ended = { ok: true } | { ok: false; reason: 'gone' | 'answer-day' };

/**
 * Ends a reading, or confirms that it is over, and opens its wrap. Twice is once.
 * @param answer.day 'YYYY-MM-DD': until its end, on clocks in the zone, members say whether they stay
 */
export async function endSeason(
  facilitator: Facilitator,
  readingId: number,
  { day, zone }: { day: string; zone: string },
  { now = new Date() }: { now?: Date } = {},
): Promise<Ended> {
  const { circleId, personId } = facilitator;
  if (!isAnswerDay(day, zone, now)) return { ok: false, reason: 'answer-day' };
  return db.transaction().execute(async (tx): Promise<Ended> => {
    const ended = await endReading(tx, facilitator, readingId, { now });
    if (!ended.ok) return ended;
    // A wrap that opened by itself, before the plan was made longer, is over: this is another end.
    if (!ended.wasOver) await dropWrap(tx, { circleId, readingId });
    const wrap = { circleId, readingId, openedBy: personId, zone };
    const opened = await beginWrap(tx, { ...wrap, answerBy: endOfDay(day, zone) }, now);
    if (opened) await endings.count(tx, personId);
    return { ok: true };
  });
}

/** Takes a reading up again, and its wrap back. */
export function reopenSeason(
  facilitator: Facilitator,
  readingId: number,
): ReturnType<typeof reopenReading> {
  return db.transaction().execute(async (tx) => {
    const reopened = await reopenReading(tx, facilitator, readingId);
    if (reopened.ok) await dropWrap(tx, { circleId: facilitator.circleId, readingId });
    return reopened;
  });
}
