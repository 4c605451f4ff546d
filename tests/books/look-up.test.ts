import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { lookUp } from '#app/books/look-up/queries/look-up.server.ts';
import { openLibrary } from '#app/books/look-up/queries/open-library.server.ts';
import { keepingAnswers } from '#app/books/look-up/rows/kept-answers.server.ts';
import { filled } from '#app/books/look-up/rules/filled.ts';
import { NoAnswer } from '#app/platform/ask-json.server.ts';
import { db } from '#db/database.server.ts';
import { person } from '#tests/support/cast.ts';
import { startOpenLibrary } from '#tests/support/open-library.ts';

const library = await startOpenLibrary();
afterAll(library.stop);
const ISBN = '9781942788331';
const asIs = openLibrary(library.url, { timeoutMs: 1_500, maxBytes: 20_000 });
let now = new Date('2026-03-01T12:00:00Z');
const kept = keepingAnswers(asIs, () => now);
const typed = { title: '', author: '', isbn: '' };

beforeEach(async () => {
  library.answer();
  library.asked.splice(0);
  await db.deleteFrom('book_lookup').execute();
});

test('a book is found by its ISBN, and nothing tells who asks', async () => {
  expect(await asIs.byIsbn(ISBN)).toEqual({
    title: 'Accelerate',
    subtitle: 'Building and Scaling High Performing Technology Organizations',
    author: 'Nicole Forsgren, Jez Humble, Gene Kim',
    isbn: ISBN,
    pages: 257,
  });
  const [asked] = library.asked;
  expect(asked?.url).toBe('/api/books?bibkeys=ISBN%3A9781942788331&format=json&jscmd=data');
  expect(asked?.headers).not.toHaveProperty('cookie');
  expect(asked?.headers).not.toHaveProperty('referer');
  expect(asked?.headers['user-agent']).toBe('Octavo');
});

test('several are found by title, with the first ISBN that is one', async () => {
  const found = await asIs.byTitle('accelerate');
  expect(found.map(({ author, isbn }) => [author, isbn])).toEqual([
    ['Nicole Forsgren, Jez Humble, Gene Kim', ISBN],
    ['John P. Kotter', '9781625271747'],
  ]);
  expect(await asIs.byTitle('nothing like it')).toEqual([]);
  expect(await asIs.byIsbn('9780141026169')).toBeNull();
});

describe('a library that fails', () => {
  test.each([
    ['does not answer', () => {}],
    ['sends rubbish', (_: unknown, res: { end(body: string): void }) => res.end('<html>')],
    ['sends another shape', (_: unknown, res: { end(body: string): void }) => res.end('[1]')],
    [
      'answers 500',
      (_: unknown, res: { writeHead(status: number): { end(): void } }) => res.writeHead(500).end(),
    ],
    [
      'sends elsewhere',
      (_: unknown, res: { writeHead(status: number, headers: object): { end(): void } }) =>
        res.writeHead(302, { Location: `${library.url}/elsewhere` }).end(),
    ],
    [
      'never ends',
      (_: unknown, res: { write(body: string): void }) => {
        const more = () => res.write(' '.repeat(8_000));
        for (let i = 0; i < 10; i++) more();
      },
    ],
  ])('because it %s keeps the form as it is', async (_, answer) => {
    library.answer(answer as never);
    const rui = await person('Rui');
    await expect(asIs.byIsbn(ISBN)).rejects.toThrow(NoAnswer);
    const looked = await lookUp(rui, { ...typed, isbn: ISBN }, null, kept);
    expect(looked).toEqual({ ok: false, reason: 'no-answer' });
    expect(library.asked.map(({ url }) => url)).not.toContain('/elsewhere');
    expect(await db.selectFrom('book_lookup').selectAll().execute(), 'not kept').toEqual([]);
    library.answer();
    expect(await lookUp(rui, { ...typed, isbn: ISBN }, null, kept)).toMatchObject({ ok: true });
  });

  test('because it is not there', async () => {
    const gone = await startOpenLibrary();
    await gone.stop();
    await expect(openLibrary(gone.url).byTitle('x')).rejects.toThrow(NoAnswer);
  });
});

test('an answer is kept for 30 days, a miss for one', async () => {
  const days = (n: number) => {
    now = new Date(now.getTime() + n * 24 * 60 * 60 * 1000);
  };
  await kept.byIsbn(ISBN);
  await kept.byTitle('Nothing Like It');
  expect(await kept.byIsbn(ISBN)).toMatchObject({ title: 'Accelerate' });
  expect(await kept.byTitle('nothing like it')).toEqual([]);
  expect(library.asked).toHaveLength(2);
  days(2);
  await kept.byTitle('nothing like it');
  await kept.byIsbn(ISBN);
  expect(library.asked).toHaveLength(3);
  days(29);
  await kept.byIsbn(ISBN);
  expect(library.asked).toHaveLength(4);
});

describe('what stands in the form', () => {
  test('decides what is looked for', async () => {
    const rui = await person('Rui');
    const look = (given: Partial<typeof typed>, choice: number | null = null) =>
      lookUp(rui, { ...typed, ...given }, choice, kept);
    expect(await look({})).toEqual({ ok: false, reason: 'nothing-typed' });
    expect(await look({ isbn: '978', title: 'x' })).toEqual({ ok: false, reason: 'wrong-isbn' });
    expect(await look({ title: 'Unheard of' })).toEqual({ ok: false, reason: 'not-found' });
    expect(await look({ title: 'Accelerate' })).toMatchObject({ choices: [{}, {}] });
    const asked = library.asked.length;
    expect(await look({ title: 'Accelerate' }, 1)).toMatchObject({
      found: { author: 'John P. Kotter' },
    });
    expect(library.asked, 'choosing asks nobody').toHaveLength(asked);
  });

  test('is kept: only what is empty is filled', () => {
    const found = { title: 'B', subtitle: 'Sub', author: 'Someone', isbn: ISBN, pages: 9 };
    const mine = { title: 'Mine', subtitle: '', author: 'Me', isbn: '', pages: '' };
    const expected = { title: 'Mine', subtitle: 'Sub', author: 'Me', isbn: ISBN, pages: '9' };
    expect(filled(mine, found, false)).toEqual(expected);
    expect(filled(mine, found, true)).toEqual({ ...expected, title: 'B' });
  });

  test('can be looked up forty times in ten minutes', async () => {
    const rui = await person('Rui');
    const look = (who = rui) => lookUp(who, { ...typed, isbn: ISBN }, null, kept);
    for (let i = 0; i < 40; i++) expect(await look()).toMatchObject({ ok: true });
    expect(await look()).toEqual({ ok: false, reason: 'too-often' });
    expect(await look(await person('Noor'))).toMatchObject({ ok: true });
  });
});

test('an installation that says nothing of it has no look-up', async () => {
  const { canLookUp, configuredLookup } = await import(
    '#app/books/look-up/queries/look-up.server.ts'
  );
  expect(canLookUp()).toBe(false);
  expect(configuredLookup()).toBeNull();
});
