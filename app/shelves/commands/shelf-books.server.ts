import type { Viewer } from '#app/access/proofs.ts';
import { catalogueBook } from '#app/books/queries/catalogue.server.ts';
import { bookKey } from '#app/books/rules/book-key.ts';
import type { ShelfState } from '#app/books/rules/shelf-state.ts';
import { digestOf, isSameForm } from '#app/platform/forms/submission.server.ts';
import type { NewOwnBookInput, OwnBookInput } from '#app/shelves/forms.ts';
import { ownBooks } from '#app/shelves/limits.server.ts';
import { lockShelf } from '#app/shelves/rows/lock-shelf.server.ts';
import { db, type Tx } from '#db/database.server.ts';

export type OwnBookAdded =
  | { ok: true; entryId: number }
  /** it is there, or another one was added under its key */
  | { ok: false; reason: 'there' | 'another-first'; entryId: number };

/** Adds a book by hand. One that is there already is not added again; one taken off comes back. */
export async function addOwnBook(
  viewer: Viewer,
  { submissionKey, ...book }: NewOwnBookInput,
  today: string,
): Promise<OwnBookAdded> {
  return db.transaction().execute(async (tx) => {
    await lockShelf(tx, viewer.personId);
    const key = bookKey(book.title, book.author);
    const there = await find(tx, viewer, { ...book, key }, submissionKey);
    if (there?.source_key === submissionKey) {
      return isSameForm(there.submission_digest, book)
        ? { ok: true, entryId: there.id }
        : { ok: false, reason: 'another-first', entryId: there.id };
    }
    if (there && there.taken_off_at === null) {
      return { ok: false, reason: 'there', entryId: there.id };
    }
    if (there) {
      await write(tx, viewer, there.id, { ...columnsOf(book), taken_off_at: null });
      return { ok: true, entryId: there.id };
    }
    const entryId = await insert(tx, viewer, {
      ...columnsOf(book),
      source: 'own',
      source_key: submissionKey,
      submission_digest: digestOf(book),
      added_on: today,
    });
    await ownBooks.count(tx, viewer.personId);
    return { ok: true, entryId };
  });
}

export type OwnBookChanged = { ok: true } | { ok: false; reason: 'gone' | 'changed-meanwhile' };

/** Changes a book of one's own shelf, unless it was changed since `version`. */
export async function changeOwnBook(
  viewer: Viewer,
  entryId: number,
  { version, ...book }: OwnBookInput & { version: number },
): Promise<OwnBookChanged> {
  return db.transaction().execute(async (tx) => {
    await lockShelf(tx, viewer.personId);
    const saved = await tx
      .selectFrom('shelf_book')
      .select(['version', 'title', 'author', 'isbn', 'pages', 'state', 'read_on', 'rating'])
      .where('person_id', '=', viewer.personId)
      .where('id', '=', entryId)
      .executeTakeFirst();
    if (!saved) return { ok: false, reason: 'gone' };
    const { version: now, rating, ...rest } = saved;
    const { book_key: _, ...columns } = columnsOf(book);
    const isSent =
      digestOf(sorted({ ...rest, rating: rating && Number(rating) })) === digestOf(sorted(columns));
    if (isSent) return { ok: true };
    if (now !== version) return { ok: false, reason: 'changed-meanwhile' };
    await write(tx, viewer, entryId, columnsOf(book));
    return { ok: true };
  });
}

const sorted = (columns: object) =>
  Object.entries(columns).sort(([one], [other]) => (one < other ? -1 : 1));

/** Says where a book stands now. One that has just been read was read today. */
export async function moveOwnBook(
  viewer: Viewer,
  entryId: number,
  state: ShelfState,
  today: string,
): Promise<{ ok: boolean }> {
  const read_on = state === 'read' ? today : null;
  return { ok: (await write(db, viewer, entryId, { state, read_on })) !== null };
}

/** Takes a book off the shelf. It is kept, so that it can come back and no import brings it anew. */
export async function takeOff(viewer: Viewer, entryId: number): Promise<{ ok: boolean }> {
  return { ok: (await write(db, viewer, entryId, { taken_off_at: new Date() })) !== null };
}

export async function putBack(viewer: Viewer, entryId: number): Promise<{ ok: boolean }> {
  return { ok: (await write(db, viewer, entryId, { taken_off_at: null })) !== null };
}

/** Puts a book of the catalogue where it stands for this person, or takes it off again. */
export async function shelveFromCatalogue(
  viewer: Viewer,
  bookId: string,
  state: ShelfState | 'off',
  today: string,
): Promise<{ ok: boolean }> {
  const listed = await catalogueBook(viewer, bookId);
  if (!listed) return { ok: false };
  return db.transaction().execute(async (tx) => {
    await lockShelf(tx, viewer.personId);
    const { title, author, isbn, pages } = listed;
    const book = { title, author, isbn, pages, book_key: bookKey(title, author) };
    const there = await find(tx, viewer, { isbn, key: book.book_key }, bookId);
    const moved =
      state === 'off'
        ? { taken_off_at: new Date() }
        : { state, read_on: state === 'read' ? today : null, taken_off_at: null };
    if (there) await write(tx, viewer, there.id, moved);
    else if (state !== 'off') {
      await insert(tx, viewer, {
        ...book,
        ...{ state, read_on: state === 'read' ? today : null },
        ...{ source: 'catalogue', source_key: bookId, added_on: today },
      });
    }
    return { ok: true };
  });
}

/** A book of the person's, also one taken off: by what brought it, its ISBN or its name. */
async function find(
  tx: Tx,
  { personId }: Viewer,
  { isbn, key }: { isbn: string | null; key: string },
  sourceKey: string,
) {
  return tx
    .selectFrom('shelf_book')
    .select(['id', 'source_key', 'taken_off_at', 'submission_digest'])
    .where('person_id', '=', personId)
    .where((eb) =>
      eb.or([
        eb('source_key', '=', sourceKey),
        eb('book_key', '=', key),
        ...(isbn ? [eb('isbn', '=', isbn)] : []),
      ]),
    )
    .orderBy((eb) => eb('source_key', '=', sourceKey), 'desc')
    .orderBy('taken_off_at', (order) => order.desc().nullsFirst())
    .limit(1)
    .executeTakeFirst();
}

const columnsOf = (book: OwnBookInput) => ({
  title: book.title,
  author: book.author,
  isbn: book.isbn,
  pages: book.pages,
  state: book.state,
  read_on: book.state === 'read' ? book.readOn : null,
  rating: book.rating,
  book_key: bookKey(book.title, book.author),
});

interface Columns {
  title: string;
  author: string;
  isbn: string | null;
  pages: number | null;
  state: string;
  read_on: string | null;
  rating?: number | null;
  book_key: string;
}

/** @returns null when it is no book of theirs */
async function write(
  executor: Tx | typeof db,
  { personId }: Viewer,
  entryId: number,
  columns: Partial<Columns> & { taken_off_at?: Date | null },
): Promise<number | null> {
  const written = await executor
    .updateTable('shelf_book')
    .set((row) => ({ ...columns, version: row('version', '+', 1), changed_at: new Date() }))
    .where('person_id', '=', personId)
    .where('id', '=', entryId)
    .returning('id')
    .executeTakeFirst();
  return written?.id ?? null;
}

async function insert(
  tx: Tx,
  { personId }: Viewer,
  columns: Columns & {
    source: string;
    source_key: string;
    submission_digest?: string;
    added_on: string;
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('shelf_book')
    .values({ ...columns, person_id: personId, changed_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
