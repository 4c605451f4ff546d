import { sql } from 'kysely';
import type { Cloth, Viewer } from '#app/access/proofs.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';

interface CircleRow {
  slug: string;
  name: string;
  cloth: Cloth;
  seats: number;
  taken: number;
}

/** The viewer's circles whose agreement, as it stands now, waits for their “I’m in”. */
export async function notConsented(viewer: Viewer) {
  const { rows } = await sql<CircleRow>`
    select c.slug, c.name, c.cloth, c.seats,
      (select count(*) from membership t where t.circle_id = c.id) as taken
    from membership m join circle c on c.id = m.circle_id
    where m.person_id = ${viewer.personId}
      and not exists (select from circle_archive z where z.circle_id = c.id)
      and not exists (
      select from agreement_consent a where a.circle_id = c.id and a.person_id = m.person_id
        and a.version = (select max(version) from agreement g where g.circle_id = c.id))
    order by c.id`.execute(acrossCircles(db, 'the circles of a person themselves'));
  return rows;
}

export type NotConsented = Awaited<ReturnType<typeof notConsented>>[number];
