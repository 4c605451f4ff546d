import type { ShelfState } from '#app/books/rules/shelf-state.ts';
import { shelfWords } from '#app/books/words.ts';
import type { ImportProblem, ImportView } from '#app/shelves/imports/queries/imports.server.ts';
import type { HeadRead, Source } from '#app/shelves/imports/rules/export-head.ts';
import type { ShelfBook } from '#app/shelves/queries/shelf.server.ts';
import { dayOf } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { plural } from '#app/ui/words.ts';
import { MOST_BYTES, MOST_ROWS, type ShelfSort } from './rules.ts';

export const sourceWords: Record<Source, string> = {
  goodreads: 'Goodreads',
  storygraph: 'StoryGraph',
};

const MB = MOST_BYTES / 1024 / 1024;
const ROWS = MOST_ROWS.toLocaleString('en-GB');

/** Why a file was not taken. */
export function fileRefusal(
  why: Extract<HeadRead, { ok: false }> | { reason: 'too-large' },
): string {
  switch (why.reason) {
    case 'empty':
      return 'This file is empty.';
    case 'too-large':
      return `This file is larger than ${MB} MB, so nothing was read. An export of ${ROWS} books is far smaller: is it the right one?`;
    case 'pdf':
      return 'This is a PDF. Choose the CSV file that Goodreads or StoryGraph gave you.';
    case 'spreadsheet':
      return 'This is a spreadsheet or an archive. Choose the CSV file itself, or save the sheet as “CSV UTF-8”.';
    case 'utf-16':
      return 'This file is saved as UTF-16. Save it as “CSV UTF-8”, or take the export as it was downloaded.';
    case 'not-text':
      return 'This is no text file. Choose the CSV file that Goodreads or StoryGraph gave you.';
    case 'unknown': {
      const found = why.header.filter(Boolean).slice(0, 6).join(', ').slice(0, 160);
      return `This is no export we know. Its first line says: ${found || 'nothing'}. A Goodreads export has the columns Title, Author and Exclusive Shelf; one of StoryGraph has Title, Authors and Read Status.`;
    }
  }
}

/** Why a row was not used, or what it went in without. */
export function problemWords({ reason, detail }: ImportProblem): string {
  switch (reason) {
    case 'no-title':
      return 'It has no title.';
    case 'long-title':
      return 'Its title is longer than 500 characters.';
    case 'columns': {
      const [has, needs] = detail.split('/');
      return `It has ${has} columns where the first line has ${needs}.`;
    }
    case 'no-state':
      return 'It doesn’t say whether you read it, are reading it or want to.';
    case 'other-shelf':
      return `It stands on “${detail}”, which is neither reading, read nor want to read. Add it by hand if you like.`;
    case 'not-text':
      return 'There are characters in it that are no text.';
    case 'wrong-letters':
      return 'Some letters of it were lost before it came here. Mend them on your shelf, or save the file as “CSV UTF-8” and send it again.';
    case 'unclosed-quote':
      return 'A quotation mark opens here and doesn’t close where it should.';
    case 'unclosed-quotes':
      return 'Again a quotation mark opens and never closes. From here on nothing could be read.';
    case 'too-many-rows':
      return `From here on there are more than ${ROWS} rows. Put the rest in a second file.`;
    case 'isbn':
      return `It went in without its ISBN: in ${detail} a digit is wrong or missing.`;
    case 'isbn-cut':
      return `It went in without its ISBN: a spreadsheet cut it short, to ${detail}.`;
    case 'pages':
      return `It went in without its pages: “${detail}” is no number of them.`;
    case 'rating':
      return `It went in without your rating: “${detail}” is none from one star to five.`;
    case 'merged':
      return `It is the same book as the one on line ${detail}, so they are one on your shelf: the later day counts, and read goes before reading and want to read.`;
    case 'kept':
      return `It stands on your shelf as you put it there: ${shelfWords[detail as ShelfState].toLowerCase()}. That stays.`;
    case 'read-on-either':
      return `It went in without the day you read it: “${detail}” could be two days, and no other date in the file tells which.`;
    case 'read-on':
      return `It went in without the day you read it: “${detail}” is no past day written like 2026/01/31.`;
    case 'added-on':
      return `It counts as added today: “${detail}” is no past day written like 2026/01/31.`;
  }
}

/** What an import did, in one line. */
export function resultWords({ rows, state }: ImportView): string {
  if (state === 'undone') return 'Taken back.';
  if (state !== 'done') return 'Still being read.';
  if (rows.read === 0) return 'There is no book in it: the first line is all it has.';
  const parts = [
    `${number(rows.new)} new`,
    rows.changed > 0 && `${number(rows.changed)} brought up to date`,
    rows.same > 0 && `${number(rows.same)} there already`,
    rows.merged > 0 &&
      `${number(rows.merged)} ${plural(rows.merged, 'row', 'rows')} of a book that is in it twice`,
    rows.refused > 0 &&
      `${number(rows.refused)} ${plural(rows.refused, 'row', 'rows')} could not be used`,
  ];
  return parts.filter(Boolean).join(', ');
}

export const number = (n: number) => n.toLocaleString('en-GB');

export const sortWords: Record<ShelfSort, string> = {
  latest: 'Latest first',
  title: 'By title',
  author: 'By author',
  rating: 'By your rating',
};

export const ownBookChangedMeanwhile =
  'This book was changed since you opened the page. Nothing is lost: both are here.';

/** Stars as somebody gave them: '4', '3.75'. */
export const starsWords = (rating: number) => `${rating} ${rating === 1 ? 'star' : 'stars'}`;

/** A book of a shelf in a line below its title. */
export function shelfBookWords(
  { author, state, readOn, rating }: ShelfBook,
  withState = true,
): string {
  const read = readOn ? `Read ${dayOf(readOn, 'short', 0)}` : '';
  const stars = rating === null ? '' : starsWords(rating);
  return [apart(author), read || (withState && shelfWords[state]), stars]
    .filter(Boolean)
    .join(' · ');
}

export const onShelfAlready = 'This book is on your shelf already.';
