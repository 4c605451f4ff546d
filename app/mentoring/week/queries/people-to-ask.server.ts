import type { Viewer } from '#app/access/proofs.ts';
import { areApart } from '#app/mentoring/week/rows/unsuggested.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';

export interface PersonToAsk {
  id: number;
  name: string;
}

const PEOPLE = `
select p.id, p.name
from person me
join person p on p.id in (
  select m.person_id from membership m where m.circle_id = any($2::bigint[]))
where me.id = $1 and p.id <> me.id
  and not exists (select from person_deactivation d where d.person_id = p.id)
  and not ${areApart('me', 'p')}
order by search_key(p.name) collate "C", p.id`;

/** Whom the viewer may think of: the people of their circles, by name. */
export async function peopleToAsk({ personId, memberships }: Viewer): Promise<PersonToAsk[]> {
  const circles = memberships.map(({ circle }) => circle.id);
  if (circles.length === 0) return [];
  const { rows } = await acrossCircles(
    databasePool(),
    'the people of the viewer’s own circles',
  ).query<PersonToAsk>({ text: PEOPLE, values: [personId, circles] });
  return rows;
}
