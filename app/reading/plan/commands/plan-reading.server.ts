import type { Facilitator } from '#app/access/proofs.ts';
import { tell } from '#app/notifications/commands/tell.server.ts';
import { holdAnew } from '#app/notifications/inbox/commands/hold-anew.server.ts';
import { digestOf, isSameForm } from '#app/platform/forms/submission.server.ts';
import { readings } from '#app/reading/limits.server.ts';
import { sectionIdsOf, writeMilestones } from '#app/reading/plan/rows/milestones.server.ts';
import { termColumns, writeTerms } from '#app/reading/plan/rows/plan-terms.server.ts';
import { type Plan, type PlanProblems, planProblems } from '#app/reading/plan/rules/plan.ts';
import { lockReadings, overlapping } from '#app/reading/rows/other-readings.server.ts';
import { todayIn } from '#app/time/days.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type ReadingPlanned =
  | { ok: true; readingId: number }
  /** another plan was saved under its key */
  | { ok: false; reason: 'another-first'; readingId: number }
  | { ok: false; reason: 'no-such-book' }
  | { ok: false; reason: 'unsound'; problems: PlanProblems }
  /** a circle reads one book at a time */
  | { ok: false; reason: 'overlaps'; title: string; startsOn: string; endsOn: string };

type Planning = Plan & { bookId: number; submissionKey: string };

/** Plans a circle's reading of one of its books. */
export async function planReading(
  facilitator: Facilitator,
  plan: Planning,
  { now = new Date() }: { now?: Date } = {},
): Promise<ReadingPlanned> {
  return db.transaction().execute(async (tx) => {
    await lockReadings(tx, facilitator);
    return planReadingIn(tx, facilitator, plan, now);
  });
}

/** Plans a reading in the transaction of a caller who holds the lock on the circle's readings. */
export async function planReadingIn(
  tx: Tx,
  facilitator: Facilitator,
  plan: Planning,
  now: Date,
): Promise<ReadingPlanned> {
  const { circleId, personId, circle } = facilitator;
  const { submissionKey, ...content } = plan;
  const before = await tx
    .selectFrom('reading')
    .select(['id', 'submission_digest'])
    .where(inCircle(facilitator, 'reading'))
    .where('created_by', '=', personId)
    .where('submission_key', '=', submissionKey)
    .executeTakeFirst();
  if (before) {
    return isSameForm(before.submission_digest, content)
      ? { ok: true, readingId: before.id }
      : { ok: false, reason: 'another-first', readingId: before.id };
  }

  const sectionIds = await sectionIdsOf(tx, facilitator, plan.bookId);
  if (!sectionIds) return { ok: false, reason: 'no-such-book' };
  const problems = planProblems(plan, sectionIds, todayIn(circle.timeZone, now));
  if (Object.keys(problems).length > 0) return { ok: false, reason: 'unsound', problems };
  const other = await overlapping(tx, facilitator, plan);
  if (other) return { ok: false, reason: 'overlaps', ...other };

  const { id } = await tx
    .insertInto('reading')
    .values({
      circle_id: circleId,
      book_id: plan.bookId,
      starts_on: plan.startsOn,
      ends_on: plan.endsOn,
      ...termColumns(plan.terms),
      created_by: personId,
      submission_key: submissionKey,
      submission_digest: digestOf(content),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeMilestones(tx, facilitator, id, plan);
  await writeTerms(tx, facilitator, id, plan.terms, sectionIds);
  await tell(tx, facilitator, {
    ...{ occasion: 'plan-made', thing: id, detail: {} },
    ...{ by: personId, at: now },
  });
  await readings.count(tx, personId);
  await holdAnew(tx, facilitator, {}, now);
  return { ok: true, readingId: id };
}
