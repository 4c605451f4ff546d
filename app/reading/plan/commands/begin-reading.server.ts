import { randomUUID } from 'node:crypto';
import type { Facilitator } from '#app/access/proofs.ts';
import { addBookIn } from '#app/books/commands/add-book.server.ts';
import { sectionsOf } from '#app/books/queries/books.server.ts';
import { firstPlan, type WhenToRead } from '#app/reading/plan/rules/first-plan.ts';
import { lockReadings, overlapping } from '#app/reading/rows/other-readings.server.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';
import { planReadingIn } from './plan-reading.server.ts';

/** bare: the book has no sections yet, so the reading has no milestones */
export type Begun = { readingId: number; bookId: number; bare: boolean };

export type ReadingBegun =
  | ({ ok: true } & Begun)
  /** a circle reads one book at a time */
  | { ok: false; reason: 'overlaps'; title: string; startsOn: string; endsOn: string };

export interface BookToRead {
  title: string;
  author: string;
  isbn: string | null;
  /** null while the circle has not entered it */
  bookId: number | null;
}

/**
 * Makes a book the circle's reading, with a first plan, in the transaction of a caller; enters the
 * book when the circle has not.
 * @param sessionDays when the circle will meet, 'YYYY-MM-DD'
 */
export async function beginReading(
  tx: Tx,
  facilitator: Facilitator,
  book: BookToRead,
  when: WhenToRead,
  { sessionDays, now }: { sessionDays: readonly string[]; now: Date },
): Promise<ReadingBegun> {
  await lockReadings(tx, facilitator);
  const sections = book.bookId === null ? [] : await sectionsOf(facilitator, book.bookId, tx);
  const plan = firstPlan(sections, when, sessionDays);
  const other = await overlapping(tx, facilitator, plan);
  if (other) return { ok: false, reason: 'overlaps', ...other };
  const { bookId } =
    book.bookId !== null
      ? { bookId: book.bookId }
      : await addBookIn(tx, facilitator, {
          submissionKey: randomUUID(),
          title: book.title,
          subtitle: '',
          author: book.author,
          isbn: book.isbn,
          lastPage: null,
          sections: [],
        });
  const planning = { ...plan, bookId, submissionKey: randomUUID() };
  const planned = await planReadingIn(tx, facilitator, planning, now);
  if (!planned.ok) throw new Error(`A first plan was refused: ${planned.reason}.`);
  return { ok: true, readingId: planned.readingId, bookId, bare: sections.length === 0 };
}

/** A reading that was begun before, as beginning it answered. */
export async function begunBefore(
  tx: Tx,
  facilitator: Facilitator,
  readingId: number,
): Promise<Begun> {
  const { bookId, sections } = await tx
    .selectFrom('reading')
    .leftJoin('section', (join) => join.on(joined('section.book_id', 'reading.book_id')))
    .select(['reading.book_id as bookId'])
    .select(({ fn }) => fn.count<number>('section.id').as('sections'))
    .where(inCircle(facilitator, 'reading'))
    .where('reading.id', '=', readingId)
    .groupBy('reading.book_id')
    .executeTakeFirstOrThrow();
  return { readingId, bookId, bare: sections === 0 };
}
