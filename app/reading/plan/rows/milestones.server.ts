import type { Facilitator } from '#app/access/proofs.ts';
import type { Plan } from '#app/reading/plan/rules/plan.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

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
