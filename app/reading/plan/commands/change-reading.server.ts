import { isDeepStrictEqual } from 'node:util';
import type { Facilitator } from '#app/access/proofs.ts';
import { tell } from '#app/notifications/commands/tell.server.ts';
import { holdAnew } from '#app/notifications/inbox/commands/hold-anew.server.ts';
import { sectionIdsOf, writeMilestones } from '#app/reading/plan/rows/milestones.server.ts';
import { standingPlan } from '#app/reading/plan/rows/plan-before.server.ts';
import { termColumns, writeTerms } from '#app/reading/plan/rows/plan-terms.server.ts';
import { type Plan, type PlanProblems, planProblems } from '#app/reading/plan/rules/plan.ts';
import { endMoved } from '#app/reading/rows/end-moved.server.ts';
import { lockReadings, overlapping } from '#app/reading/rows/other-readings.server.ts';
import { todayIn } from '#app/time/days.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

export type ReadingChanged =
  | { ok: true }
  | { ok: false; reason: 'gone' | 'over' | 'changed-meanwhile' }
  | { ok: false; reason: 'unsound'; problems: PlanProblems }
  | { ok: false; reason: 'overlaps'; title: string; startsOn: string; endsOn: string };

/** Changes a reading's dates and milestones, unless someone else changed it since `version`. */
export function changeReading(
  facilitator: Facilitator,
  readingId: number,
  plan: Plan & { version: number },
  { now = new Date() }: { now?: Date } = {},
): Promise<ReadingChanged> {
  return db.transaction().execute(async (tx) => {
    await lockReadings(tx, facilitator);
    const before = await standingPlan(tx, facilitator, readingId);
    const changed = await changeReadingIn(tx, facilitator, readingId, plan, now);
    if (!changed.ok) return changed;
    // Nobody is told of a form that was saved as it was.
    if (!isDeepStrictEqual(before, await standingPlan(tx, facilitator, readingId))) {
      await tell(tx, facilitator, {
        ...{ occasion: 'plan-changed', thing: readingId, detail: {} },
        ...{ by: facilitator.personId, at: now },
      });
    }
    return changed;
  });
}

/** Changes a reading in the transaction of a caller who holds the lock on the circle's readings. */
export async function changeReadingIn(
  tx: Tx,
  facilitator: Facilitator,
  readingId: number,
  plan: Plan & { version: number },
  now: Date,
): Promise<ReadingChanged> {
  const changeable = await changeableReading(tx, facilitator, readingId, plan.version);
  if (!changeable.ok) return changeable;
  const { sectionIds } = changeable;
  const problems = planProblems(plan, sectionIds, todayIn(facilitator.circle.timeZone, now));
  if (Object.keys(problems).length > 0) return { ok: false, reason: 'unsound', problems };
  const other = await overlapping(tx, facilitator, plan, readingId);
  if (other) return { ok: false, reason: 'overlaps', ...other };
  await writePlan(tx, facilitator, readingId, plan, sectionIds);
  await holdAnew(tx, facilitator, {}, now);
  return { ok: true };
}

/** The sections of a reading's book, when the reading goes on and nobody changed it since `version`. */
export async function changeableReading(
  tx: Tx,
  facilitator: Facilitator,
  readingId: number,
  version: number,
): Promise<
  { ok: true; sectionIds: number[] } | { ok: false; reason: 'gone' | 'over' | 'changed-meanwhile' }
> {
  const saved = await tx
    .selectFrom('reading')
    .leftJoin('reading_end', (join) => join.on(joined('reading_end.reading_id', 'reading.id')))
    .select(['reading.version', 'reading.book_id', 'reading_end.ended_on'])
    .where(inCircle(facilitator, 'reading'))
    .where('reading.id', '=', readingId)
    .executeTakeFirst();
  if (!saved) return { ok: false, reason: 'gone' };
  if (saved.ended_on !== null) return { ok: false, reason: 'over' };
  if (saved.version !== version) return { ok: false, reason: 'changed-meanwhile' };
  return { ok: true, sectionIds: (await sectionIdsOf(tx, facilitator, saved.book_id)) ?? [] };
}

/** Writes a plan over the one at `version`. */
export async function writePlan(
  tx: Tx,
  facilitator: Facilitator,
  readingId: number,
  plan: Plan & { version: number },
  sectionIds: readonly number[],
): Promise<void> {
  await tx
    .updateTable('reading')
    .set({
      starts_on: plan.startsOn,
      ends_on: plan.endsOn,
      ...termColumns(plan.terms),
      version: plan.version + 1,
    })
    .where(inCircle(facilitator, 'reading'))
    .where('id', '=', readingId)
    .execute();
  await writeMilestones(tx, facilitator, readingId, plan);
  await writeTerms(tx, facilitator, readingId, plan.terms, sectionIds);
  await endMoved(tx, facilitator, readingId);
}
