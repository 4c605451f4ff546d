import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOpenLibrary } from '#tests/support/open-library.ts';

// The environment is read when the product is loaded: so it is loaded after this.
const library = await startOpenLibrary();
process.env.BOOK_LOOKUP = 'open-library';
process.env.BOOK_LOOKUP_URL = library.url;
const { ask, signInCookie } = await import('#tests/support/ask.ts');
const { circleOf } = await import('#tests/support/cast.ts');
const { db } = await import('#tests/support/set-up.ts');
afterAll(library.stop);

let cookie: string;
let newBook: string;
beforeAll(async () => {
  const circle = await circleOf();
  cookie = await signInCookie(circle.host.viewer);
  newBook = `/circles/${circle.slug}/reading/books/new`;
});

const post = (path: string, form: Record<string, string>) =>
  ask(path, { cookie, form: { submissionKey: randomUUID(), ...form } });

test('the forms of a book offer a look-up, and a press fills what is empty', async () => {
  const typed = { isbn: '978-1-942788-33-1', author: 'My own words', step: 'look-up' };
  for (const [path, more] of [
    [newBook, { 'sections[0].title': 'One', 'sections[0].kind': 'chapter' }],
    ['/shelf/books/new', { state: 'reading' }],
  ] as const) {
    expect((await ask(path, { cookie })).body).toContain('Look it up');
    const { status, body } = await post(path, { ...typed, ...more });
    expect(status).toBe(200);
    expect(body).toContain('value="Accelerate"');
    expect(body).toContain('value="257"');
    expect(body).toContain('value="My own words"');
    expect(body).toContain('Look it over before you save.');
  }
  expect(await db.selectFrom('book').selectAll().execute(), 'nothing is saved').toEqual([]);
  expect(await db.selectFrom('shelf_book').selectAll().execute()).toEqual([]);
});

test('of several, one is chosen', async () => {
  const typed = { title: 'accelerate', state: 'want' };
  const several = await post('/shelf/books/new', { ...typed, step: 'look-up' });
  expect(several.body).toContain('Which of these?');
  expect(several.body).toContain('John P. Kotter');
  const { body } = await post('/shelf/books/new', { ...typed, step: 'choose:1' });
  expect(body).toContain(
    'value="Accelerate: Building Strategic Agility for a Faster-Moving World"',
  );
  expect(body).toContain('value="9781625271747"');
});

test('no answer loses nothing', async () => {
  library.answer((_, res) => res.writeHead(503).end());
  for (const path of [newBook, '/shelf/books/new']) {
    const typed = { title: 'Kept <as> typed', author: 'Somebody', step: 'look-up' };
    const { status, body } = await post(path, typed);
    expect(status).toBe(200);
    expect(body).toContain('Open Library did not answer. Type the book in; nothing is lost.');
    expect(body).toContain('value="Kept &lt;as&gt; typed"');
  }
});
