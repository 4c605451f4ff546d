import { sql } from 'kysely';
import type { Partner } from '#app/access/proofs.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db, type Executor } from '#db/database.server.ts';

/** Somebody to hand something over to. */
export interface Recipient {
  personId: number;
  name: string;
  /** the circle whose host they are; null for whoever runs the site */
  circle: { id: number; name: string } | null;
}

interface Row {
  person_id: number;
  name: string;
  circle_id: number | null;
  circle: string | null;
}

const wasIn = (circle: string, person: number) => sql`(exists (
    select from membership m where m.circle_id = ${sql.ref(circle)} and m.person_id = ${person})
  or exists (
    select from departure d where d.circle_id = ${sql.ref(circle)} and d.person_id = ${person}))`;

/**
 * Whom one of the two may hand something over to: the hosts of circles that both are or were in, and
 * who runs the site; never the one it is about, and nobody whose account is closed.
 */
export async function recipientsOf(
  { personId, otherId }: Partner,
  from: Executor = db,
): Promise<Recipient[]> {
  const { rows } = await sql<Row>`
    select p.id as person_id, p.name, who.circle_id, who.circle
    from (
      select h.person_id, c.id as circle_id, c.name as circle
      from membership h join circle c on c.id = h.circle_id
      where h.role = 'host' and ${wasIn('c.id', personId)} and ${wasIn('c.id', otherId)}
      union all
      select a.person_id, null, null from site_admin a
    ) who
    join person p on p.id = who.person_id
    where p.id not in (${personId}, ${otherId})
      and not exists (select from person_deactivation d where d.person_id = p.id)
    order by who.circle nulls last, p.name, p.id`.execute(
    acrossCircles(from, 'the circles that two people are or were in, whichever they are'),
  );
  return rows.map(({ person_id, name, circle_id, circle }) => ({
    ...{ personId: person_id, name },
    circle: circle_id === null || circle === null ? null : { id: circle_id, name: circle },
  }));
}
