import type { Facilitator } from '#app/access/proofs.ts';
import { readings } from '#app/reading/limits.server.ts';
import { termColumns, writeTerms } from '#app/reading/plan/rows/plan-terms.server.ts';
import { type Plan, type PlanProblems, planProblems } from '#app/reading/plan/rules/plan.ts';
import { todayIn } from '#app/time/days.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

export type ReadingPlanned =
  | { ok: true; readingId: number }
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
  const before = await tx
    .selectFrom('reading')
    .select('id')
    .where(inCircle(facilitator, 'reading'))
    .where('created_by', '=', personId)
    .where('submission_key', '=', plan.submissionKey)
    .executeTakeFirst();
  if (before) return { ok: true, readingId: before.id };

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
      submission_key: plan.submissionKey,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeMilestones(tx, facilitator, id, plan);
  await writeTerms(tx, facilitator, id, plan.terms, sectionIds);
  await readings.count(tx, personId);
  return { ok: true, readingId: id };
}

/** Readings of one circle are planned one after the other, so that two cannot overlap. */
export async function lockReadings(tx: Tx, { circleId }: Facilitator): Promise<void> {
  await tx
    .selectFrom('circle')
    .select('id')
    .where('id', '=', circleId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}

/** The sections of a book of this circle; null when the circle has no such book. */
export async function sectionIdsOf(
  tx: Tx,
  facilitator: Facilitator,
  bookId: number,
): Promise<number[] | null> {
  const rows = await tx
    .selectFrom('book')
    .leftJoin('section', (join) => join.on(joined('section.book_id', 'book.id')))
    .select('section.id')
    .where(inCircle(facilitator, 'book'))
    .where('book.id', '=', bookId)
    .execute();
  return rows.length === 0 ? null : rows.flatMap(({ id }) => (id === null ? [] : [id]));
}

/** Another reading of the circle, neither over nor ended, whose days meet these. */
export async function overlapping(
  tx: Tx,
  facilitator: Facilitator,
  { startsOn, endsOn }: Pick<Plan, 'startsOn' | 'endsOn'>,
  exceptId = 0,
): Promise<{ title: string; startsOn: string; endsOn: string } | undefined> {
  return tx
    .selectFrom('reading')
    .innerJoin('book', (join) => join.on(joined('book.id', 'reading.book_id')))
    .leftJoin('reading_end', (join) => join.on(joined('reading_end.reading_id', 'reading.id')))
    .select(['book.title', 'reading.starts_on as startsOn', 'reading.ends_on as endsOn'])
    .where(inCircle(facilitator, 'reading'))
    .where('reading.id', '!=', exceptId)
    .where('reading_end.reading_id', 'is', null)
    .where('reading.starts_on', '<=', endsOn)
    .where('reading.ends_on', '>=', startsOn)
    .executeTakeFirst();
}

/** Writes a reading's milestones: those with an id are changed, others added, the rest removed. */
export async function writeMilestones(
  tx: Tx,
  { circleId }: Facilitator,
  readingId: number,
  { milestones }: Pick<Plan, 'milestones'>,
): Promise<void> {
  const kept = milestones.flatMap(({ id }) => (id === undefined ? [] : [id]));
  await tx
    .deleteFrom('milestone')
    .where(inCircle({ circleId }, 'milestone'))
    .where('reading_id', '=', readingId)
    .$if(kept.length > 0, (query) => query.where('id', 'not in', kept))
    .execute();
  await tx
    .deleteFrom('milestone_section')
    .where(inCircle({ circleId }, 'milestone_section'))
    .where('reading_id', '=', readingId)
    .execute();
  for (const { id, title, dueOn, sectionIds } of milestones) {
    const values = { title, due_on: dueOn };
    const written =
      (id === undefined
        ? undefined
        : await tx
            .updateTable('milestone')
            .set(values)
            .where(inCircle({ circleId }, 'milestone'))
            .where('reading_id', '=', readingId)
            .where('id', '=', id)
            .returning('id')
            .executeTakeFirst()) ??
      (await tx
        .insertInto('milestone')
        .values({ ...values, circle_id: circleId, reading_id: readingId })
        .returning('id')
        .executeTakeFirstOrThrow());
    if (sectionIds.length === 0) continue;
    await tx
      .insertInto('milestone_section')
      .values(
        sectionIds.map((sectionId) => ({
          circle_id: circleId,
          reading_id: readingId,
          milestone_id: written.id,
          section_id: sectionId,
        })),
      )
      .execute();
  }
}
