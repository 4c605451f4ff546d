import { type RawBuilder, sql } from 'kysely';
import type { ShelfState } from '#app/books/rules/shelf-state.ts';
import type { Source } from '#app/shelves/imports/rules/export-head.ts';
import type {
  ExportedBook,
  RefusedReason,
  RemarkReason,
  Said,
} from '#app/shelves/imports/rules/export-row.ts';
import { placeRows, type Shelved } from '#app/shelves/imports/rules/place-rows.ts';
import { lockShelf } from '#app/shelves/rows/lock-shelf.server.ts';
import { MOST_PROBLEMS } from '#app/shelves/rules.ts';
import { db, type Tx } from '#db/database.server.ts';

/** An export while it is read. */
export interface ImportInHand {
  id: number;
  personId: number;
  uploadId: string;
  source: Source;
  delimiter: string;
  /** 'YYYY-MM-DD' */
  today: string;
  /** by an earlier try that did not come to its end */
  rowsWritten: number;
}

/** Rows that are written together, with what is said of them. */
export interface Batch {
  /** rows of the file before these */
  after: number;
  rows: number;
  bytesRead: number;
  books: { line: number; book: ExportedBook }[];
  problems: {
    line: number;
    title: string;
    said: Said<RefusedReason | RemarkReason>;
    used: boolean;
  }[];
  refused: number;
  remarked: number;
  /** rows of a book that a row before them has */
  merged: number;
}

/**
 * Writes a batch to the shelf and what became of it to the import, all or nothing; the last one also
 * drops the file. One that an earlier try wrote is passed over.
 * @returns false when another try has overtaken this one
 */
export async function writeBatch(
  work: ImportInHand,
  batch: Batch,
  last: boolean,
): Promise<boolean> {
  if (!last && batch.after + batch.rows <= work.rowsWritten) return true;
  return db.transaction().execute(async (tx) => {
    await lockShelf(tx, work.personId);
    const now = await tx
      .selectFrom('shelf_import')
      .select(['rows_read', 'finished_at'])
      .where('id', '=', work.id)
      .forUpdate()
      .executeTakeFirst();
    if (now?.rows_read !== batch.after || now.finished_at) return false;

    const shelf = await shelvedLike(
      tx,
      work,
      batch.books.map(({ book }) => book),
    );
    const books = batch.books.map(({ book }) => book);
    const placed = placeRows(books, shelf, work.source);
    await add(tx, work, placed.added);
    await change(tx, work, placed.changed);
    const lines = new Map(batch.books.map(({ book, line }) => [book, line]));
    const kept = placed.kept.map(({ row, there }) => ({
      ...{ line: lines.get(row) ?? 0, title: row.title, used: true },
      said: { reason: 'kept' as const, detail: there.state },
    }));
    await report(tx, work, [...batch.problems, ...kept]);
    await tx
      .updateTable('shelf_import')
      .set((eb) => ({
        rows_read: batch.after + batch.rows,
        bytes_read: last ? eb.ref('bytes') : eb.val(batch.bytesRead),
        rows_new: eb('rows_new', '+', placed.added.length),
        rows_changed: eb('rows_changed', '+', placed.changed.length),
        rows_same: eb('rows_same', '+', placed.same),
        rows_refused: eb('rows_refused', '+', batch.refused),
        rows_remarked: eb('rows_remarked', '+', batch.remarked + kept.length),
        rows_merged: eb('rows_merged', '+', batch.merged),
        read_at: new Date(),
        finished_at: last ? new Date() : null,
      }))
      .where('id', '=', work.id)
      .execute();
    if (last) {
      await tx.deleteFrom('shelf_import_chunk').where('upload_id', '=', work.uploadId).execute();
    }
    return true;
  });
}

/** What of the person's shelf these rows could be, with what they took off it. */
async function shelvedLike(
  tx: Tx,
  { personId, source }: ImportInHand,
  books: ExportedBook[],
): Promise<Shelved[]> {
  if (books.length === 0) return [];
  const list = (values: (string | null)[]) => sql`${values.filter(Boolean)}::text[]`;
  // Three looks, each by its own index: of a shelf that has just grown the planner knows nothing, and
  // would read all of it for one condition with "or".
  const alike = (condition: RawBuilder<unknown>) => sql`
    select id, title, author, isbn, pages, state, read_on as "readOn", added_on as "addedOn",
      rating::float8 as rating,
      source, source_key as "sourceKey", book_key as "bookKey",
      changed_at is not null or taken_off_at is not null as own
    from shelf_book where person_id = ${personId} and ${condition}`;
  const { rows } = await sql<Shelved & { state: ShelfState }>`
    ${alike(sql`source = ${source} and source_key = any(${list(books.map((book) => book.sourceKey))})`)}
    union ${alike(sql`book_key = any(${list(books.map((book) => book.bookKey))})`)}
    union ${alike(sql`isbn = any(${list(books.map((book) => book.isbn))})`)}`.execute(tx);
  return rows;
}

const columnsOf = (book: ExportedBook) => ({
  title: book.title,
  author: book.author,
  isbn: book.isbn,
  pages: book.pages,
  state: book.state,
  read_on: book.readOn,
  rating: book.rating,
  book_key: book.bookKey,
});

async function add(tx: Tx, { id, personId, source }: ImportInHand, books: ExportedBook[]) {
  if (books.length === 0) return;
  await tx
    .insertInto('shelf_book')
    .values(
      books.map((book) => ({
        ...columnsOf(book),
        person_id: personId,
        added_on: book.addedOn,
        source,
        source_key: book.sourceKey,
        import_id: id,
      })),
    )
    .execute();
}

async function change(
  tx: Tx,
  { personId }: ImportInHand,
  books: readonly (ExportedBook & { id: number })[],
) {
  if (books.length === 0) return;
  const rows = books.map((book) => ({ id: book.id, ...columnsOf(book) }));
  await sql`
    update shelf_book s
    set title = r.title, author = r.author, isbn = r.isbn, pages = r.pages, state = r.state,
      read_on = r.read_on, rating = r.rating, book_key = r.book_key, version = s.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id bigint, title text,
      author text, isbn text, pages int, state text, read_on date, rating numeric, book_key text)
    where s.id = r.id and s.person_id = ${personId}`.execute(tx);
}

/** Keeps what is said of the rows, up to MOST_PROBLEMS of a file; the import counts them all. */
async function report(tx: Tx, { id }: ImportInHand, problems: Batch['problems']) {
  if (problems.length === 0) return;
  const { kept } = await tx
    .selectFrom('shelf_import_problem')
    .select((eb) => eb.fn.countAll<number>().as('kept'))
    .where('import_id', '=', id)
    .executeTakeFirstOrThrow();
  const more = problems.slice(0, Math.max(0, MOST_PROBLEMS - kept));
  if (more.length === 0) return;
  await tx
    .insertInto('shelf_import_problem')
    .values(
      more.map(({ line, title, said, used }) => ({
        ...{ import_id: id, line, used },
        title: title.slice(0, 200),
        ...said,
      })),
    )
    .execute();
}
