import type { Facilitator } from '#app/access/proofs.ts';
import type { SectionInput } from '#app/books/forms.ts';
import { books } from '#app/books/limits.server.ts';
import { withEndPages } from '#app/books/rules/pages.ts';
import { digestOf, isSameForm } from '#app/platform/forms/submission.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { listInCatalogue } from './catalogue.server.ts';

export interface NewBook {
  submissionKey: string;
  title: string;
  subtitle: string;
  author: string;
  isbn: string | null;
  lastPage: number | null;
  sections: SectionInput[];
}

export type BookAdded =
  | { ok: true; bookId: number }
  /** another book was entered under its key */
  | { ok: false; reason: 'another-first'; bookId: number };

/** Enters a book for a circle. The same form again answers with the first book. */
export async function addBook(facilitator: Facilitator, book: NewBook): Promise<BookAdded> {
  return db.transaction().execute((tx) => addBookIn(tx, facilitator, book));
}

/** Enters a book in the caller's transaction. */
export async function addBookIn(
  tx: Tx,
  facilitator: Facilitator,
  book: NewBook,
): Promise<BookAdded> {
  const { submissionKey, ...content } = book;
  const added = await tx
    .insertInto('book')
    .values({
      circle_id: facilitator.circleId,
      title: book.title,
      subtitle: book.subtitle,
      author: book.author,
      isbn: book.isbn,
      added_by: facilitator.personId,
      submission_key: submissionKey,
      submission_digest: digestOf(content),
    })
    .onConflict((conflict) => conflict.columns(['added_by', 'submission_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added) {
    await writeSections(tx, facilitator, added.id, book);
    await listInCatalogue(tx, listed(book));
    await books.count(tx, facilitator.personId);
    return { ok: true, bookId: added.id };
  }
  const first = await tx
    .selectFrom('book')
    .select(['id', 'submission_digest'])
    .where(inCircle(facilitator, 'book'))
    .where('added_by', '=', facilitator.personId)
    .where('submission_key', '=', submissionKey)
    .executeTakeFirstOrThrow();
  return isSameForm(first.submission_digest, content)
    ? { ok: true, bookId: first.id }
    : { ok: false, reason: 'another-first', bookId: first.id };
}

/** What the site's catalogue learns of it. */
export const listed = ({
  title,
  subtitle,
  author,
  isbn,
  lastPage,
}: Omit<NewBook, 'submissionKey' | 'sections'>) => ({
  ...{ title, subtitle, author, isbn },
  pages: lastPage,
});

/** Writes the sections of a book in their order: those with an id are changed, others added. */
export async function writeSections(
  tx: Tx,
  { circleId }: Facilitator,
  bookId: number,
  { sections, lastPage }: Pick<NewBook, 'sections' | 'lastPage'>,
): Promise<void> {
  const rows = withEndPages(sections, lastPage).map((section, index) => ({
    id: section.id,
    values: {
      position: index + 1,
      kind: section.kind,
      label: section.label,
      title: section.title,
      start_page: section.startPage,
      end_page: section.endPage,
    },
  }));
  const added = rows.filter(({ id }) => id === undefined);
  if (added.length > 0) {
    await tx
      .insertInto('section')
      .values(added.map(({ values }) => ({ ...values, circle_id: circleId, book_id: bookId })))
      .execute();
  }
  for (const { id, values } of rows) {
    if (id === undefined) continue;
    await tx
      .updateTable('section')
      .set(values)
      .where(inCircle({ circleId }, 'section'))
      .where('book_id', '=', bookId)
      .where('id', '=', id)
      .execute();
  }
}
