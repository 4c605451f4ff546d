import type { Facilitator } from '#app/access/proofs.ts';
import {
  type BookChanged,
  type ChangedBook,
  changeBook,
} from '#app/books/commands/change-book.server.ts';
import { keepPercents } from '#app/reading/progress/rows/keep-percents.server.ts';

/** Changes a book of the circle, whoever reads it: nobody is further in it than they were. */
export function changeReadBook(
  facilitator: Facilitator,
  bookId: number,
  book: ChangedBook,
): Promise<BookChanged> {
  return changeBook(facilitator, bookId, book, keepPercents);
}
