import type { Member } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/**
 * Nobody is given a turn while they pause. What they have already stays theirs.
 * @param until the last day of it, 'YYYY-MM-DD'; null: until they say so
 */
export async function pauseTurns(
  { circleId, personId }: Member,
  { until }: { until: string | null },
  { now = new Date() }: { now?: Date } = {},
): Promise<void> {
  await db
    .insertInto('rota_pause')
    .values({ circle_id: circleId, person_id: personId, until_on: until, at: now })
    .onConflict((conflict) =>
      conflict.columns(['circle_id', 'person_id']).doUpdateSet({ until_on: until, at: now }),
    )
    .execute();
}

export async function resumeTurns(member: Member): Promise<void> {
  await db
    .deleteFrom('rota_pause')
    .where(inCircle(member, 'rota_pause'))
    .where('person_id', '=', member.personId)
    .execute();
}
