import type { Member } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** Lets the circle see a member's progress by name, or as part of the whole alone. */
export async function shareProgress(
  { circleId, personId }: Member,
  byName: boolean,
  { now = new Date() } = {},
): Promise<void> {
  if (byName) {
    await db
      .insertInto('progress_sharing')
      .values({ circle_id: circleId, person_id: personId, since: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return;
  }
  await db
    .deleteFrom('progress_sharing')
    .where(inCircle({ circleId }, 'progress_sharing'))
    .where('person_id', '=', personId)
    .execute();
}
