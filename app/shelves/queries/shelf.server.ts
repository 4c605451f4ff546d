import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from '#app/access/proofs.ts';
import { BOOKS_A_PAGE } from '#app/books/rules/catalogue.ts';
import { readIsbn } from '#app/books/rules/isbn.ts';
import type { ShelfState } from '#app/books/rules/shelf-state.ts';
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
  /** `next` of the page before */
  after: string | null;
}

type Row = ShelfBook & { shelvedOn: string };

/** A page of the viewer's own shelf, the latest first. Nobody else can ask for it. */
export async function shelfOf(
  viewer: Viewer,
  { state, search, after }: ShelfFilter,
): Promise<{ books: ShelfBook[]; next: string | null }> {
  const cursor = readCursor(after);
  const { rows } = await sql<Row>`
    select id, title, author, isbn, pages, state, read_on as "readOn", shelved_on as "shelvedOn",
      rating::float8 as rating, version
    from shelf_book
    where person_id = ${viewer.personId} and taken_off_at is null
      ${state ? sql`and state = ${state}` : sql``}
      ${search ? matching(search) : sql``}
      ${cursor ? sql`and (shelved_on, id) < (${cursor.on}::date, ${cursor.id})` : sql``}
    order by shelved_on desc, id desc
    limit ${BOOKS_A_PAGE + 1}`.execute(db);
  const shown = rows.slice(0, BOOKS_A_PAGE);
  const last = shown.at(-1);
  return {
    books: shown.map(({ shelvedOn, ...book }) => book),
    next: rows.length > BOOKS_A_PAGE && last ? `${last.shelvedOn}_${last.id}` : null,
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

function readCursor(written: string | null): { on: string; id: number } | null {
  const [, on, id] = /^(\d{4}-\d{2}-\d{2})_(\d{1,15})$/.exec(written ?? '') ?? [];
  return on && id && !Number.isNaN(Date.parse(on)) ? { on, id: Number(id) } : null;
}
