import type { Facilitator } from '#app/access/proofs.ts';
import {
  type BookChanged,
  type ChangedBook,
  changeBook,
} from '#app/books/commands/change-book.server.ts';
import { holdAnew } from '#app/notifications/inbox/commands/hold-anew.server.ts';
import { keepPercents } from '#app/reading/progress/rows/keep-percents.server.ts';
import { db } from '#db/database.server.ts';

/** Changes a book of the circle, whoever reads it: nobody is further in it than they were. */
export async function changeReadBook(
  facilitator: Facilitator,
  bookId: number,
  book: ChangedBook,
): Promise<BookChanged> {
  const changed = await changeBook(facilitator, bookId, book, keepPercents);
  if (changed.ok) await holdAnew(db, facilitator, {});
  return changed;
}
