import { sql } from 'kysely';
import { knownOccasion } from '#app/notifications/inbox/rows/all-occasions.server.ts';
import type { BetweenKind } from '#app/notifications/rules/occasions.ts';
import type { Executor } from '#db/database.server.ts';

/** Takes back what these people were told of a thing between people, whatever happened to it last. */
export async function untellPeople(
  tx: Executor,
  personIds: readonly number[],
  { occasion, thing }: { occasion: BetweenKind; thing: number },
): Promise<void> {
  const topic = knownOccasion(occasion).topic(thing);
  await sql`
    with gone as materialized (
      select i.person_id from inbox_item i
      where i.person_id = any(${personIds}::bigint[]) and i.topic = ${topic} and i.circle_id is null
      order by i.person_id for update)
    delete from inbox_item i using gone
    where i.person_id = gone.person_id and i.topic = ${topic} and i.circle_id is null`.execute(tx);
}
