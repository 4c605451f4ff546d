import type { Facilitator } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { listed, type NewBook, writeSections } from './add-book.server.ts';
import { delistWhatNobodyReads, listInCatalogue } from './catalogue.server.ts';

export type BookChanged =
  | { ok: true }
  | { ok: false; reason: 'gone' | 'changed-meanwhile' }
  /** sections that a milestone holds cannot be taken out of their book */
  | { ok: false; reason: 'sections-in-plan'; titles: string[] };

/** Changes a book and its sections, unless someone else changed it since `version`. */
export async function changeBook(
  facilitator: Facilitator,
  bookId: number,
  book: Omit<NewBook, 'submissionKey'> & { version: number },
): Promise<BookChanged> {
  return db.transaction().execute(async (tx) => {
    const saved = await tx
      .selectFrom('book')
      .select(['version', 'title', 'author', 'isbn'])
      .where(inCircle(facilitator, 'book'))
      .where('id', '=', bookId)
      .forUpdate()
      .executeTakeFirst();
    if (!saved) return { ok: false, reason: 'gone' };
    if (saved.version !== book.version) return { ok: false, reason: 'changed-meanwhile' };

    const present = await tx
      .selectFrom('section')
      .select(['id', 'title'])
      .where(inCircle(facilitator, 'section'))
      .where('book_id', '=', bookId)
      .execute();
    const known = new Set(present.map(({ id }) => id));
    // A section removed meanwhile, or of another book, is written as a new one: nothing is lost.
    const sections = book.sections.map((section) =>
      section.id !== undefined && known.has(section.id) ? section : { ...section, id: undefined },
    );
    const kept = new Set(sections.map(({ id }) => id));
    const left = present.filter(({ id }) => !kept.has(id));
    if (left.length > 0) {
      const ids = left.map(({ id }) => id);
      const planned = await tx
        .selectFrom('milestone_section')
        .select('section_id')
        .distinct()
        .where(inCircle(facilitator, 'milestone_section'))
        .where('section_id', 'in', ids)
        .execute();
      if (planned.length > 0) {
        const held = new Set(planned.map((row) => row.section_id));
        const titles = left.filter(({ id }) => held.has(id)).map(({ title }) => title);
        return { ok: false, reason: 'sections-in-plan', titles };
      }
      await tx
        .deleteFrom('section')
        .where(inCircle(facilitator, 'section'))
        .where('id', 'in', ids)
        .execute();
    }
    await tx
      .updateTable('book')
      .set((row) => ({
        title: book.title,
        subtitle: book.subtitle,
        author: book.author,
        isbn: book.isbn,
        version: row('version', '+', 1),
      }))
      .where(inCircle(facilitator, 'book'))
      .where('id', '=', bookId)
      .execute();
    await writeSections(tx, facilitator, bookId, { ...book, sections });
    await delistWhatNobodyReads(tx, saved);
    await listInCatalogue(tx, listed(book));
    return { ok: true };
  });
}
