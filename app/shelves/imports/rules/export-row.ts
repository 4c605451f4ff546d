import { bookKey } from '#app/books/rules/book-key.ts';
import { isCutShort, isLikeIsbn, readIsbn } from '#app/books/rules/isbn.ts';
import type { ShelfState } from '#app/books/rules/shelf-state.ts';
import { cleanLine } from '#app/platform/forms/clean-text.ts';
import { type DayOrder, readDate } from './export-dates.ts';
import type { Source } from './export-head.ts';
import { volumeOf } from './volumes.ts';

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
  /** stars, in quarters */
  rating: number | null;
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
  | 'unclosed-quote'
  | 'unclosed-quotes'
  | 'too-many-rows';

export type RemarkReason =
  | 'isbn'
  | 'isbn-cut'
  | 'read-on'
  | 'read-on-either'
  | 'added-on'
  | 'pages'
  | 'rating'
  | 'wrong-letters'
  | 'merged'
  | 'kept';

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
    rating: 'My Rating',
    readOn: 'Date Read',
    number: 'Book Id',
  },
  storygraph: {
    author: 'Authors',
    state: 'Read Status',
    isbns: ['ISBN/UID'],
    pages: '',
    rating: 'Star Rating',
    readOn: 'Last Date Read',
    number: 'ISBN/UID',
  },
} as const satisfies Record<Source, object>;

/** What an export says in its dates' columns. */
export function datesOf(source: Source, header: readonly string[], fields: readonly string[]) {
  const names = [COLUMNS[source].readOn, 'Date Added'];
  return names.map((name) => fields[header.indexOf(name)] ?? '');
}

interface Reading {
  /** 'YYYY-MM-DD', where its owner is */
  today: string;
  order: DayOrder;
}

/** Reads rows of an export whose first line is `header`. */
export function rowReader(source: Source, header: readonly string[], { today, order }: Reading) {
  const at = new Map(header.map((name, index) => [name, index]));
  const names = COLUMNS[source];
  // A spreadsheet leaves out empty cells at a row's end.
  const least =
    1 + Math.max(...['Title', names.author, names.state].map((name) => at.get(name) ?? 0));

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
    if (fields.length < least || !endsWith(fields, header.length)) {
      return refuse('columns', `${fields.length}/${header.length}`);
    }
    if (title === '') return refuse('no-title');
    if (title.length > 500) return refuse('long-title');
    const shelf = cell(names.state);
    if (shelf === '') return refuse('no-state');
    const state = STATES.get(shelf.toLowerCase().replace(/\s/g, '-'));
    if (!state) return refuse('other-shelf', shelf);

    const remarks: Said<RemarkReason>[] = [];
    const remark = (reason: RemarkReason, detail: string) => {
      remarks.push({ reason, detail: detail.slice(0, 40) });
      return null;
    };
    if ((title + author).includes('\ufffd')) remark('wrong-letters', '');
    const isbns = names.isbns.map((name) => cell(name).replace(/^="?|"$/g, '')).filter(Boolean);
    const isbn = isbns.map(readIsbn).find((one) => one !== null) ?? null;
    if (isbn === null) {
      const cut = isbns.find(isCutShort);
      // StoryGraph has numbers of its own where a book has no ISBN.
      const wrong = isbns.find((one) => source === 'goodreads' || isLikeIsbn(one));
      if (cut) remark('isbn-cut', cut);
      else if (wrong) remark('isbn', wrong);
    }
    const dated = (name: string, reason: 'read-on' | 'added-on') => {
      const typed = cell(name);
      if (typed === '') return null;
      const read = readDate(typed, order);
      if (read.ok && read.date <= today) return read.date;
      const isEither = !read.ok && read.reason === 'either' && reason === 'read-on';
      return remark(isEither ? 'read-on-either' : reason, typed);
    };
    const counted = <R extends 'pages' | 'rating'>(reason: R, value: number | undefined | null) =>
      value === undefined ? remark(reason, cell(names[reason])) : value;
    const readOn = state === 'read' ? dated(names.readOn, 'read-on') : null;
    const addedOn = dated('Date Added', 'added-on') ?? today;
    const key = bookKey(title, author);
    const volume = volumeOf(title);
    const number = names.number === 'Book Id' ? cell(names.number) : (isbn ?? cell(names.number));
    return {
      ok: true,
      remarks,
      book: {
        ...{ title, author, isbn, state, readOn, addedOn },
        pages: names.pages === '' ? null : counted('pages', readPages(cell(names.pages))),
        rating: counted('rating', readStars(cell(names.rating))),
        sourceKey: (number || isbn || `${key}${volume ? ` #${volume}` : ''}`).slice(0, 400),
        bookKey: key,
      },
    };
  };
}

/** What stands behind the header's columns is empty. */
const endsWith = (fields: readonly string[], columns: number) =>
  fields.slice(columns).every((field) => field.trim() === '');

/** Whole pages, also as '1,024' or '320.0'; null for none, undefined for what is no number of them. */
function readPages(typed: string): number | null | undefined {
  const written = typed.replace(/[.,]0{1,2}$/, '').replace(/^(\d{1,2})[., ](\d{3})$/, '$1$2');
  if (written === '' || /^0+$/.test(written)) return null;
  return /^\d{1,5}$/.test(written) ? Number(written) : undefined;
}

/** Stars, in quarters; null for none, undefined for what is no number of them. */
function readStars(typed: string): number | null | undefined {
  if (typed === '' || /^0([.,]0+)?$/.test(typed)) return null;
  const stars = Number(typed.replace(',', '.'));
  return stars > 0 && stars <= 5 && Number.isInteger(stars * 4) ? stars : undefined;
}
