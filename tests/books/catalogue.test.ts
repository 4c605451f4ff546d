import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Facilitator } from '#app/access/proofs.ts';
import { addBook, type NewBook } from '#app/books/commands/add-book.server.ts';
import { changeBook } from '#app/books/commands/change-book.server.ts';
import { catalogueBook, catalogueFor } from '#app/books/queries/catalogue.server.ts';
import { shelveFromCatalogue } from '#app/shelves/commands/shelf-books.server.ts';
import { shelf } from '#tests/shelves/exports.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

const book = (given: Partial<NewBook>): NewBook => ({
  ...{ submissionKey: randomUUID(), title: 'Thinking in Systems', subtitle: '', author: 'Meadows' },
  ...{ isbn: null, lastPage: 218 },
  sections: [{ kind: 'chapter', label: '1', title: 'A circle’s own words', startPage: 1 }],
  ...given,
});

let one: Facilitator;
let other: Facilitator;
beforeEach(async () => {
  await db.deleteFrom('catalogue_book').execute();
  await db.deleteFrom('section').execute();
  await db.deleteFrom('book').execute();
  one = (await circleOf()).host;
  other = (await circleOf()).host;
});

const listed = async (search = '') => {
  const page = await catalogueFor(one.viewer, search, null);
  return page.open ? page.books : [];
};

test('a book that a circle enters is listed, with nothing that tells the circle', async () => {
  await addBook(one, book({ isbn: '9781603580557' }));
  const [row] = await db.selectFrom('catalogue_book').selectAll().execute();
  expect(row).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    title: 'Thinking in Systems',
    subtitle: '',
    author: 'Meadows',
    isbn: '9781603580557',
    pages: 218,
    book_key: 'thinking in systems|meadows',
  });
});

test('the same book of two circles is one entry, which the second completes', async () => {
  await addBook(one, book({ lastPage: null }));
  await addBook(other, book({ title: 'Thinking in systems!', subtitle: 'A Primer' }));
  await addBook(other, book({ isbn: '9781603580557' }));
  expect(await listed()).toMatchObject([
    { title: 'Thinking in Systems', subtitle: 'A Primer', isbn: '9781603580557', pages: 218 },
  ]);
});

test('entered by many at a moment, it is one entry', async () => {
  await Promise.all(
    [one, other, one, other].flatMap((who) => [
      addBook(who, book({})),
      addBook(who, book({ isbn: '9781603580557' })),
    ]),
  );
  expect(await listed()).toHaveLength(1);
});

test('a title mistyped leaves the catalogue once it is corrected, unless another reads it', async () => {
  const { bookId } = await addBook(one, book({ title: 'Thinkin in Systems' }));
  await addBook(other, book({ title: 'Kept Elsewhere', author: 'X' }));
  const kept = await addBook(one, book({ title: 'Kept Elsewhere', author: 'X' }));
  await changeBook(one, bookId, { ...book({}), version: 1 });
  await changeBook(one, kept.bookId, { ...book({ title: 'Another', author: 'X' }), version: 1 });
  expect((await listed()).map(({ title }) => title)).toEqual([
    'Another',
    'Kept Elsewhere',
    'Thinking in Systems',
  ]);
});

describe('looking for a book', () => {
  beforeEach(async () => {
    await addBook(one, book({ isbn: '9781603580557', subtitle: 'A Primer' }));
    await addBook(one, book({ title: 'Team Topologies', author: 'Skelton, Pais' }));
    await addBook(one, book({ title: '100% & <more>', author: "O'Neil" }));
  });

  test.each([
    ['think sys', ['Thinking in Systems']],
    ['PAIS', ['Team Topologies']],
    ['978-1-60358-055-7', ['Thinking in Systems']],
    ['primer', ['Thinking in Systems']],
    ["o'neil", ['100% & <more>']],
    ["' | ! :* & (", ['100% & <more>', 'Team Topologies', 'Thinking in Systems']],
    ['nothing such', []],
  ])('%s', async (search, titles) => {
    expect((await listed(search)).map(({ title }) => title)).toEqual(titles);
  });

  test('goes page by page through many', async () => {
    await db
      .insertInto('catalogue_book')
      .values(
        Array.from({ length: 120 }, (_, at) => ({
          ...{ title: `Volume ${at % 7}`, author: `A${at}`, book_key: `v${at}` },
        })),
      )
      .execute();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await catalogueFor(one.viewer, 'volume', after);
      if (!page.open) throw new Error('closed');
      seen.push(...page.books.map(({ author }) => author));
      after = page.next;
    } while (after);
    expect(new Set(seen).size).toBe(120);
    expect(seen).toHaveLength(120);
  });
});

test('on a site with one circle, only that circle sees its books', async () => {
  await addBook(one, book({}));
  const [entry] = await listed();
  const stranger = await person('Mallory');
  expect(await catalogueFor(stranger, '', null)).toMatchObject({ open: true });
  await db.transaction().execute(async (tx) => {
    const others = (await tx.selectFrom('circle').select('id').execute())
      .map(({ id }) => id)
      .filter((id) => id !== one.circleId);
    for (const table of ['agreement_consent', 'agreement', 'membership'] as const) {
      await tx.deleteFrom(table).where('circle_id', 'in', others).execute();
    }
    await tx.deleteFrom('circle').where('id', 'in', others).execute();
  });
  expect(await catalogueFor(stranger, '', null)).toEqual({ open: false });
  expect(await catalogueBook(stranger, entry?.id ?? '')).toBeNull();
  expect(await catalogueFor(await viewer(one.viewer), '', null)).toMatchObject({ open: true });
  expect(await shelveFromCatalogue(stranger, entry?.id ?? '', 'want', '2026-01-01')).toEqual({
    ok: false,
  });
});

test('a listed book goes onto one’s shelf, moves there, and comes off', async () => {
  await addBook(one, book({ isbn: '9781603580557' }));
  const [entry] = await listed();
  const id = entry?.id ?? '';
  const put = (state: 'want' | 'reading' | 'read' | 'off') =>
    shelveFromCatalogue(one.viewer, id, state, '2026-03-04');
  await Promise.all([put('want'), put('want'), put('want')]);
  expect(await shelf(one.viewer)).toMatchObject([{ state: 'want', source: 'catalogue' }]);
  await put('read');
  expect(await shelf(one.viewer)).toMatchObject([{ state: 'read', read_on: '2026-03-04' }]);
  expect((await listed())[0]?.mine).toBe('read');
  await put('off');
  expect(await shelf(one.viewer)).toEqual([]);
  await put('reading');
  expect(await shelf(one.viewer)).toMatchObject([{ state: 'reading', read_on: null }]);
  expect(await shelf(other.viewer), 'nobody else’s').toEqual([]);
  const none = await shelveFromCatalogue(one.viewer, randomUUID(), 'want', '2026-03-04');
  expect(none).toEqual({ ok: false });
});
