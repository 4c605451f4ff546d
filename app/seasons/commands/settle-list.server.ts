import { undoneJob } from '#app/platform/queue.server.ts';
import { answersTo, lockWrap, whoCanAnswer } from '#app/seasons/rows/standing-wrap.server.ts';
import { tellOfWrap } from '#app/seasons/rows/tell-of-wrap.server.ts';
import { listOpens } from '#app/seasons/rules/seasons.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { allAnswered } from './begin-wrap.server.ts';

interface OfReading {
  circleId: number;
  readingId: number;
}

/** Opens the list of those who stay when its time has come; not while its circle is archived. */
export function settleList(of: OfReading, { now = new Date() } = {}): Promise<void> {
  return db.transaction().execute(async (tx) => {
    await openList(tx, of, now);
  });
}

/**
 * The lists whose day ended while their circle was archived open when it is back. Nobody is told of
 * what went by.
 * @param of.at ISO: when the circle came back
 */
export async function openRested({ circleId, at }: { circleId: number; at: string }) {
  const back = new Date(at);
  await db.transaction().execute(async (tx) => {
    const due = await tx
      .selectFrom('wrap')
      .select('reading_id as readingId')
      .where(inCircle({ circleId }, 'wrap'))
      .where('answer_by', '<=', back)
      .execute();
    for (const { readingId } of due) {
      await openList(tx, { circleId, readingId }, back, { tells: false });
    }
  });
}

/**
 * The same in the caller's transaction. It opens once, whoever comes at the same moment, and members
 * are told once.
 * @returns whether it opened now
 */
export async function openList(
  tx: Tx,
  of: OfReading,
  now: Date,
  { tells = true } = {},
): Promise<boolean> {
  const { circleId, readingId } = of;
  const wrap = await lockWrap(tx, of, readingId, now);
  if (!wrap || wrap.listOpened || wrap.rests) return false;
  const members = await whoCanAnswer(tx, of);
  const answers = await answersTo(tx, of, readingId);
  const ids = members.map(({ id }) => id);
  if (!listOpens(answers, ids, wrap.answerBy, now)) return false;
  await tx
    .insertInto('list_opening')
    .values({ circle_id: circleId, reading_id: readingId, at: now })
    .execute();
  await allAnswered(tx, readingId);
  // The job that opens what was due while the circle rested may not have come to it yet.
  const rested = tells && (await undoneJob(tx, 'open-rested-lists', { circleId }));
  if (!tells || (rested && wrap.answerBy <= new Date(rested.at))) return true;
  const { answerBy, openedAt } = wrap;
  const opened = { circleId, readingId, answerBy, openedAt: openedAt.toISOString() };
  await tellOfWrap(tx, opened, { what: 'list-open', by: null, at: now });
  return true;
}
