import { sql } from 'kysely';
import { knownOccasion } from '#app/notifications/inbox/rows/all-occasions.server.ts';
import type { OccasionKind } from '#app/notifications/rules/occasions.ts';
import type { Executor } from '#db/database.server.ts';

/** Takes back what the members of a circle were told of a thing, whatever happened to it last: it is there no more. */
export async function untell(
  tx: Executor,
  { circleId }: { circleId: number },
  { occasion, thing }: { occasion: OccasionKind; thing: number | null },
): Promise<void> {
  const topic = knownOccasion(occasion).topic(thing);
  await sql`
    with gone as materialized (
      select i.person_id from membership m
      join inbox_item i on i.circle_id = m.circle_id and i.person_id = m.person_id
      where m.circle_id = ${circleId} and i.topic = ${topic}
      order by i.person_id for update of i)
    delete from inbox_item i using gone
    where i.circle_id = ${circleId} and i.topic = ${topic} and i.person_id = gone.person_id`.execute(
    tx,
  );
}
