import { lockWrap } from '#app/seasons/rows/standing-wrap.server.ts';
import { clockOf } from '#app/seasons/rules/answer-by.server.ts';
import {
  earliestToCome,
  momentOfClock,
  movedMoment,
  type ReadClock,
} from '#app/time/wall-clock.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { type InCircle, inCircle, joined } from '#db/in-circle.server.ts';
import { setWrapJobs } from './begin-wrap.server.ts';

interface Given {
  now?: Date;
  read?: ReadClock;
}

/**
 * Brings the days until whose end members say whether they stay to the moments that this machine’s zone
 * data give them, and what waits for them along. Nobody is told: it is the day that was said. Done
 * again, or by two at once, it is done once.
 * @returns how many moved
 */
export async function keepWrapClocks({ now = new Date(), read = momentOfClock }: Given = {}) {
  const wraps = await acrossCircles(db, 'a job looks through the wraps of all circles')
    .selectFrom('wrap')
    .leftJoin('list_opening as list', (join) =>
      join.on(joined('list.reading_id', 'wrap.reading_id')),
    )
    .select(['wrap.circle_id as circleId', 'wrap.reading_id as readingId', ...COLUMNS])
    .where('wrap.answer_by', '>', earliestToCome(now))
    .where('list.at', 'is', null)
    .orderBy('wrap.reading_id')
    .execute();
  let moved = 0;
  for (const { circleId, readingId, ...row } of wraps) {
    if (!movedMoment(clockOf(row), now, read)) continue;
    moved += await one((tx) => move(tx, { circleId }, readingId, { now, read }));
  }
  return moved;
}

/** Each is a transaction of its own: one that fails takes back no other. */
const one = (act: (tx: Tx) => Promise<number>) => db.transaction().execute(act);

const COLUMNS = ['wrap.answer_by', 'wrap.answer_on', 'wrap.time_zone', 'wrap.opened_at'] as const;

/** Read again under its lock: it may have been taken back, or its list have opened. */
async function move(
  tx: Tx,
  circle: InCircle,
  readingId: number,
  { now, read }: Required<Given>,
): Promise<number> {
  const wrap = await lockWrap(tx, circle, readingId, now);
  if (!wrap || wrap.listOpened) return 0;
  const row = await tx
    .selectFrom('wrap')
    .select(COLUMNS)
    .where(inCircle(circle, 'wrap'))
    .where('wrap.reading_id', '=', readingId)
    .executeTakeFirstOrThrow();
  const answerBy = movedMoment(clockOf(row), now, read);
  if (!answerBy) return 0;
  await tx
    .updateTable('wrap')
    .set({ answer_by: answerBy })
    .where(inCircle(circle, 'wrap'))
    .where('reading_id', '=', readingId)
    .execute();
  const of = { ...circle, readingId, openedAt: row.opened_at.toISOString() };
  await setWrapJobs(tx, of, answerBy, now);
  return 1;
}
