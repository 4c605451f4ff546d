import { sql } from 'kysely';
import { bookKey } from '#app/books/rules/book-key.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import type { Tx } from '#db/database.server.ts';

/** A book as a circle enters it. What else the circle typed (sections, above all) is not shared. */
export interface EnteredBook {
  title: string;
  subtitle: string;
  author: string;
  isbn: string | null;
  pages: number | null;
}

// Any number: two circles that enter one book at a moment make one entry of it.
const LOCK = 8_106_274_013;

async function lockCatalogue(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
}

/** Lists a book for everyone on the site, or fills in what its entry there lacks. */
export async function listInCatalogue(tx: Tx, book: EnteredBook): Promise<void> {
  await lockCatalogue(tx);
  const key = bookKey(book.title, book.author);
  const entry = await tx
    .selectFrom('catalogue_book')
    .select('id')
    .where((eb) =>
      book.isbn
        ? eb.or([
            eb('isbn', '=', book.isbn),
            eb.and([eb('book_key', '=', key), eb('isbn', 'is', null)]),
          ])
        : eb('book_key', '=', key),
    )
    .orderBy('isbn')
    .limit(1)
    .executeTakeFirst();
  if (!entry) {
    await tx
      .insertInto('catalogue_book')
      .values({ ...book, book_key: key })
      .execute();
    return;
  }
  await tx
    .updateTable('catalogue_book')
    .set((eb) => ({
      subtitle: eb
        .case()
        .when('subtitle', '=', '')
        .then(book.subtitle)
        .else(eb.ref('subtitle'))
        .end(),
      author: eb.case().when('author', '=', '').then(book.author).else(eb.ref('author')).end(),
      isbn: eb.fn.coalesce('isbn', eb.val(book.isbn)),
      pages: eb.fn.coalesce('pages', eb.val(book.pages)),
    }))
    .where('id', '=', entry.id)
    .execute();
}

/**
 * Takes a circle's earlier words for a book out of the catalogue (a title mistyped, a wrong ISBN),
 * unless another book here carries the same.
 * @param book as it was before the circle changed it, which is done already
 */
export async function delistWhatNobodyReads(
  tx: Tx,
  book: Pick<EnteredBook, 'title' | 'author' | 'isbn'>,
): Promise<void> {
  await lockCatalogue(tx);
  await acrossCircles(tx, 'the catalogue is of all circles')
    .deleteFrom('catalogue_book')
    .where((eb) =>
      book.isbn
        ? eb('isbn', '=', book.isbn)
        : eb.and([eb('isbn', 'is', null), eb('book_key', '=', bookKey(book.title, book.author))]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('book')
            .select('book.id')
            .where((same) =>
              book.isbn
                ? same('book.isbn', '=', book.isbn)
                : same.and([
                    same('book.title', '=', book.title),
                    same('book.author', '=', book.author),
                  ]),
            ),
        ),
      ),
    )
    .execute();
}
