import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { addOwnBook, moveOwnBook, takeOff } from '#app/shelves/commands/shelf-books.server.ts';
import { undoImport } from '#app/shelves/imports/commands/imports.server.ts';
import { readImport } from '#app/shelves/imports/commands/read-import.server.ts';
import { receiveExport } from '#app/shelves/imports/commands/receive-export.server.ts';
import { importOf } from '#app/shelves/imports/queries/imports.server.ts';
import { db } from '#db/database.server.ts';
import { person } from '#tests/support/cast.ts';
import { runJobs } from '#tests/support/jobs.ts';
import {
  csv,
  fileOf,
  GOODREADS,
  goodreads,
  importFile,
  outcome,
  send,
  shelf,
  storygraph,
  three,
} from './exports.ts';

let noor: Viewer;

describe('an export of Goodreads', () => {
  test('goes onto the shelf, without reviews and notes', async () => {
    noor = await person('Noor');
    const done = await importFile(noor, goodreads(three));
    expect(done).toMatchObject({ state: 'done', read: 3, new: 3, same: 0, refused: 0 });
    const books = await shelf(noor);
    expect(books).toMatchObject([
      {
        title: expect.stringContaining('The Blind Watchmaker'),
        author: 'Richard Dawkins',
        isbn: '9780141026169',
        pages: 340,
        state: 'read',
        read_on: '2018-09-29',
        added_on: '2018-07-19',
        rating: '4.00',
      },
      { isbn: '9780765377067', state: 'reading', read_on: null },
      { title: 'A Book, "Quoted", Over Two Lines', isbn: null, pages: null, state: 'want' },
    ]);
    expect(JSON.stringify(books)).not.toMatch(/anybody’s eyes|Nor this/);
    const left = await db.selectFrom('shelf_import_chunk').select('upload_id').execute();
    expect(left, 'the file is dropped once it is read').toEqual([]);
  });

  test('a second time changes nothing', async () => {
    const before = await shelf(noor);
    const again = await importFile(noor, goodreads(three));
    expect(again).toMatchObject({ read: 3, new: 0, changed: 0, same: 3, refused: 0 });
    expect(await shelf(noor)).toEqual(before);
  });

  test('with a book that moved on takes it along, but not what the person changed', async () => {
    const [watchmaker, threeBody] = await shelf(noor);
    if (!watchmaker || !threeBody) throw new Error('no books');
    await moveOwnBook(noor, watchmaker.id, 'want', '2026-01-01');
    const moved = three.map((row) => ({
      ...row,
      'Exclusive Shelf': 'read',
      'Date Read': '2020/02/02',
    }));
    const done = await importFile(noor, goodreads(moved));
    expect(done).toMatchObject({ new: 0, changed: 2, same: 1 });
    expect(await shelf(noor)).toMatchObject([
      { state: 'want', read_on: null },
      { state: 'read', read_on: '2020-02-02' },
      { state: 'read', read_on: '2020-02-02' },
    ]);
  });

  test('does not bring back what was taken off', async () => {
    const [, , quoted] = await shelf(noor);
    await takeOff(noor, quoted?.id ?? 0);
    expect(await importFile(noor, goodreads(three))).toMatchObject({ new: 0, same: 2 });
    expect(await shelf(noor)).toHaveLength(2);
  });

  test.each([
    ['a byte order mark, CRLF', `\ufeff${csv(GOODREADS, three, { end: '\r\n' })}`],
    ['semicolons', csv(GOODREADS, three, { delimiter: ';' })],
    ['columns nobody knows', goodreads(three).replace('Owned Copies', 'Something New')],
    ['empty lines', goodreads(three).replace('\n20518872', '\n\n\n20518872')],
    ['no line end at its end', goodreads(three).trimEnd()],
  ])('may have %s', async (_, content) => {
    const done = await importFile(await person('Rui'), content);
    expect(done).toMatchObject({ state: 'done', new: 3, refused: 0, problems: [] });
  });
});

test('an export of StoryGraph goes onto the shelf', async () => {
  const rui = await person('Rui');
  const book = { Authors: 'Ann Author, Bo Writer', 'Date Added': '2023/01/05' };
  const done = await importFile(
    rui,
    storygraph([
      {
        ...book,
        Title: 'Accelerate',
        'ISBN/UID': '9781942788331',
        'Read Status': 'read',
        'Last Date Read': '2023/04/12',
        'Dates Read': '2023/03/30-2023/04/12',
      },
      { ...book, Title: 'Thinking in Systems', 'ISBN/UID': 'B004EYUJLM', 'Read Status': 'to-read' },
      { ...book, Title: 'Half Way', 'Read Status': 'did-not-finish' },
    ]),
  );
  expect(done).toMatchObject({ new: 2, refused: 1, remarked: 0 });
  expect(done.problems).toEqual([
    { line: 4, title: 'Half Way', reason: 'other-shelf', detail: 'did-not-finish', used: false },
  ]);
  expect(await shelf(rui)).toMatchObject([
    { title: 'Accelerate', isbn: '9781942788331', read_on: '2023-04-12', state: 'read' },
    { title: 'Thinking in Systems', isbn: null, state: 'want' },
  ]);
});

test('a row that cannot be used is reported with its line, and the rest goes in', async () => {
  const rui = await person('Rui');
  const [first, second, third] = three;
  if (!first || !second || !third) throw new Error('no rows');
  const content = goodreads([
    third,
    { ...first, Title: '' },
    { ...first, 'Book Id': '5', Title: 'Elsewhere', 'Exclusive Shelf': 'abandoned' },
    { ...first, 'Book Id': '6', Title: 'x'.repeat(600) },
    { ...first, 'Book Id': '7', Title: 'Nulls \u0000 within' },
    { ...first, 'Book Id': '8', Title: 'Letters \ufffd lost', ISBN: '', ISBN13: '' },
    { ...first, 'Book Id': '9', Title: 'Wrong number', ISBN13: '="9780141026160"', ISBN: '' },
    { ...first, 'Book Id': '10', Title: '=HYPERLINK("http://x")', 'Date Read': '31/12/2019' },
    second,
  ]);
  const done = await importFile(rui, `${content}11,Too short\n`);
  expect(done).toMatchObject({ read: 10, new: 5, refused: 5, remarked: 2 });
  expect(done.problems.map(({ line, reason, used }) => [line, reason, used])).toEqual([
    [4, 'no-title', false],
    [5, 'other-shelf', false],
    [6, 'long-title', false],
    [7, 'not-text', false],
    [8, 'wrong-letters', true],
    [9, 'isbn', true],
    [12, 'columns', false],
  ]);
  const titles = (await shelf(rui)).map(({ title }) => title);
  expect(titles).toContain('=HYPERLINK("http://x")');
  expect(titles).toContain('Wrong number');
});

describe('a hostile file', () => {
  test('with one field of 10 MB: that row is refused, the rest goes in', async () => {
    const rui = await person('Rui');
    const [a, b] = three;
    const done = await importFile(
      rui,
      goodreads([a, { ...a, 'Book Id': '9', Title: 'long '.repeat(2_000_000) }, b] as never),
    );
    expect(done).toMatchObject({ state: 'done', new: 2, refused: 1 });
    expect(done.problems).toMatchObject([{ line: 3, reason: 'long-title' }]);
  });

  const row = (number: string, title: string) => ({
    ...{ 'Book Id': number, Title: title, Author: 'A. Writer', 'Exclusive Shelf': 'read' },
  });

  test.each(['\n', '\r\n', '\r'])(
    'with quotes that never close: those rows are refused, the rest goes in, by lines of %j',
    async (end) => {
      const rui = await person('Rui');
      const books = [...three.slice(0, 2), row('12', 'After it'), row('13', 'Last')];
      const lines = csv(GOODREADS, books, { end }).split(end);
      lines.splice(3, 0, '', '9,"Open for ever,Someone,', '');
      lines.splice(7, 0, '10,Next,"And so is this,');
      const done = await importFile(rui, lines.join(end));
      expect(done).toMatchObject({ state: 'done', read: 6, new: 4, refused: 2 });
      expect(done.problems).toMatchObject([
        { line: 5, reason: 'unclosed-quote', used: false },
        { line: 8, reason: 'unclosed-quote', used: false },
      ]);
      const titles = (await shelf(rui)).map(({ title }) => title);
      expect(titles).toEqual(expect.arrayContaining(['After it', 'Last']));
    },
  );

  test('with such a quote at its end: none of many rows before it is lost', async () => {
    const rui = await person('Rui');
    const rows = Array.from({ length: 1_200 }, (_, at) => row(String(at), `Volume ${at}`));
    const done = await importFile(rui, `${goodreads(rows)}9999,"Open for ever,Someone,\n`);
    expect(done).toMatchObject({ state: 'done', new: 1_200, refused: 1 });
    expect(done.problems).toMatchObject([{ line: 1_202, reason: 'unclosed-quote' }]);
  });

  test('with such quotes without number: after twenty the file is taken as it is', async () => {
    const rui = await person('Rui');
    const rows = Array.from({ length: 61 }, (_, at) => `${at},"Open for ever,Someone,\n`);
    const done = await importFile(rui, `${goodreads(three)}${rows.join('')}`);
    expect(done).toMatchObject({ state: 'done', new: 3, refused: 41 });
    const saidOf = (from: number, to: number) => {
      const said = done.problems.slice(from, to);
      return [said.map(({ line }) => line), [...new Set(said.map(({ reason }) => reason))]];
    };
    expect(saidOf(0, 20)).toEqual([rows.slice(0, 20).map((_, at) => at + 6), ['unclosed-quote']]);
    // Two rows each: one opens what the next closes.
    expect(saidOf(20, 40)).toEqual([rows.slice(0, 20).map((_, at) => 26 + 2 * at), ['columns']]);
    expect(saidOf(40, 41)).toEqual([[66], ['unclosed-quotes']]);
  });

  test('with 20,001 rows: the last is reported', async () => {
    const rui = await person('Rui');
    const rows = Array.from({ length: 20_002 }, (_, at) => ({
      'Book Id': String(at),
      Title: `Volume ${at}`,
      Author: 'A. Writer',
      'Exclusive Shelf': 'read',
    }));
    const done = await importFile(rui, goodreads(rows));
    expect(done).toMatchObject({ read: 20_002, new: 20_000, refused: 2 });
    expect(done.problems).toMatchObject([{ line: 20_002, reason: 'too-many-rows' }]);
  });

  test('keeps no more than 500 reports, and counts them all', async () => {
    const rui = await person('Rui');
    const rows = Array.from({ length: 1_200 }, (_, at) => ({ 'Book Id': String(at) }));
    const done = await importFile(rui, goodreads(rows));
    expect(done).toMatchObject({ new: 0, refused: 1_200 });
    expect(done.problems).toHaveLength(500);
  });
});

describe('what is no export', () => {
  test.each([
    ['an empty file', '', 'empty'],
    ['white space', '  \n \n', 'empty'],
    ['a PDF', '%PDF-1.7\n…', 'pdf'],
    ['a spreadsheet', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), 'spreadsheet'],
    ['UTF-16', Buffer.from('\ufeffTitle,Author', 'utf16le'), 'utf-16'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'not-text'],
    ['another list', 'Name,Price\nTea,3\n', 'unknown'],
  ])('%s is refused', async (_, content, reason) => {
    const rui = await person('Rui');
    const received = await receiveExport(rui, randomUUID(), fileOf(content));
    expect(received).toMatchObject({ ok: false, reason });
    if (reason === 'unknown') expect(received).toMatchObject({ header: ['Name', 'Price'] });
    expect(await db.selectFrom('shelf_import_chunk').selectAll().execute()).toEqual([]);
  });

  test('more than 30 MB is refused, and nothing of it kept', async () => {
    const rui = await person('Rui');
    const big = `${goodreads([])}${'x'.repeat(31 * 1024 * 1024)}`;
    const received = await receiveExport(rui, randomUUID(), fileOf(big, 200_000));
    expect(received).toEqual({ ok: false, reason: 'too-large' });
    expect(await db.selectFrom('shelf_import_chunk').selectAll().execute()).toEqual([]);
  });
});

describe('what is on the shelf already', () => {
  test('by hand is not added again: same ISBN, or same title and author', async () => {
    const rui = await person('Rui');
    const own = { author: '', pages: null, rating: null, state: 'want' as const, readOn: null };
    const add = (book: { title: string; author?: string; isbn: string | null }) =>
      addOwnBook(rui, { ...own, submissionKey: randomUUID(), ...book }, '2026-01-01');
    await add({ title: 'Watchmaker', isbn: '9780141026169' });
    await add({ title: 'The three body problem', author: 'Liu Cixin', isbn: null });
    expect(await importFile(rui, goodreads(three))).toMatchObject({ new: 1, same: 2 });
    expect(await add({ title: 'Another name', isbn: '9780141026169' })).toMatchObject({
      ok: false,
      reason: 'there',
    });
    expect(await shelf(rui)).toHaveLength(3);
  });

  test('twice in one file counts once, and what says more stands', async () => {
    const rui = await person('Rui');
    const [first] = three;
    const twice = goodreads([first, { ...first, 'Exclusive Shelf': 'to-read' }] as never);
    expect(await importFile(rui, twice)).toMatchObject({ new: 1, merged: 1 });
    expect(await importFile(rui, twice)).toMatchObject({
      ...{ new: 0, changed: 0, same: 1, merged: 1 },
    });
    expect(await shelf(rui)).toMatchObject([{ state: 'read' }]);
  });
});

describe('an import that breaks off', () => {
  const rows = Array.from({ length: 1_700 }, (_, at) => ({
    'Book Id': String(at),
    Title: at % 100 === 99 ? '' : `Volume ${at}`,
    Author: 'A. Writer',
    'Exclusive Shelf': 'to-read',
  }));

  /** Has the database refuse the third batch. */
  const breakAt = (rowsRead: number) =>
    sql
      .raw(`
create function break_off() returns trigger language plpgsql as $$
begin raise exception 'the power went'; end $$;
create trigger break_off before update on shelf_import for each row
  when (new.rows_read = ${rowsRead}) execute function break_off();`)
      .execute(db);
  const mend = () => sql.raw('drop function break_off() cascade').execute(db);

  test('goes on where it was, and ends as if nothing had been', async () => {
    const [whole, broken] = [await person('Rui'), await person('Noor')];
    const expected = await importFile(whole, goodreads(rows));
    const id = await send(broken, goodreads(rows));
    await breakAt(1_500);
    await expect(readImport(id)).rejects.toThrow('the power went');
    expect(await importOf(broken, id)).toMatchObject({ state: 'runs', rows: { read: 1_000 } });
    expect(await shelf(broken)).toHaveLength(990);
    await mend();
    await readImport(id);
    expect(await outcome(broken, id)).toEqual({ ...expected, id });
    expect(expected).toMatchObject({ read: 1_700, new: 1_683, refused: 17 });
    expect(await shelf(broken)).toHaveLength(1_683);
    await readImport(id);
    expect(await outcome(broken, id), 'a third try does nothing').toEqual({ ...expected, id });
    await runJobs();
  });

  test('read by two at once is read once', async () => {
    const rui = await person('Rui');
    const id = await send(rui, goodreads(rows));
    await Promise.all([readImport(id), readImport(id), readImport(id)]);
    expect(await outcome(rui, id)).toMatchObject({ state: 'done', new: 1_683, same: 0 });
    expect(await shelf(rui)).toHaveLength(1_683);
    await runJobs();
  });
});

describe('the same file at the same time', () => {
  test('sent twice by one form is one import', async () => {
    const rui = await person('Rui');
    const key = randomUUID();
    const sent = await Promise.all(
      [1, 2, 3].map(() => receiveExport(rui, key, fileOf(goodreads(three), 50))),
    );
    const ids = new Set(sent.map((one) => (one.ok ? one.importId : 'refused')));
    expect(ids.size).toBe(1);
    await runJobs();
    expect(await shelf(rui)).toHaveLength(3);
    expect(await db.selectFrom('shelf_import_chunk').selectAll().execute()).toEqual([]);
  });

  test('sent by two forms goes in once', async () => {
    const rui = await person('Rui');
    const many = goodreads(
      Array.from({ length: 1_200 }, (_, at) => ({
        ...three[0],
        'Book Id': `${at}`,
        Title: `T ${at}`,
        ISBN: '',
        ISBN13: '',
      })),
    );
    const ids = await Promise.all([send(rui, many), send(rui, many)]);
    await Promise.all(ids.map(readImport));
    const [a, b] = await Promise.all(ids.map((id) => outcome(rui, id)));
    expect((a?.new ?? 0) + (b?.new ?? 0)).toBe(1_200);
    expect((a?.same ?? 0) + (b?.same ?? 0)).toBe(1_200);
    expect(await shelf(rui)).toHaveLength(1_200);
    await runJobs();
  });
});

test('undoing an import takes off what it added and nobody changed', async () => {
  const rui = await person('Rui');
  const { id } = await importFile(rui, goodreads(three));
  const [first, second] = await shelf(rui);
  await moveOwnBook(rui, first?.id ?? 0, 'want', '2026-01-01');
  const mallory = await person('Mallory');
  expect(await undoImport(mallory, id)).toEqual({ ok: false, reason: 'gone' });
  expect(await shelf(rui)).toHaveLength(3);
  expect(await undoImport(rui, id)).toEqual({ ok: true });
  expect((await shelf(rui)).map((book) => book.id)).toEqual([first?.id]);
  expect(await moveOwnBook(rui, second?.id ?? 0, 'read', '2026-01-01')).toEqual({ ok: false });
  expect(await importFile(rui, goodreads(three))).toMatchObject({ new: 2, same: 1 });
});

test('the job is the one that the worker runs', async () => {
  const rui = await person('Rui');
  const id = await send(rui, goodreads(three));
  expect(await importOf(rui, id)).toMatchObject({ state: 'waits' });
  const later = new Date(Date.now() + 2 * 60_000);
  expect(await importOf(rui, id, later)).toMatchObject({ state: 'stands-still' });
  await runJobs();
  expect(await importOf(rui, id)).toMatchObject({ state: 'done' });
});
