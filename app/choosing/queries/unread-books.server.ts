import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

/** The books the circle has entered and never planned to read. */
export async function unreadBooks(
  member: Member,
): Promise<{ id: number; title: string; author: string }[]> {
  return db
    .selectFrom('book')
    .leftJoin('reading', (join) => join.on(joined('reading.book_id', 'book.id')))
    .select(['book.id', 'book.title', 'book.author'])
    .where(inCircle(member, 'book'))
    .where('reading.id', 'is', null)
    .orderBy(sql`search_key(book.title) collate "C"`)
    .limit(200)
    .execute();
}
