import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';

/** The books the circle has entered and never planned to read. */
export async function unreadBooks({
  circleId,
}: Member): Promise<{ id: number; title: string; author: string }[]> {
  return db
    .selectFrom('book')
    .leftJoin('reading', (join) =>
      join
        .onRef('reading.circle_id', '=', 'book.circle_id')
        .onRef('reading.book_id', '=', 'book.id'),
    )
    .select(['book.id', 'book.title', 'book.author'])
    .where('book.circle_id', '=', circleId)
    .where('reading.id', 'is', null)
    .orderBy(sql`search_key(book.title) collate "C"`)
    .limit(200)
    .execute();
}
