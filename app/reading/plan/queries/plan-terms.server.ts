import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Member } from '#app/access/proofs.ts';
import { asMore, moreRows, pausesIn } from '#app/reading/plan/rows/more-rows.server.ts';
import { type PlanTerms, plainTerms, type Rhythm } from '#app/reading/plan/rules/plan-terms.ts';
import type { PlanMore } from '#app/reading/queries/reading-view.ts';
import { db, type Executor } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

/** What a reading's plan keeps to, in one round trip. */
export async function planTermsOf(
  member: Member,
  readingId: number,
  on: Executor = db,
): Promise<PlanTerms> {
  const row = await on
    .selectFrom('reading')
    .select(['rhythm', 'weekday', 'pace', 'recap_on as recapOn', 'wrap_on as wrapOn'])
    .select((from) => [
      pausesIn(from),
      jsonArrayFrom(
        from
          .selectFrom('fixed_point')
          .select(['fixed_point.section_id as sectionId', 'fixed_point.by_on as by'])
          .where(joined('fixed_point.reading_id', 'reading.id'))
          .orderBy('fixed_point.by_on'),
      ).as('fixed'),
      jsonArrayFrom(
        from
          .selectFrom('optional_section as optional')
          .innerJoin('section', (join) => join.on(joined('section.id', 'optional.section_id')))
          .select('optional.section_id as id')
          .where(joined('optional.reading_id', 'reading.id'))
          .orderBy('section.position'),
      ).as('optional'),
    ])
    .where(inCircle(member, 'reading'))
    .where('reading.id', '=', readingId)
    .executeTakeFirst();
  if (!row) return plainTerms;
  const { optional, rhythm, ...terms } = row;
  return { ...terms, rhythm: rhythm as Rhythm, optionalIds: optional.map(({ id }) => id) };
}

/** What a reading's page says of its plan beside the milestones; null when there is no such reading. */
export async function planMoreOf(member: Member, readingId: number): Promise<PlanMore | null> {
  const row = await moreRows(member).where('reading.id', '=', readingId).executeTakeFirst();
  return row ? asMore(row) : null;
}
