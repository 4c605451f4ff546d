import { randomUUID } from 'node:crypto';
import { bookKey } from '#app/books/rules/book-key.ts';
import type { SeedShelf } from '#app/demo/community/types.ts';
import type { Tx } from '#db/database.server.ts';
import { type Anchor, dayAt } from './days.server.ts';
import type { PersonId } from './people.server.ts';

/** Writes a person's own shelf. */
export async function insertShelf(
  tx: Tx,
  { person, books }: SeedShelf,
  anchor: Anchor,
  personId: PersonId,
): Promise<void> {
  await tx
    .insertInto('shelf_book')
    .values(
      books.map((book) => ({
        person_id: personId(person),
        title: book.title,
        author: book.author,
        isbn: book.isbn13 ?? null,
        pages: book.pages ?? null,
        state: book.state,
        read_on: book.readDaysAgo === undefined ? null : dayAt(anchor, -book.readDaysAgo),
        added_on: dayAt(anchor, -book.addedDaysAgo),
        source: 'own',
        source_key: randomUUID(),
        book_key: bookKey(book.title, book.author),
        changed_at: new Date(),
      })),
    )
    .execute();
}
