import { sql } from 'kysely';
import type { Viewer } from '#app/access/proofs.ts';
import { BOOKS_A_PAGE } from '#app/books/rules/catalogue.ts';
import { readIsbn } from '#app/books/rules/isbn.ts';
import type { ShelfState } from '#app/books/rules/shelf-state.ts';
import { db } from '#db/database.server.ts';

export interface CatalogueBook {
  id: string;
  title: string;
  subtitle: string;
  author: string;
  isbn: string | null;
  pages: number | null;
}

const byTitle = sql`search_key(b.title) collate "C"`;

/** A listed book, and where it stands on the viewer's own shelf. */
export type ListedBook = CatalogueBook & { mine: ShelfState | null };

export type CataloguePage =
  /** a site with one circle: who is not in it would learn what that circle reads */
  { open: false } | { open: true; books: ListedBook[]; next: string | null };

/**
 * A page of the site's catalogue by title.
 * @param search words of title and author, or an ISBN; '' for all
 * @param after `next` of the page before
 */
export async function catalogueFor(
  viewer: Viewer,
  search: string,
  after: string | null,
): Promise<CataloguePage> {
  if (!(await isOpenTo(viewer))) return { open: false };
  const cursor = readCursor(after);
  const isbn = readIsbn(search);
  const query = prefixQuery(search);
  const { rows } = await sql<ListedBook>`
    select b.id, b.title, b.subtitle, b.author, b.isbn, b.pages, mine.state as mine
    from catalogue_book b
    left join lateral (
      select s.state from shelf_book s
      where s.person_id = ${viewer.personId} and s.taken_off_at is null
        and (s.book_key = b.book_key or s.isbn = b.isbn)
      order by s.id limit 1
    ) mine on true
    where true
      ${isbn ? sql`and b.isbn = ${isbn}` : sql``}
      ${
        !isbn && query
          ? sql`and to_tsvector('simple', search_key(b.title || ' ' || b.subtitle || ' ' || b.author))
              @@ to_tsquery('simple', search_key(${query}))`
          : sql``
      }
      ${cursor ? sql`and (${byTitle}, b.id) > (search_key(${cursor.title}), ${cursor.id}::uuid)` : sql``}
    order by ${byTitle}, b.id
    limit ${BOOKS_A_PAGE + 1}`.execute(db);
  const books = rows.slice(0, BOOKS_A_PAGE);
  const last = books.at(-1);
  return {
    open: true,
    books,
    next: rows.length > BOOKS_A_PAGE && last ? writeCursor(last) : null,
  };
}

/** One book of the catalogue, for entering it; null for what is no entry, or not open to the viewer. */
export async function catalogueBook(viewer: Viewer, id: string): Promise<CatalogueBook | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) || !(await isOpenTo(viewer))) {
    return null;
  }
  const row = await db
    .selectFrom('catalogue_book')
    .select(['id', 'title', 'subtitle', 'author', 'isbn', 'pages'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** A site with a single circle lists its books to that circle only. */
async function isOpenTo(viewer: Viewer): Promise<boolean> {
  if (viewer.memberships.length > 0) return true;
  const circles = await db.selectFrom('circle').select('id').limit(2).execute();
  return circles.length !== 1;
}

/** Every word as the beginning of one. */
function prefixQuery(search: string): string {
  const words = search.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  return words
    .slice(0, 10)
    .map((word) => `${word}:*`)
    .join(' & ');
}

const writeCursor = ({ title, id }: CatalogueBook) =>
  Buffer.from(JSON.stringify([title, id])).toString('base64url');

/** A cursor that is not one of ours begins the list anew. */
function readCursor(written: string | null): { title: string; id: string } | null {
  try {
    const [title, id] = JSON.parse(Buffer.from(written ?? '', 'base64url').toString());
    return typeof title === 'string' && /^[0-9a-f-]{36}$/.test(id) ? { title, id } : null;
  } catch {
    return null;
  }
}
