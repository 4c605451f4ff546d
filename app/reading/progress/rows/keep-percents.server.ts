import type { SectionsChange } from '#app/books/commands/change-book.server.ts';
import type { SectionView } from '#app/books/queries/section-view.ts';
import { withinLine } from '#app/reading/progress/rules/line.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/**
 * A percent is a share of the book as it was: where it would reach further in the book as it is now,
 * the sections it covered are marked in its place.
 */
export async function keepPercents(
  tx: Tx,
  { circleId, bookId, before, after }: SectionsChange,
): Promise<void> {
  const places = await tx
    .selectFrom('place_reached')
    .innerJoin('reading', (join) =>
      join
        .onRef('reading.id', '=', 'place_reached.reading_id')
        .onRef('reading.circle_id', '=', 'place_reached.circle_id'),
    )
    .select(['place_reached.reading_id', 'place_reached.person_id', 'place_reached.percent'])
    .where(inCircle({ circleId }, 'place_reached'))
    .where('reading.book_id', '=', bookId)
    .where('percent', '>', 0)
    .where('percent', '<', 100)
    .execute();
  const stays = new Set(after.map(({ id }) => id));
  for (const { reading_id, person_id, percent } of places) {
    const covered = (sections: readonly SectionView[]) =>
      withinLine(sections, { read: [], page: null, percent }, { due: [], planned: [] });
    const was = covered(before);
    if ([...covered(after)].every((id) => was.has(id))) continue;
    const mine = { circle_id: circleId, reading_id, person_id };
    const marks = [...was].filter((id) => stays.has(id));
    if (marks.length > 0) {
      await tx
        .insertInto('section_read')
        .values(marks.map((section_id) => ({ ...mine, section_id })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    await tx
      .updateTable('place_reached')
      .set({ percent: 0 })
      .where(inCircle({ circleId }, 'place_reached'))
      .where('reading_id', '=', reading_id)
      .where('person_id', '=', person_id)
      .execute();
  }
}
