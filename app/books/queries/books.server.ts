import type { Member } from '#app/access/proofs.ts';
import type { SectionView } from '#app/books/queries/section-view.ts';
import { type ListedBook, listedBooks } from '#app/books/rows/listed-books.server.ts';
import { asSection, sectionColumns } from '#app/books/rows/sections.server.ts';
import { db, type Executor } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export interface BookView {
  id: number;
  version: number;
  title: string;
  subtitle: string;
  author: string;
  isbn: string | null;
  sections: SectionView[];
}

/** The circle's books, the latest entered first. */
export const booksOf = (member: Member): Promise<ListedBook[]> => listedBooks(member).execute();

/** A book of the circle with its sections. */
export async function bookOf(member: Member, bookId: number): Promise<BookView | null> {
  const book = await db
    .selectFrom('book')
    .select(['id', 'version', 'title', 'subtitle', 'author', 'isbn'])
    .where(inCircle(member, 'book'))
    .where('id', '=', bookId)
    .executeTakeFirst();
  return book ? { ...book, sections: await sectionsOf(member, bookId) } : null;
}

/** The sections of a book of the circle, in order. */
export async function sectionsOf(
  member: Member,
  bookId: number,
  from: Executor = db,
): Promise<SectionView[]> {
  const rows = await from
    .selectFrom('section')
    .select(sectionColumns)
    .where(inCircle(member, 'section'))
    .where('section.book_id', '=', bookId)
    .orderBy('section.position')
    .execute();
  return rows.map(asSection);
}
