import { describe, expect, test } from 'vitest';
import { readIsbn } from '#app/books/rules/isbn.ts';
import { orderIn, readDate } from '#app/shelves/imports/rules/export-dates.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { person } from '#tests/support/cast.ts';
import { csv, GOODREADS, goodreads, importFile, shelf, storygraph } from './exports.ts';

const book = (id: number, more: Partial<Record<(typeof GOODREADS)[number], string>> = {}) => ({
  ...{ 'Book Id': String(id), Title: `Book ${id}`, Author: 'Ann Author' },
  ...{ 'Date Added': '2020/01/02', 'Exclusive Shelf': 'read', ...more },
});

async function imported(content: string) {
  const noor = await person('Noor');
  const done = await importFile(noor, content);
  const books = (await shelf(noor)).map(({ title, ...rest }) => ({ ...rest, title }));
  const reasons = done.problems.map(({ line, reason }) => [line, reason]);
  return { noor, done, books, reasons };
}

describe('an export that went through a spreadsheet', () => {
  test.each<[typed: string, read: string | null, order?: 'day-first' | 'month-first']>([
    ['2022/10/13', '2022-10-13'],
    ['2022-10-13 00:00:00', '2022-10-13'],
    ['2022-10-13T00:00:00Z', '2022-10-13'],
    ['10/13/2022', '2022-10-13'],
    ['13/10/2022', '2022-10-13'],
    ['13-10-2022 0:00', '2022-10-13'],
    ['13.10.2022', '2022-10-13'],
    ['1.2.2022', '2022-02-01'],
    ['1.2.2022', '2022-02-01', 'month-first'],
    ['10/13/22', '2022-10-13'],
    ['1/2/2022', null],
    ['1/2/2022', '2022-01-02', 'month-first'],
    ['1/2/2022', '2022-02-01', 'day-first'],
    ['3/3/2022', '2022-03-03'],
    ['44847', '2022-10-13'],
    ['Oct 13, 2022', '2022-10-13'],
    ['13 October 2022', '2022-10-13'],
    ['2022/2/30', null],
    ['2/30/2022', null],
    ['2022/10', null],
    ['2022', null],
    ['13/13/2022', null],
    ['soon', null],
  ])('%s is %s', (typed, date, order) => {
    const read = readDate(typed, order ?? null);
    expect(read.ok ? read.date : null).toBe(date);
  });

  test('only a number above twelve tells the day from the month', () => {
    expect(
      ['10/13/2022', '13-10-2022', '1/2/2022', '13.10.2022', '2022/10/13'].map(orderIn),
    ).toEqual(['month-first', 'day-first', null, null, null]);
  });

  test('one date of the file settles the others; of none, or of two minds, it is said', async () => {
    const read = (...dates: string[]) =>
      imported(goodreads(dates.map((date, at) => book(at, { 'Date Read': date }))));
    const settled = await read('1/2/2022', '10/13/2022');
    expect(settled.books).toMatchObject([{ read_on: '2022-01-02' }, { read_on: '2022-10-13' }]);
    expect(settled.reasons).toEqual([]);
    const alone = await read('1/2/2022');
    expect(alone.books).toMatchObject([{ read_on: null, state: 'read' }]);
    expect(alone.reasons).toEqual([[2, 'read-on-either']]);
    const torn = await read('1/2/2022', '10/13/2022', '13/10/2022');
    expect(torn.books.map(({ read_on }) => read_on)).toEqual([null, '2022-10-13', '2022-10-13']);
    expect(torn.reasons).toEqual([[2, 'read-on-either']]);
  });

  test('an ISBN keeps its lost zeros; one that is cut short is said', async () => {
    const { books, reasons, done, noor } = await imported(
      goodreads([
        book(1, { ISBN: '60254920', ISBN13: '9.78006E+12' }),
        book(2, { ISBN13: '9.78031E+12' }),
        book(3, { ISBN: '306406152' }),
        book(4, { ISBN13: '9780306406158.0' }),
        book(5, { ISBN13: '9780141026169.0' }),
        book(6, { ISBN13: '978\u20110\u00ad14\u2212102617\u20136 (pbk)' }),
      ]),
    );
    expect(books.map(({ isbn }) => isbn)).toEqual([
      ...['9780060254926', null, '9780306406157', null, '9780141026169', '9780141026176'],
    ]);
    expect(reasons).toEqual([
      [3, 'isbn-cut'],
      [5, 'isbn'],
    ]);
    const page = await ask(`/shelf/imports/${done.id}`, { cookie: await signInCookie(noor) });
    expect(page.body).toContain('a spreadsheet cut it short, to 9.78031E+12');
  });

  test('pages with a mark or a fraction are pages; others are said', async () => {
    const typed = ['1,024', '1.024', '1 024', '320.0', '0', '', '-1', '123456', 'many'];
    const { books, reasons } = await imported(
      goodreads(typed.map((pages, at) => book(at, { 'Number of Pages': pages }))),
    );
    expect(books.map(({ pages }) => pages)).toEqual([
      ...[1024, 1024, 1024, 320, null, null, null, null, null],
    ]);
    expect(reasons).toEqual([8, 9, 10].map((line) => [line, 'pages']));
  });

  test.each([',', ';', '\t'])('a first line sep=%s is no header', async (delimiter) => {
    const content = `sep=${delimiter}\r\n${csv(GOODREADS, [book(1)], { delimiter, end: '\r\n' })}`;
    const { done } = await imported(content);
    expect(done).toMatchObject({ state: 'done', read: 1, new: 1, refused: 0 });
  });

  test('rows may lack the empty cells at their end', async () => {
    const full = goodreads([book(1), book(2)]);
    const { done } = await imported(full.replace(/,+\n$/, '\n'));
    expect(done).toMatchObject({ read: 2, new: 2, refused: 0 });
  });

  test('letters that were lost before are said, and the book is there', async () => {
    const { done, books } = await imported(
      goodreads([book(1, { Title: 'F\ufffdr Anf\ufffdnger' })]),
    );
    expect(books).toHaveLength(1);
    expect(done.problems).toMatchObject([{ reason: 'wrong-letters', used: true }]);
  });

  test('of a header alone the page says that there was no book in it', async () => {
    const { done, noor } = await imported(goodreads([]));
    const page = await ask(`/shelf/imports/${done.id}`, { cookie: await signInCookie(noor) });
    expect(page.body).toContain('There is no book in it');
  });

  test('a day that has come where its owner is, is no day of the future', async () => {
    const tomorrow = new Date(Date.now() + 14 * 60 * 60_000).toISOString().slice(0, 10);
    const early = await person('Noor', { timeZone: 'Pacific/Kiritimati' });
    await importFile(early, goodreads([book(1, { 'Date Read': tomorrow })]));
    expect(await shelf(early)).toMatchObject([{ read_on: tomorrow }]);
  });
});

test.each([
  ['097522980x', '9780975229804'],
  ['ISBN 978-0-306-40615-7 (hardcover)', '9780306406157'],
  ['12345', null],
  ['9.78031E+12', null],
])('the ISBN %s', (typed, isbn) => {
  expect(readIsbn(typed)).toBe(isbn);
});

describe('a book that is in the file twice', () => {
  const row = (id: number, shelf: string, read = '', stars = '0') =>
    book(id, {
      Title: 'Middle Ground',
      'Exclusive Shelf': shelf,
      'Date Read': read,
      'My Rating': stars,
    });

  test.each([
    ['read says more', [row(1, 'to-read', '', '4'), row(2, 'read', '2022/01/02')]],
    ['whichever comes first', [row(2, 'read', '2022/01/02'), row(1, 'to-read', '', '4')]],
    [
      'the later day',
      [row(1, 'read', '2019/12/25'), row(2, 'read', '2022/01/02', '4'), row(3, 'read')],
    ],
    ['its rating stays', [row(1, 'read', '2019/12/25', '4'), row(2, 'read', '2022/01/02')]],
  ])('%s, and the page lists what was taken together', async (_, rows) => {
    const { books, done, noor } = await imported(goodreads(rows));
    expect(books).toMatchObject([{ state: 'read', read_on: '2022-01-02', rating: '4.00' }]);
    expect(done).toMatchObject({ new: 1, merged: rows.length - 1, remarked: 0 });
    const page = await ask(`/shelf/imports/${done.id}`, { cookie: await signInCookie(noor) });
    expect(page.body).toContain('Twice in the file');
    expect(page.body).toContain('same book as the one on line 2');
    expect(await importFile(noor, goodreads(rows))).toMatchObject({ new: 0, changed: 0 });
  });

  test('also of StoryGraph, in another edition, and far apart', async () => {
    const many = Array.from({ length: 600 }, (_, at) => ({
      Title: `Other ${at}`,
      'Read Status': 'read',
    }));
    const { books, done } = await imported(
      storygraph([
        {
          Title: 'If It Is Dark',
          Authors: 'Ann',
          'ISBN/UID': '9798890981622',
          'Read Status': 'to-read',
        },
        ...many,
        {
          ...{ Title: 'If it is dark', Authors: 'Ann', 'ISBN/UID': '9788401032769' },
          ...{ 'Read Status': 'currently-reading', 'Star Rating': '3.75' },
        },
      ]),
    );
    expect(done).toMatchObject({ new: 601, merged: 1 });
    expect(books[0]).toMatchObject({ title: 'If It Is Dark', state: 'reading', rating: '3.75' });
  });

  test('what stands in another export says more than the shelf has', async () => {
    const noor = await person('Noor');
    await importFile(
      noor,
      storygraph([{ Title: 'Middle Ground', Authors: 'Ann Author', 'Read Status': 'to-read' }]),
    );
    expect(await importFile(noor, goodreads([row(1, 'read', '2022/01/02')]))).toMatchObject({
      changed: 1,
    });
    expect(await shelf(noor)).toMatchObject([{ state: 'read', read_on: '2022-01-02' }]);
  });

  test('a shelf that its person has touched stays, and that is said', async () => {
    const noor = await person('Noor');
    const cookie = await signInCookie(noor);
    await importFile(noor, goodreads([row(1, 'to-read')]));
    const [mine] = await shelf(noor);
    await ask('/shelf', { cookie, form: { entry: String(mine?.id), state: 'reading' } });
    const done = await importFile(noor, goodreads([row(1, 'read', '2022/01/02')]));
    expect(await shelf(noor)).toMatchObject([{ state: 'reading' }]);
    expect(done.problems).toMatchObject([{ reason: 'kept', line: 2 }]);
  });

  test.each([
    ['Collected (Long Series, #1)', 'Collected (Long Series, #2)', 'Collected (Long Series, #3)'],
    ['Collected (Long Series #1-3)', 'Collected (Long Series #4)', 'Collected (Long Series #4.5)'],
    ['Collected, Vol. 1', 'Collected, Vol. 2', 'Collected, Vol. 10'],
    ['Collected: Book One', 'Collected: Book Two', 'Collected: Book Three'],
    ['Gesammelt, Band 1', 'Gesammelt, Band 2', 'Gesammelt, Band 3'],
    ['Collected (Volume 1)', 'Collected (Volume 2)', 'Collected (Volume 3)'],
    ['Collected I', 'Collected II', 'Collected III'],
  ])('volumes are books of their own: %s', async (...titles) => {
    const rows = titles.map((title, at) => book(at, { Title: title }));
    const { done, noor } = await imported(goodreads(rows));
    expect(done).toMatchObject({ new: 3, merged: 0 });
    const again = titles.map((title) => ({
      Title: title,
      Authors: 'Ann Author',
      'Read Status': 'read',
    }));
    expect(await importFile(noor, storygraph(again))).toMatchObject({ new: 0, merged: 0 });
  });
});
