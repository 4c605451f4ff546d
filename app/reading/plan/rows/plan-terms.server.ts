import type { Facilitator } from '#app/access/proofs.ts';
import type { PlanTerms } from '#app/reading/plan/rules/plan-terms.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** The terms that are columns of a reading. */
export const termColumns = ({ rhythm, weekday, pace, recapOn, wrapOn }: PlanTerms) => ({
  rhythm,
  weekday,
  pace,
  recap_on: recapOn,
  wrap_on: wrapOn,
});

/** Writes the terms of a plan that are rows. Fixed points of a section taken out of its book go. */
export async function writeTerms(
  tx: Tx,
  { circleId, personId }: Facilitator,
  readingId: number,
  { pauses, fixed, optionalIds }: PlanTerms,
  sectionIds: readonly number[],
): Promise<void> {
  const of = { circle_id: circleId, reading_id: readingId };
  for (const table of ['reading_pause', 'fixed_point'] as const) {
    await tx
      .deleteFrom(table)
      .where('circle_id', '=', circleId)
      .where('reading_id', '=', readingId)
      .execute();
  }
  if (pauses.length > 0) {
    await tx
      .insertInto('reading_pause')
      .values(pauses.map(({ from, to, label }) => ({ ...of, from_on: from, to_on: to, label })))
      .execute();
  }
  const known = new Map(fixed.map(({ sectionId, by }) => [sectionId, by]));
  const points = [...known].filter(([sectionId]) => sectionIds.includes(sectionId));
  if (points.length > 0) {
    await tx
      .insertInto('fixed_point')
      .values(points.map(([sectionId, by]) => ({ ...of, section_id: sectionId, by_on: by })))
      .execute();
  }
  await tx
    .deleteFrom('optional_section')
    .where(inCircle({ circleId }, 'optional_section'))
    .where('reading_id', '=', readingId)
    .$if(optionalIds.length > 0, (query) => query.where('section_id', 'not in', optionalIds))
    .execute();
  if (optionalIds.length > 0) {
    await tx
      .insertInto('optional_section')
      .values(
        optionalIds.map((sectionId) => ({
          ...of,
          section_id: sectionId,
          by_person_id: personId,
        })),
      )
      // Who made it optional, and when, stays.
      .onConflict((conflict) =>
        conflict.columns(['circle_id', 'reading_id', 'section_id']).doNothing(),
      )
      .execute();
  }
}
