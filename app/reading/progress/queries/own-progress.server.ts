import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Member } from '#app/access/proofs.ts';
import type { SectionView } from '#app/books/queries/section-view.ts';
import {
  furthest,
  nothingSaid,
  type SaidProgress,
  saidAnything,
  withinLine,
} from '#app/reading/progress/rules/line.ts';
import type { MilestoneView } from '#app/reading/queries/reading-view.ts';
import { todayOf } from '#app/reading/rows/reading-rows.server.ts';
import type { Clock } from '#app/time/clock.ts';
import type { Executor } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

/**
 * The section as far as which the member says to have read the book that is on now; null when
 * nothing is on, or they have said nothing.
 */
export async function furthestRead(
  from: Executor,
  member: Member,
  clock: Clock,
): Promise<number | null> {
  const said = await from
    .selectFrom('reading')
    .leftJoin('place_reached as place', (join) =>
      join.on(joined('place.reading_id', 'reading.id')).on('place.person_id', '=', member.personId),
    )
    .select(['place.page', 'place.percent'])
    .select(({ selectFrom }) => [
      sql<number[]>`to_json(array(${selectFrom('section_read')
        .select('section_read.section_id')
        .where(joined('section_read.reading_id', 'reading.id'))
        .where('section_read.person_id', '=', member.personId)}))`.as('read'),
      jsonArrayFrom(
        selectFrom('section')
          .select(['section.id', 'section.start_page as startPage', 'section.end_page as endPage'])
          .where(joined('section.book_id', 'reading.book_id'))
          .orderBy('section.position'),
      ).as('sections'),
    ])
    .where(inCircle(member, 'reading'))
    .where('ends_on', '>=', todayOf(member, clock))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reading_end')
            .select('reading_end.reading_id')
            .where(joined('reading_end.reading_id', 'reading.id')),
        ),
      ),
    )
    .orderBy('starts_on')
    .limit(1)
    .executeTakeFirst();
  if (!said || !saidAnything(said)) return null;
  const within = withinLine(said.sections, said, { due: [], planned: [] });
  return furthest(said.sections, within)?.id ?? null;
}

/** What each member has said of their progress in a reading, by person; nobody who said nothing. */
export async function saidIn(
  from: Executor,
  member: Member,
  readingId: number,
): Promise<Map<number, SaidProgress>> {
  const said = new Map<number, SaidProgress>();
  const places = await from
    .selectFrom('place_reached')
    .select(['person_id', 'page', 'percent'])
    .where(inCircle(member, 'place_reached'))
    .where('reading_id', '=', readingId)
    .execute();
  for (const { person_id, page, percent } of places) {
    said.set(person_id, { read: [], page, percent });
  }
  const marks = await from
    .selectFrom('section_read')
    .select(['person_id', 'section_id'])
    .where(inCircle(member, 'section_read'))
    .where('reading_id', '=', readingId)
    .execute();
  for (const { person_id, section_id } of marks) {
    const mine = said.get(person_id) ?? nothingSaid;
    said.set(person_id, { ...mine, read: [...mine.read, section_id] });
  }
  return said;
}

/** The sections due before today, and all that the plan holds. */
export function planSoFar(
  { milestones }: { milestones: readonly Pick<MilestoneView, 'dueOn' | 'sections'>[] },
  today: string,
) {
  const ids = (sections: SectionView[]) => sections.map(({ id }) => id);
  return {
    due: milestones.flatMap(({ dueOn, sections }) => (dueOn < today ? ids(sections) : [])),
    planned: milestones.flatMap(({ sections }) => ids(sections)),
  };
}
