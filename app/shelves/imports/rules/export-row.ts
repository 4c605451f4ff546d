import { bookKey } from '#app/books/rules/book-key.ts';
import { isLikeIsbn, readIsbn } from '#app/books/rules/isbn.ts';
import type { ShelfState } from '#app/books/rules/shelf-state.ts';
import { cleanLine } from '#app/platform/forms/clean-text.ts';
import type { Source } from './export-head.ts';

/** A book as an export has it. */
export interface ExportedBook {
  title: string;
  author: string;
  /** 13 digits */
  isbn: string | null;
  pages: number | null;
  state: ShelfState;
  /** 'YYYY-MM-DD' */
  readOn: string | null;
  /** 'YYYY-MM-DD' */
  addedOn: string;
  sourceKey: string;
  bookKey: string;
}

export type RefusedReason =
  | 'no-title'
  | 'long-title'
  | 'columns'
  | 'no-state'
  | 'other-shelf'
  | 'not-text'
  | 'wrong-letters'
  | 'unclosed-quote'
  | 'unclosed-quotes'
  | 'too-many-rows';

export type RemarkReason = 'isbn' | 'read-on' | 'added-on';

export interface Said<R> {
  reason: R;
  /** what it speaks of: a shelf's name, a number */
  detail: string;
}

export type RowRead =
  | { ok: true; book: ExportedBook; remarks: Said<RemarkReason>[] }
  | { ok: false; title: string; refused: Said<RefusedReason> };

/** Both call them the same. What else there may be (a shelf of one's own, 'did-not-finish') is none. */
const STATES = new Map<string, ShelfState>([
  ['read', 'read'],
  ['currently-reading', 'reading'],
  ['to-read', 'want'],
]);

const COLUMNS = {
  goodreads: {
    author: 'Author',
    state: 'Exclusive Shelf',
    isbns: ['ISBN13', 'ISBN'],
    pages: 'Number of Pages',
    readOn: 'Date Read',
    number: 'Book Id',
  },
  storygraph: {
    author: 'Authors',
    state: 'Read Status',
    isbns: ['ISBN/UID'],
    pages: '',
    readOn: 'Last Date Read',
    number: 'ISBN/UID',
  },
} as const satisfies Record<Source, object>;

/** Reads rows of an export whose first line is `header`. @param today 'YYYY-MM-DD' */
export function rowReader(source: Source, header: readonly string[], today: string) {
  const at = new Map(header.map((name, index) => [name, index]));
  const names = COLUMNS[source];

  return (fields: readonly string[]): RowRead => {
    const cell = (name: string) => cleanLine(fields[at.get(name) ?? -1] ?? '');
    const title = cell('Title');
    const refuse = (reason: RefusedReason, detail = ''): RowRead => ({
      ok: false,
      title: title.replaceAll('\0', ' ').slice(0, 200),
      refused: { reason, detail: detail.slice(0, 100) },
    });

    const author = cell(names.author).slice(0, 300);
    if ((title + author + cell(names.state)).includes('\0')) return refuse('not-text');
    if (!hasColumns(fields, header)) {
      return refuse('columns', `${fields.length}/${header.length}`);
    }
    if (title === '') return refuse('no-title');
    if (title.length > 500) return refuse('long-title');
    if ((title + author).includes('\ufffd')) return refuse('wrong-letters');
    const shelf = cell(names.state);
    if (shelf === '') return refuse('no-state');
    const state = STATES.get(shelf.toLowerCase().replace(/\s/g, '-'));
    if (!state) return refuse('other-shelf', shelf);

    const remarks: Said<RemarkReason>[] = [];
    const isbns = names.isbns.map(cell).filter(isLikeIsbn);
    const isbn = isbns.map(readIsbn).find((one) => one !== null) ?? null;
    if (isbns[0] !== undefined && isbn === null) {
      remarks.push({ reason: 'isbn', detail: isbns[0].replace(/[="]/g, '') });
    }
    const dated = (name: string, reason: RemarkReason) => {
      const typed = cell(name);
      const date = readDate(typed);
      if (typed !== '' && (date === null || date > today)) {
        remarks.push({ reason, detail: typed.slice(0, 40) });
        return null;
      }
      return date;
    };
    const readOn = state === 'read' ? dated(names.readOn, 'read-on') : null;
    const addedOn = dated('Date Added', 'added-on') ?? today;
    const key = bookKey(title, author);
    const number = names.number === 'Book Id' ? cell(names.number) : (isbn ?? cell(names.number));
    return {
      ok: true,
      remarks,
      book: {
        ...{ title, author, isbn, state, readOn, addedOn },
        pages: readPages(names.pages === '' ? '' : cell(names.pages)),
        sourceKey: (number || isbn || key).slice(0, 400),
        bookKey: key,
      },
    };
  };
}

/** As many fields as the header has; empty ones at the end do not matter. */
function hasColumns(fields: readonly string[], header: readonly string[]): boolean {
  if (fields.length < header.length) return false;
  return fields.slice(header.length).every((field) => field.trim() === '');
}

/** '2018/09/29' or '2018-09-29' as 'YYYY-MM-DD'; null when it is no day of the calendar. */
function readDate(typed: string): string | null {
  const [, year, month, day] = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(typed) ?? [];
  if (!year || !month || !day || year < '1000') return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const asDate = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(asDate.getTime()) && asDate.toISOString().startsWith(date) ? date : null;
}

function readPages(typed: string): number | null {
  const pages = /^\d{1,5}$/.test(typed) ? Number(typed) : 0;
  return pages > 0 ? pages : null;
}
