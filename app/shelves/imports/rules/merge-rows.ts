import type { ExportedBook } from './export-row.ts';
import { isVolumeOf } from './volumes.ts';

/** Rows of a file that are one book. */
export interface Merged {
  /** the line of the first of them */
  line: number;
  /** what they say together */
  book: ExportedBook;
}

const SAYS = { want: 0, reading: 1, read: 2 };

/**
 * What two rows say of one book: read says more than reading, and that more than want to read; of
 * two days it was read the later; of two ratings that of the row which says more. What the first one
 * lacks comes from the other.
 */
export function mergedWith<B extends ExportedBook>(one: B, other: ExportedBook): B {
  const isMore = moreThan(other, one);
  const [more, less] = isMore ? [other, one] : [one, other];
  const { state } = more;
  return {
    ...one,
    state,
    readOn: state === 'read' ? (laterOf(one.readOn, other.readOn) ?? null) : null,
    rating: more.rating ?? less.rating,
    author: one.author || other.author,
    isbn: one.isbn ?? other.isbn,
    pages: one.pages ?? other.pages,
    addedOn: [one.addedOn, other.addedOn].sort()[0] ?? one.addedOn,
  };
}

function moreThan(one: ExportedBook, other: ExportedBook): boolean {
  if (one.state !== other.state) return SAYS[one.state] > SAYS[other.state];
  return (one.readOn ?? '') > (other.readOn ?? '');
}

const laterOf = (one: string | null, other: string | null) =>
  (one ?? '') > (other ?? '') ? one : other;

/** Gathers which rows of a file are the same book. */
export class SameBooks {
  private readonly byNumber = new Map<string, Merged>();
  private readonly byIsbn = new Map<string, Merged>();
  private readonly byKey = new Map<string, Merged[]>();
  private readonly byLine = new Map<number, Merged>();

  add(line: number, book: ExportedBook): void {
    const alike = this.byKey.get(book.bookKey) ?? [];
    const there =
      this.byNumber.get(book.sourceKey) ??
      (book.isbn ? this.byIsbn.get(book.isbn) : undefined) ??
      alike.find((one) => isVolumeOf(one.book.title, book.title));
    const merged = there ?? { line, book };
    if (there) {
      there.book = mergedWith(there.book, book);
      this.byLine.set(there.line, there);
      this.byLine.set(line, there);
    } else this.byKey.set(book.bookKey, [...alike, merged]);
    this.byNumber.set(book.sourceKey, merged);
    if (book.isbn) this.byIsbn.set(book.isbn, merged);
  }

  /** What a row is together with others; undefined for a book that stands in the file once. */
  at(line: number): Merged | undefined {
    return this.byLine.get(line);
  }
}
