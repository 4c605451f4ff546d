import type { Member } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** Shows a member who is still reading what the others took from the book. Twice is once. */
export async function openTakeaways(
  { circleId, personId }: Member,
  readingId: number,
  { now = new Date() } = {},
): Promise<void> {
  await db
    .insertInto('takeaway_opening')
    .values({ circle_id: circleId, reading_id: readingId, person_id: personId, opened_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Folds them for that member again. */
export async function foldTakeaways(
  { circleId, personId }: Member,
  readingId: number,
): Promise<void> {
  await db
    .deleteFrom('takeaway_opening')
    .where(inCircle({ circleId }, 'takeaway_opening'))
    .where('reading_id', '=', readingId)
    .where('person_id', '=', personId)
    .execute();
}
