import { sql } from 'kysely';
import type { Admin } from '#app/access/proofs.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';

/**
 * How many circles a person hosts that would pass to somebody else with their account closed, and
 * how many nobody else could host. Counts alone: an administrator learns nothing of a circle.
 */
export async function hostedBy(_admin: Admin, personId: number) {
  const { rows } = await sql<{ passing: number; waiting: number }>`
    select count(*) filter (where others) as passing, count(*) filter (where not others) as waiting
    from (
      select exists (select from membership o where o.circle_id = h.circle_id
        and o.person_id <> h.person_id
        and not exists (select from person_deactivation d where d.person_id = o.person_id)) as others
      from membership h where h.person_id = ${personId} and h.role = 'host'
    ) hosted`.execute(acrossCircles(db, 'an administrator is told counts alone'));
  return rows[0] ?? { passing: 0, waiting: 0 };
}
