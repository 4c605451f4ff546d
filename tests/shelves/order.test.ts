import { expect, test } from 'vitest';
import { BOOKS_A_PAGE } from '#app/books/rules/catalogue.ts';
import { shelfOf } from '#app/shelves/queries/shelf.server.ts';
import { SORTS } from '#app/shelves/rules.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { person } from '#tests/support/cast.ts';
import { goodreads, importFile } from './exports.ts';

const titles = ['Zen', 'accelerate', 'Éducation', 'Middle Ground'];
const rows = Array.from({ length: BOOKS_A_PAGE + 12 }, (_, at) => ({
  ...{ 'Book Id': String(at), Title: titles[at] ?? `Volume ${at}`, Author: `Author ${at % 7}` },
  ...{ 'Date Added': `2020/0${1 + (at % 9)}/1${at % 9}`, 'My Rating': String(at % 6) },
  'Exclusive Shelf': ['read', 'to-read', 'currently-reading', 'to-read'][at % 4] ?? '',
}));

test('the shelf says how many books stand where, and can be ordered', async () => {
  const noor = await person('Noor');
  await importFile(noor, goodreads(rows));
  const all = { state: null, search: '', after: null };
  for (const sort of SORTS) {
    const first = await shelfOf(noor, { ...all, sort });
    const second = await shelfOf(noor, { ...all, sort, after: first.next });
    expect(new Set([...first.books, ...second.books].map(({ id }) => id)).size, sort).toBe(
      rows.length,
    );
    expect(second.next).toBeNull();
    expect(first.counts).toEqual({
      read: rows.filter((row) => row['Exclusive Shelf'] === 'read').length,
      want: rows.filter((row) => row['Exclusive Shelf'] === 'to-read').length,
      reading: rows.filter((row) => row['Exclusive Shelf'] === 'currently-reading').length,
    });
  }
  const byTitle = await shelfOf(noor, { ...all, sort: 'title' });
  expect(byTitle.books.slice(0, 3).map(({ title }) => title)).toEqual(titles.slice(1));
  const byRating = await shelfOf(noor, { ...all, sort: 'rating' });
  const stars = byRating.books.map(({ rating }) => rating ?? 0);
  expect(stars).toEqual([...stars].sort((one, other) => other - one));
  expect(stars[0]).toBe(5);

  const cookie = await signInCookie(noor);
  const { body } = await ask('/shelf?state=want&sort=title', { cookie });
  expect(body).toMatch(/Want to read\s*(<!-- -->)?\s*<span[^>]*>\d+</);
  expect(body).toContain('href="/shelf?state=want&amp;sort=rating"');
  // A cursor of another order begins anew, and one of nobody's too.
  for (const after of [byTitle.next, 'x', 'WzEsMl0', 'WyJ4IiwxXQ']) {
    for (const sort of SORTS) {
      expect((await ask(`/shelf?sort=${sort}&after=${after}`, { cookie })).status).toBe(200);
    }
  }
});

test('a rating is given and taken back, and a quarter that came from elsewhere is kept', async () => {
  const noor = await person('Noor');
  const cookie = await signInCookie(noor);
  await importFile(noor, goodreads([{ ...rows[1], 'My Rating': '4' }]));
  const one = async () =>
    (await shelfOf(noor, { state: null, search: '', after: null, sort: 'latest' })).books[0];
  const book = await one();
  expect(book?.rating).toBe(4);
  const path = `/shelf/books/${book?.id}`;
  const form = { title: book?.title ?? '', author: book?.author ?? '', state: 'want' };
  const rated = (rating: string, version: number) =>
    ask(path, { cookie, form: { ...form, rating, version: String(version) } });
  expect((await rated('9', 1)).status).toBe(422);
  expect((await rated('3.75', 1)).status).toBe(303);
  expect((await one())?.rating).toBe(3.75);
  expect((await ask(path, { cookie })).body).toContain('3.75 stars');
  expect((await rated('', 2)).status).toBe(303);
  expect((await one())?.rating).toBeNull();
});
