import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import type { SectionView } from '#app/reading/reading-view.ts';
import { db, type Executor } from '#db/database.server.ts';
import { asSection, readingRows, sectionColumns, todayOf } from './reading-rows.server.ts';
import type { Clock } from './readings.server.ts';

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
export async function booksOf(
  member: Member,
): Promise<{ id: number; title: string; author: string; sections: number }[]> {
  return db
    .selectFrom('book')
    .select(['book.id', 'book.title', 'book.author'])
    .select((from) =>
      from
        .selectFrom('section')
        .select((inner) => inner.fn.countAll<number>().as('sections'))
        .whereRef('section.circle_id', '=', 'book.circle_id')
        .whereRef('section.book_id', '=', 'book.id')
        .$asScalar()
        .$notNull()
        .as('sections'),
    )
    .where('book.circle_id', '=', member.circleId)
    .orderBy('book.id', 'desc')
    .limit(200)
    .execute();
}

/** A book of the circle with its sections. */
export async function bookOf(member: Member, bookId: number): Promise<BookView | null> {
  const book = await db
    .selectFrom('book')
    .select(['id', 'version', 'title', 'subtitle', 'author', 'isbn'])
    .where('circle_id', '=', member.circleId)
    .where('id', '=', bookId)
    .executeTakeFirst();
  return book ? { ...book, sections: await sectionsOf(member, bookId) } : null;
}

/** The book the circle reads, reads next or read last, with its sections; null when there is none. */
export async function sectionsOfCurrentBook(
  member: Member,
  clock: Clock = {},
): Promise<{ title: string; sections: SectionView[] } | null> {
  const today = todayOf(member, clock);
  const book = await readingRows(member)
    .clearSelect()
    .select(['reading.book_id', 'book.title'])
    .orderBy(sql`(reading_end.reading_id is null and reading.ends_on >= ${today}::date) desc`)
    .orderBy(
      sql`case when reading.ends_on >= ${today}::date then reading.starts_on - ${today}::date
        else ${today}::date - reading.ends_on end`,
    )
    .limit(1)
    .executeTakeFirst();
  if (!book) return null;
  return { title: book.title, sections: await sectionsOf(member, book.book_id) };
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
    .where('section.circle_id', '=', member.circleId)
    .where('section.book_id', '=', bookId)
    .orderBy('section.position')
    .execute();
  return rows.map(asSection);
}
