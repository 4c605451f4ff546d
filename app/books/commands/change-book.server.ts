import type { Facilitator } from '#app/access/proofs.ts';
import type { SectionInput } from '#app/books/forms.ts';
import { type BookView, sectionsOf } from '#app/books/queries/books.server.ts';
import type { SectionView } from '#app/books/queries/section-view.ts';
import { holdSections, leaveSections, spokenOf } from '#app/books/rows/leave-sections.server.ts';
import { withEndPages } from '#app/books/rules/pages.ts';
import { cutOff, heirsOf, withIdsOf } from '#app/books/rules/section-heirs.ts';
import type { Clock } from '#app/time/clock.ts';
import { todayIn } from '#app/time/days.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { listed, type NewBook, writeSections } from './add-book.server.ts';
import { delistWhatNobodyReads, listInCatalogue } from './catalogue.server.ts';

export type BookChanged =
  | { ok: true }
  | { ok: false; reason: 'gone' | 'changed-meanwhile' | 'no-sections' }
  /** sections that a milestone holds cannot be taken out of their book */
  | { ok: false; reason: 'sections-in-plan'; titles: string[] }
  /** what is said about them has nowhere to go, and would be open to whoever has read the rest */
  | { ok: false; reason: 'sections-spoken-of'; titles: string[] };

export type ChangedBook = Omit<NewBook, 'submissionKey'> & { version: number };

/** A book's sections as they were, and those that stay or are new. */
export interface SectionsChange {
  circleId: number;
  bookId: number;
  before: readonly SectionView[];
  after: readonly SectionView[];
}

/** What else hangs on the sections is settled while all of them are there. */
type Settle = (tx: Tx, change: SectionsChange) => Promise<void>;

/**
 * Changes a book and its sections, unless someone else changed it since `version`. What was said
 * about a section that goes is about the next one that stays, so that nobody reads it too early.
 */
export async function changeBook(
  facilitator: Facilitator,
  bookId: number,
  book: ChangedBook,
  settle: Settle = async () => {},
  { now = new Date() }: Clock = {},
): Promise<BookChanged> {
  return db.transaction().execute(async (tx) => {
    const saved = await tx
      .selectFrom('book')
      .select(['id', 'version', 'title', 'subtitle', 'author', 'isbn'])
      .where(inCircle(facilitator, 'book'))
      .where('id', '=', bookId)
      .forUpdate()
      .executeTakeFirst();
    if (!saved) return { ok: false, reason: 'gone' };
    const before = await sectionsOf(facilitator, bookId, tx);
    if (saved.version !== book.version) {
      const isSent = isAs({ ...saved, sections: before }, book);
      return isSent ? { ok: true } : { ok: false, reason: 'changed-meanwhile' };
    }
    const sections = withIdsOf(before, known(before, book.sections));
    const kept = new Set(sections.map(({ id }) => id));
    const going = before.filter(({ id }) => !kept.has(id));
    const planned = await inPlans(tx, facilitator, going);
    if (planned.length > 0) {
      return { ok: false, reason: 'sections-in-plan', titles: planned.map(({ title }) => title) };
    }
    if (sections.length === 0) return { ok: false, reason: 'no-sections' };
    if (going.length > 0) await holdSections(tx, facilitator, idsOf(going));
    const ends = cutOff(before, kept);
    if (ends.length > 0) {
      const today = todayIn(facilitator.circle.timeZone, now);
      const spoken = await spokenOf(tx, facilitator, { bookId, ids: idsOf(ends), today });
      const titles = ends.filter(({ id }) => spoken.has(id)).map(({ title }) => title);
      if (titles.length > 0) return { ok: false, reason: 'sections-spoken-of', titles };
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
    await passOn(tx, facilitator, { bookId, before, kept }, settle);
    await delistWhatNobodyReads(tx, saved);
    await listInCatalogue(tx, listed(book));
    return { ok: true };
  });
}

const idsOf = (sections: readonly { id: number }[]) => sections.map(({ id }) => id);

/** A section removed meanwhile, or of another book, is written as a new one: nothing is lost. */
function known(before: readonly SectionView[], sections: readonly SectionInput[]): SectionInput[] {
  const ids = new Set<number | undefined>(before.map(({ id }) => id));
  return sections.map((section) => (ids.has(section.id) ? section : { ...section, id: undefined }));
}

/** Those of these sections that a milestone holds. */
async function inPlans(tx: Tx, facilitator: Facilitator, sections: readonly SectionView[]) {
  if (sections.length === 0) return [];
  const held = await tx
    .selectFrom('milestone_section')
    .select('section_id')
    .distinct()
    .where(inCircle(facilitator, 'milestone_section'))
    .where(
      'section_id',
      'in',
      sections.map(({ id }) => id),
    )
    .execute();
  return sections.filter(({ id }) => held.some(({ section_id }) => section_id === id));
}

/** Once the sections stand that are to be: takes the others out, and keeps what hung on them. */
async function passOn(
  tx: Tx,
  facilitator: Facilitator,
  change: {
    bookId: number;
    before: readonly SectionView[];
    kept: ReadonlySet<number | undefined>;
  },
  settle: Settle,
): Promise<void> {
  const { circleId } = facilitator;
  const { bookId, before, kept } = change;
  const ids = before.map(({ id }) => id);
  const going = new Set(ids.filter((id) => !kept.has(id)));
  const after = (await sectionsOf(facilitator, bookId, tx)).filter(({ id }) => !going.has(id));
  const heirs = heirsOf(
    ids,
    after.map(({ id }) => id),
  );
  await settle(tx, { circleId, bookId, before, after });
  await leaveSections(tx, { circleId }, heirs);
}

/** Whether the book stands as it was sent: the same form arrived twice. */
function isAs(saved: Omit<BookView, 'version'>, sent: ChangedBook): boolean {
  const plain = (sections: readonly Omit<SectionView, 'id'>[]) =>
    sections.map(({ kind, label, title, startPage, endPage }) => [
      ...[kind, label, title, startPage, endPage],
    ]);
  const { title, subtitle, author, isbn } = saved;
  return (
    JSON.stringify([title, subtitle, author, isbn, plain(saved.sections)]) ===
    JSON.stringify([
      ...[sent.title, sent.subtitle, sent.author, sent.isbn],
      plain(withEndPages(sent.sections, sent.lastPage)),
    ])
  );
}
