import type { ExportedBook } from './export-row.ts';
import { mergedWith } from './merge-rows.ts';
import { isVolumeOf } from './volumes.ts';

/** A book on the shelf, or once taken off it, as far as an import must know it. */
export interface Shelved extends ExportedBook {
  id: number;
  source: string;
  /** the person changed it, took it off, or typed it in: it is theirs */
  own: boolean;
}

export interface Placed {
  added: ExportedBook[];
  changed: (ExportedBook & { id: number })[];
  same: number;
  /** those that say more than the shelf, which is the person's own there */
  kept: { row: ExportedBook; there: Shelved }[];
}

/**
 * What becomes of the rows of an export, each a book of its own: one that is there already, by its
 * number at the source, its ISBN or its name, is not added again. One that its person has not touched
 * takes what the export says now, where it came from this source, and else what the export says more
 * than it. Doing it twice changes nothing.
 */
export function placeRows(
  rows: readonly ExportedBook[],
  shelf: readonly Shelved[],
  source: string,
): Placed {
  const byNumber = new Map(
    shelf.filter((book) => book.source === source).map((book) => [book.sourceKey, book]),
  );
  const byIsbn = new Map(shelf.flatMap((book) => (book.isbn ? [[book.isbn, book]] : [])));
  const byKey = new Map<string, Shelved[]>();
  for (const book of shelf) byKey.set(book.bookKey, [...(byKey.get(book.bookKey) ?? []), book]);
  const placed: Placed = { added: [], changed: [], same: 0, kept: [] };
  for (const row of rows) {
    const there = byNumber.get(row.sourceKey);
    const alike =
      there ??
      (row.isbn ? byIsbn.get(row.isbn) : undefined) ??
      byKey.get(row.bookKey)?.find(({ title }) => isVolumeOf(title, row.title));
    if (!alike) placed.added.push(row);
    else {
      const now = there ? row : mergedWith(alike, row);
      if (!differs(alike, now)) placed.same++;
      else if (!alike.own) placed.changed.push({ ...now, id: alike.id });
      else {
        placed.same++;
        if (mergedWith(alike, row).state !== alike.state) placed.kept.push({ row, there: alike });
      }
    }
  }
  return placed;
}

/** The day it was added is the shelf's own once it stands there. */
const COMPARED = ['title', 'author', 'isbn', 'pages', 'state', 'readOn', 'rating'] as const;

const differs = (there: ExportedBook, row: ExportedBook) =>
  COMPARED.some((field) => there[field] !== row[field]);
