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
  const within = sections.map((section) => section.within);
  // Counted by section: no row leaves its index, and none but the counts is gone through.
  const { rows } = await sql<{ mostly: boolean | null }>`
    select sum(case when s.within then n.notes else -n.notes end) > 0 as mostly
    from unnest(${ids}::bigint[], ${within}::boolean[]) as s (id, within)
    cross join lateral (
      select count(*) as notes from (
        select from note where circle_id = ${circleId} and section_id = s.id limit ${ENOUGH}
      ) n
    ) n`.execute(db);
  return rows[0]?.mostly ?? false;
}
