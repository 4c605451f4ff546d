import type { ExportedBook } from './export-row.ts';

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
}

/**
 * What becomes of the rows of an export: a book that is there already, by its number at the source,
 * its ISBN or its name, is not added again, and only one that came from this source and was not
 * touched since takes what the export says now. Doing it twice changes nothing.
 * @param seen numbers of the rows before, of the whole file; those of `rows` are added
 */
export function placeRows(
  rows: readonly ExportedBook[],
  shelf: readonly Shelved[],
  source: string,
  seen: Set<string>,
): Placed {
  const byNumber = new Map(
    shelf.filter((book) => book.source === source).map((book) => [book.sourceKey, book]),
  );
  const isbns = new Set(shelf.flatMap(({ isbn }) => isbn ?? []));
  const keys = new Set(shelf.map((book) => book.bookKey));
  const placed: Placed = { added: [], changed: [], same: 0 };
  for (const row of rows) {
    const repeated = seen.has(row.sourceKey);
    seen.add(row.sourceKey);
    const there = byNumber.get(row.sourceKey);
    if (!repeated && there && !there.own && differs(there, row)) {
      placed.changed.push({ ...row, id: there.id });
    } else if (repeated || there || keys.has(row.bookKey) || (row.isbn && isbns.has(row.isbn))) {
      placed.same++;
    } else {
      placed.added.push(row);
      keys.add(row.bookKey);
      if (row.isbn) isbns.add(row.isbn);
    }
  }
  return placed;
}

/** The day it was added is the shelf's own once it stands there. */
const COMPARED = ['title', 'author', 'isbn', 'pages', 'state', 'readOn'] as const;

const differs = (there: ExportedBook, row: ExportedBook) =>
  COMPARED.some((field) => there[field] !== row[field]);
