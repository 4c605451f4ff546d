import type { Viewer } from '#app/access/proofs.ts';
import { catalogueBook } from '#app/books/queries/catalogue.server.ts';
import { bookKey } from '#app/books/rules/book-key.ts';
import type { ShelfState } from '#app/books/rules/shelf-state.ts';
import type { OwnBookInput } from '#app/shelves/forms.ts';
import { ownBooks } from '#app/shelves/limits.server.ts';
import { lockShelf } from '#app/shelves/rows/lock-shelf.server.ts';
import { db, type Tx } from '#db/database.server.ts';

/** Adds a book by hand. One that is there already is not added again; one taken off comes back. */
export async function addOwnBook(
  viewer: Viewer,
  book: OwnBookInput,
  today: string,
): Promise<{ ok: true; entryId: number } | { ok: false; reason: 'there'; entryId: number }> {
  return db.transaction().execute(async (tx) => {
    await lockShelf(tx, viewer.personId);
    const key = bookKey(book.title, book.author);
    const there = await find(tx, viewer, { ...book, key }, book.submissionKey);
    if (there?.source_key === book.submissionKey) return { ok: true, entryId: there.id };
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
      source_key: book.submissionKey,
      added_on: today,
    });
    await ownBooks.count(tx, viewer.personId);
    return { ok: true, entryId };
  });
}

/** Changes a book of one's own shelf. */
export async function changeOwnBook(
  viewer: Viewer,
  entryId: number,
  book: OwnBookInput,
): Promise<{ ok: boolean }> {
  const changed = await write(db, viewer, entryId, columnsOf(book));
  return { ok: changed !== null };
}

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
    .select(['id', 'source_key', 'taken_off_at'])
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
  book_key: bookKey(book.title, book.author),
});

interface Columns {
  title: string;
  author: string;
  isbn: string | null;
  pages: number | null;
  state: string;
  read_on: string | null;
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
    .set({ ...columns, changed_at: new Date() })
    .where('person_id', '=', personId)
    .where('id', '=', entryId)
    .returning('id')
    .executeTakeFirst();
  return written?.id ?? null;
}

async function insert(
  tx: Tx,
  { personId }: Viewer,
  columns: Columns & { source: string; source_key: string; added_on: string },
): Promise<number> {
  const { id } = await tx
    .insertInto('shelf_book')
    .values({ ...columns, person_id: personId, changed_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
