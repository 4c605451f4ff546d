import { sql } from 'kysely';
import type { SectionView } from '#app/books/queries/section-view.ts';
import { withinLine } from '#app/reading/progress/rules/line.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

interface OfBook {
  circleId: number;
  bookId: number;
}

/** Hands what is about sections that go to those that stay, and takes them out. */
export async function leaveSections(
  tx: Tx,
  { circleId }: OfBook,
  heirs: ReadonlyMap<number, number>,
): Promise<void> {
  const ids = [...heirs.keys()];
  if (ids.length === 0) return;
  // Who writes about one of them at this moment has done so first, or finds it gone.
  await tx
    .selectFrom('section')
    .select('id')
    .where(inCircle({ circleId }, 'section'))
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const [id, heir] of heirs) {
    for (const table of ['thread', 'note'] as const) {
      await tx
        .updateTable(table)
        .set({ section_id: heir })
        .where(inCircle({ circleId }, table))
        .where('section_id', '=', id)
        .execute();
    }
  }
  // Who marked these sections alone has begun, and is not taken to be where the plan is.
  await sql`
    insert into place_reached (circle_id, reading_id, person_id, percent)
    select distinct circle_id, reading_id, person_id, 0 from section_read gone
    where circle_id = ${circleId} and section_id in (${sql.join(ids)}) and not exists (
      select from section_read kept
      where kept.circle_id = gone.circle_id and kept.reading_id = gone.reading_id
        and kept.person_id = gone.person_id and kept.section_id not in (${sql.join(ids)}))
    on conflict do nothing`.execute(tx);
  await tx
    .deleteFrom('section')
    .where(inCircle({ circleId }, 'section'))
    .where('id', 'in', ids)
    .execute();
}

/**
 * A percent is a share of the book as it was: where it would reach further in the book as it is now,
 * the sections it covered are marked in its place.
 */
export async function keepPercents(
  tx: Tx,
  { circleId, bookId }: OfBook,
  before: readonly SectionView[],
  after: readonly SectionView[],
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
