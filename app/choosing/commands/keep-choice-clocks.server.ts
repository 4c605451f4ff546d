import { setChoiceJobs } from '#app/choosing/rows/choice-jobs.server.ts';
import { lockedChoice } from '#app/choosing/rows/choice-row.server.ts';
import { clockOf } from '#app/choosing/rules/closing-clock.server.ts';
import {
  earliestToCome,
  momentOfClock,
  movedMoment,
  type ReadClock,
} from '#app/time/wall-clock.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { type InCircle, inCircle, joined } from '#db/in-circle.server.ts';

interface Given {
  now?: Date;
  read?: ReadClock;
}

/**
 * Brings the closes to come of choices to the moments that their wall clocks say by this machine's zone
 * data, and what waits for them along. Nobody is told: it closes at the hour that was said. Done again,
 * or by two at once, it is done once.
 * @returns how many moved
 */
export async function keepChoiceClocks({ now = new Date(), read = momentOfClock }: Given = {}) {
  const choices = await acrossCircles(db, 'a job looks through the open choices of all circles')
    .selectFrom('book_choice as choice')
    .leftJoin('book_choice_close as close', (join) =>
      join.on(joined('close.choice_id', 'choice.id')),
    )
    .leftJoin('book_choice_cancellation as off', (join) =>
      join.on(joined('off.choice_id', 'choice.id')),
    )
    .select(['choice.circle_id as circleId', 'choice.id', ...COLUMNS])
    .where('choice.closes_at', '>', earliestToCome(now))
    .where('close.at', 'is', null)
    .where('off.at', 'is', null)
    .orderBy('choice.id')
    .execute();
  let moved = 0;
  for (const { circleId, id, ...row } of choices) {
    if (!movedMoment(clockOf(row), now, read)) continue;
    moved += await one((tx) => move(tx, { circleId }, id, { now, read }));
  }
  return moved;
}

/** Each is a transaction of its own: one that fails takes back no other. */
const one = (act: (tx: Tx) => Promise<number>) => db.transaction().execute(act);

const COLUMNS = [
  ...(['choice.closes_at', 'choice.time_zone', 'choice.closes_on'] as const),
  ...(['choice.closes_time', 'choice.second_time'] as const),
];

/** Read again under its lock: somebody may have given it another time, closed it or called it off. */
async function move(
  tx: Tx,
  circle: InCircle,
  choiceId: number,
  { now, read }: Required<Given>,
): Promise<number> {
  const choice = await lockedChoice(tx, circle, choiceId, now);
  if (!choice || choice.closed || choice.cancelled) return 0;
  const row = await tx
    .selectFrom('book_choice as choice')
    .select(COLUMNS)
    .where(inCircle(circle, 'choice'))
    .where('choice.id', '=', choiceId)
    .executeTakeFirstOrThrow();
  const closesAt = movedMoment(clockOf(row), now, read);
  if (!closesAt) return 0;
  await tx
    .updateTable('book_choice')
    .set((old) => ({ closes_at: closesAt, version: old('version', '+', 1) }))
    .where(inCircle(circle, 'book_choice'))
    .where('id', '=', choiceId)
    .execute();
  await setChoiceJobs(tx, choiceId, closesAt, now);
  return 1;
}
