import type { Viewer } from '#app/access/proofs.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';

export interface PersonToAsk {
  id: number;
  name: string;
}

// This is everybody of their circles: who were missing for what another person keeps, or for an
// address on the viewer’s own list, would be told by it.
const PEOPLE = `
select p.id, p.name
from person p
where p.id in (select m.person_id from membership m where m.circle_id = any($2::bigint[]))
  and p.id <> $1
  and not exists (select from person_deactivation d where d.person_id = p.id)
  and not exists (select from keep_apart k
    where k.person_id = $1 and k.other_id = p.id and k.taken_off_at is null)
  and not exists (select from person_block b where b.person_id = $1 and b.blocked_id = p.id)
order by search_key(p.name) collate "C", p.id`;

/** Whom the viewer may think of: the people of their circles but whom they keep apart, by name. */
export async function peopleToAsk({ personId, memberships }: Viewer): Promise<PersonToAsk[]> {
  const circles = memberships.map(({ circle }) => circle.id);
  if (circles.length === 0) return [];
  const { rows } = await acrossCircles(
    databasePool(),
    'the people of the viewer’s own circles',
  ).query<PersonToAsk>({ text: PEOPLE, values: [personId, circles] });
  return rows;
}
