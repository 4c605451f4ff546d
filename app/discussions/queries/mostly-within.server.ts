import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';

// Of each section: enough to tell, whatever there is.
const ENOUGH = 500;

/**
 * Whether most of the notes about a book are about the sections that
 * someone has behind them.
 */
export async function mostlyWithin(
  { circleId }: Member,
  sections: readonly { id: number; within: boolean }[],
): Promise<boolean> {
  const ids = sections.map(({ id }) => id);
  const within = sections.flatMap((section) => (section.within ? section.id : []));
  const { rows } = await sql<{ within: number; others: number }>`
    select count(*) filter (where section_id = any(${within}::bigint[])) as within,
      count(*) filter (where section_id <> all(${within}::bigint[])) as others
    from (
      select n.section_id from unnest(${ids}::bigint[]) as s(id)
      cross join lateral (
        select section_id from note
        where circle_id = ${circleId} and section_id = s.id limit ${ENOUGH}
      ) n
    ) notes`.execute(db);
  const [counted] = rows;
  return counted !== undefined && counted.within > counted.others;
}
