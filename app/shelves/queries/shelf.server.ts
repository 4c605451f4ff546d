import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from '#app/access/proofs.ts';
import { BOOKS_A_PAGE } from '#app/books/rules/catalogue.ts';
import { readIsbn } from '#app/books/rules/isbn.ts';
import type { ShelfState } from '#app/books/rules/shelf-state.ts';
import type { ShelfSort } from '#app/shelves/rules.ts';
import { db } from '#db/database.server.ts';

export interface ShelfBook {
  id: number;
  title: string;
  author: string;
  isbn: string | null;
  pages: number | null;
  state: ShelfState;
  /** 'YYYY-MM-DD' */
  readOn: string | null;
  /** one's own, from a quarter of a star to five */
  rating: number | null;
  version: number;
}

export interface ShelfFilter {
  /** null for every book */
  state: ShelfState | null;
  search: string;
  sort: ShelfSort;
  /** `next` of the page before */
  after: string | null;
}

export interface ShelfPage {
  books: ShelfBook[];
  next: string | null;
  /** how many books there are of each state, whatever is looked for */
  counts: Record<ShelfState, number>;
}

/** What the shelf is ordered by, as text that sorts, and which way. */
const ORDERS: Record<ShelfSort, { key: RawBuilder<unknown>; isUp: boolean }> = {
  latest: { key: sql`shelved_on`, isUp: false },
  title: { key: sql`search_key(title) collate "C"`, isUp: true },
  author: { key: sql`search_key(author || ' ' || title) collate "C"`, isUp: true },
  rating: { key: sql`coalesce(rating, 0)`, isUp: false },
};

interface Found {
  books: (ShelfBook & { key: string })[];
  counts: Partial<Record<ShelfState, number>>;
}

/** A page of the viewer's own shelf, and what there is on it in all. Nobody else can ask for it. */
export async function shelfOf(
  viewer: Viewer,
  { state, search, sort, after }: ShelfFilter,
): Promise<ShelfPage> {
  const { key, isUp } = ORDERS[sort];
  const cursor = readCursor(after, sort);
  const way = isUp ? sql`asc` : sql`desc`;
  const beyond = isUp ? sql`>` : sql`<`;
  const mine = sql`person_id = ${viewer.personId} and taken_off_at is null`;
  const { rows } = await sql<Found>`
    select (
      select coalesce(json_object_agg(state, books), '{}') from (
        select state, count(*) as books from shelf_book where ${mine} group by state
      ) counted
    ) as counts, (
      select coalesce(json_agg(page), '[]') from (
        select id, title, author, isbn, pages, state, read_on as "readOn",
          rating::float8 as rating, version, (${key})::text as key
        from shelf_book
        where ${mine}
          ${state ? sql`and state = ${state}` : sql``}
          ${search ? matching(search) : sql``}
          ${cursor ? sql`and (${key}, id) ${beyond} (${cursor.key}, ${cursor.id}::bigint)` : sql``}
        order by ${key} ${way}, id ${way}
        limit ${BOOKS_A_PAGE + 1}
      ) page
    ) as books`.execute(db);
  const { books, counts } = rows[0] ?? { books: [], counts: {} };
  const shown = books.slice(0, BOOKS_A_PAGE);
  const last = shown.at(-1);
  return {
    books: shown.map(({ key: _, ...book }) => book),
    next: books.length > BOOKS_A_PAGE && last ? writeCursor(last) : null,
    counts: { reading: 0, read: 0, want: 0, ...counts },
  };
}

function matching(search: string): RawBuilder<unknown> {
  const isbn = readIsbn(search);
  if (isbn) return sql`and isbn = ${isbn}`;
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`and search_key(title || ' ' || author) like search_key(${pattern})`;
}

/** One book of the viewer's shelf; null when it is not theirs, or no longer there. */
export async function shelfBookOf(viewer: Viewer, entryId: number): Promise<ShelfBook | null> {
  const row = await db
    .selectFrom('shelf_book')
    .select(['id', 'title', 'author', 'isbn', 'pages', 'state', 'read_on as readOn', 'version'])
    .select(sql<number | null>`rating::float8`.as('rating'))
    .where('person_id', '=', viewer.personId)
    .where('id', '=', entryId)
    .where('taken_off_at', 'is', null)
    .executeTakeFirst();
  return (row as ShelfBook | undefined) ?? null;
}

/** The title of a book the viewer took off their shelf. */
export async function takenOffTitle(viewer: Viewer, entryId: number): Promise<string | null> {
  const row = await db
    .selectFrom('shelf_book')
    .select('title')
    .where('person_id', '=', viewer.personId)
    .where('id', '=', entryId)
    .where('taken_off_at', 'is not', null)
    .executeTakeFirst();
  return row?.title ?? null;
}

const writeCursor = ({ key, id }: { key: string; id: number }) =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url');

/** A cursor that is not one of this order's begins the shelf anew. */
function readCursor(written: string | null, sort: ShelfSort) {
  if (!written) return null;
  try {
    const [key, id] = JSON.parse(Buffer.from(written, 'base64url').toString());
    if (typeof key !== 'string' || !Number.isSafeInteger(id)) return null;
    if (sort === 'latest' && !isDay(key)) return null;
    if (sort === 'rating' && !/^\d(\.\d{1,2})?$/.test(key)) return null;
    const casts = { latest: sql`::date`, rating: sql`::numeric`, title: sql``, author: sql`` };
    return { key: sql`${key}${casts[sort]}`, id };
  } catch {
    return null;
  }
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
