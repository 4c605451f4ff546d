import { sql } from 'kysely';
import { daysAfter } from '#app/time/spans.ts';
import { db } from '#db/database.server.ts';

/** Removes pieces of uploads that were broken off, and old answers of the look-up. */
export async function tidyShelves(now = new Date()): Promise<void> {
  const before = (days: number) => daysAfter(now, -days);
  await db
    .deleteFrom('shelf_import_chunk')
    .where('sent_at', '<', before(1))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('shelf_import')
            .select(sql`1`.as('one'))
            .whereRef('shelf_import.upload_id', '=', 'shelf_import_chunk.upload_id'),
        ),
      ),
    )
    .execute();
  await db.deleteFrom('book_lookup').where('at', '<', before(30)).execute();
}
