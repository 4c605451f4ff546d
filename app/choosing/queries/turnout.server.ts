import { sql } from 'kysely';
import type { Executor } from '#db/database.server.ts';

/**
 * How many of the circle have ranked: a number, never who. A closed account neither counts nor votes.
 */
export async function turnoutOf(
  from: Executor,
  { circleId, id }: { circleId: number; id: number },
): Promise<{ ranked: number; members: number }> {
  const { rows } = await sql<{ ranked: number; members: number }>`
    select count(*) as members, count(b.person_id) as ranked
    from membership m
    left join ballot b
      on b.circle_id = m.circle_id and b.person_id = m.person_id and b.choice_id = ${id}
    where m.circle_id = ${circleId}
      and not exists (select from person_deactivation d where d.person_id = m.person_id)`.execute(
    from,
  );
  return rows[0] ?? { ranked: 0, members: 0 };
}
