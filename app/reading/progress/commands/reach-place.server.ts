import type { Member } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

type Reached =
  | { ok: true }
  | { ok: false; reason: 'gone' }
  | { ok: false; reason: 'past-the-end'; lastPage: number };

/** Says how far a member is, by page or by percent. */
export async function reachPlace(
  { circleId, personId }: Member,
  readingId: number,
  place: { page?: number; percent?: number },
  { now = new Date() } = {},
): Promise<Reached> {
  const reading = await db
    .selectFrom('reading')
    .leftJoin('section', (join) => join.on(joined('section.book_id', 'reading.book_id')))
    .select((from) => ['reading.id', from.fn.max('section.end_page').as('last_page')])
    .where(inCircle({ circleId }, 'reading'))
    .where('reading.id', '=', readingId)
    .groupBy('reading.id')
    .executeTakeFirst();
  if (!reading) return { ok: false, reason: 'gone' };
  const lastPage = reading.last_page;
  if (place.page !== undefined && lastPage !== null && place.page > lastPage) {
    return { ok: false, reason: 'past-the-end', lastPage };
  }
  // Page 0, like 0 percent, is not to have begun.
  const page = place.page || null;
  const reached = { page, percent: page === null ? (place.percent ?? 0) : null, reached_at: now };
  await db
    .insertInto('place_reached')
    .values({ circle_id: circleId, reading_id: readingId, person_id: personId, ...reached })
    .onConflict((conflict) =>
      conflict.columns(['circle_id', 'reading_id', 'person_id']).doUpdateSet(reached),
    )
    .execute();
  return { ok: true };
}
