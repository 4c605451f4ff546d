import { randomUUID } from 'node:crypto';
import { request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { addBook } from '#app/books/commands/add-book.server.ts';
import { BOOKS_A_PAGE } from '#app/books/rules/catalogue.ts';
import { httpApp } from '#app/server/http.server.ts';
import { db } from '#db/database.server.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { runJobs } from '#tests/support/jobs.ts';
import { serverBuild } from '#tests/support/server-build.ts';
import { goodreads, importFile, shelf, three } from './exports.ts';

let noor: Viewer;
let cookie: string;
let stranger: string;
beforeAll(async () => {
  noor = await person('Noor');
  cookie = await signInCookie(noor);
  stranger = await signInCookie(await person('Mallory'));
});

const titlesIn = (body: string) =>
  [...body.matchAll(/<a [^>]*href="\/shelf\/books\/\d+"[^>]*>([^<]*)</g)].map(([, title]) => title);

describe('the shelf', () => {
  test('empty, offers an import and a book by hand', async () => {
    const { body } = await ask('/shelf', { cookie });
    expect(body).toContain('Your shelf is empty.');
    expect(body).toMatch(/href="\/shelf\/imports\/new"/);
    expect(body).toMatch(/href="\/shelf\/books\/new"/);
  });

  test('takes a book by hand, once, keeps what was typed when something is wrong', async () => {
    const typed = {
      ...{ submissionKey: randomUUID(), title: 'Peopleware', author: 'DeMarco', pages: '245' },
      ...{ isbn: '978-0-932633-43-8', state: 'read', readOn: '2026-02-30' },
    };
    const refused = await ask('/shelf/books/new', { cookie, form: typed });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('This is no ISBN');
    expect(refused.body).toContain('Choose a day of the calendar.');
    expect(refused.body).toContain('value="Peopleware"');
    const right = { ...typed, isbn: '978-0-932633-43-9', readOn: '2026-02-20' };
    for (const _ of [1, 2]) {
      expect(await ask('/shelf/books/new', { cookie, form: right })).toMatchObject({
        status: 303,
        location: '/shelf',
      });
    }
    expect(await shelf(noor)).toMatchObject([
      { title: 'Peopleware', isbn: '9780932633439', state: 'read', read_on: '2026-02-20' },
    ]);
    const again = { ...right, submissionKey: randomUUID() };
    const there = await ask('/shelf/books/new', { cookie, form: again });
    expect(there).toMatchObject({ status: 422 });
    expect(there.body).toContain('This book is on your shelf already.');
  });

  test('a book moves, is changed, comes off and goes back; all of it by its owner alone', async () => {
    const [book] = await shelf(noor);
    const path = `/shelf/books/${book?.id}`;
    const fields = { title: 'Peopleware', author: 'DeMarco, Lister', isbn: '', pages: '' };
    const change = { ...fields, version: '2', state: 'want', readOn: '' };
    const move = { entry: String(book?.id), state: 'reading' };
    const acts = [
      ['/shelf', move],
      [path, change],
      [`${path}/removal`, {}],
      [`${path}/return`, {}],
    ] as const;
    for (const [address, form] of acts) {
      expect(await ask(address, { cookie: stranger, form })).toMatchObject({ status: 404 });
      expect(await shelf(noor)).toEqual([book]);
    }
    expect((await ask(path, { cookie: stranger })).status).toBe(404);
    await ask('/shelf', { cookie, form: move });
    expect(await shelf(noor)).toMatchObject([{ state: 'reading', read_on: null }]);
    await ask(path, { cookie, form: change });
    expect(await shelf(noor)).toMatchObject([{ author: 'DeMarco, Lister', state: 'want' }]);
    await ask(`${path}/removal`, { cookie, form: {} });
    expect(await shelf(noor)).toEqual([]);
    expect((await ask(path, { cookie })).status).toBe(404);
    await ask(`${path}/return`, { cookie, form: {} });
    expect(await shelf(noor)).toMatchObject([{ author: 'DeMarco, Lister' }]);
  });

  test('of 20,000 books is shown by the page, by state and by words, and quickly', async () => {
    const rui = await person('Rui');
    const many = await signInCookie(rui);
    const rows = Array.from({ length: 20_000 }, (_, at) => ({
      'Book Id': String(at),
      Title: `Volume ${at}`,
      Author: at % 1_000 === 0 ? 'Zoë Rare' : 'A. Writer',
      'Date Added': `20${10 + (at % 15)}/0${1 + (at % 9)}/11`,
      'Exclusive Shelf': at % 4 === 0 ? 'read' : 'to-read',
    }));
    expect(await importFile(rui, goodreads(rows))).toMatchObject({ new: 20_000 });
    const first = await ask('/shelf?state=read', { cookie: many });
    const seen = titlesIn(first.body);
    expect(seen).toHaveLength(BOOKS_A_PAGE);
    const older = /href="(\/shelf\?[^"]*after=[^"]*)"/.exec(first.body)?.[1] ?? '';
    const second = titlesIn((await ask(older.replaceAll('&amp;', '&'), { cookie: many })).body);
    expect(second).toHaveLength(BOOKS_A_PAGE);
    expect(new Set([...seen, ...second]).size).toBe(2 * BOOKS_A_PAGE);
    expect(titlesIn((await ask('/shelf?search=zoë', { cookie: many })).body)).toHaveLength(20);
    expect(titlesIn((await ask('/shelf?search=%25', { cookie: many })).body)).toHaveLength(0);
    expect((await ask('/shelf?after=x&state=y', { cookie: many })).status).toBe(200);
    const plan = await db
      .selectFrom('shelf_book')
      .select('id')
      .where('person_id', '=', rui.personId)
      .where('state', '=', 'read')
      .where('taken_off_at', 'is', null)
      .orderBy('shelved_on', 'desc')
      .orderBy('id', 'desc')
      .limit(BOOKS_A_PAGE)
      .explain();
    expect(JSON.stringify(plan)).toMatch(/shelf_book_(state|order)/);
    expect(JSON.stringify(plan)).not.toContain('Sort');
  });
});

describe('the import’s pages', () => {
  const upload = (
    content: string | Uint8Array,
    name = 'library.csv',
    key: string = randomUUID(),
  ) => {
    const form = new FormData();
    form.append('submissionKey', key);
    form.append('file', new File([content as string], name, { type: 'text/csv' }));
    return form;
  };

  const withoutFile = () => {
    const form = upload('');
    form.delete('file');
    return form;
  };

  test('take a file, show how far it is, then what came of it; to its owner alone', async () => {
    const content = `${goodreads(three)}9,<i>Half</i>,Someone\n`;
    const sent = await ask('/shelf/imports/new', { cookie, form: upload(content) });
    expect(sent.status).toBe(303);
    const path = sent.location ?? '';
    const waiting = await ask(path, { cookie });
    expect(waiting.body).toMatch(/<progress [^>]*max="\d+"/);
    expect(waiting.body).toContain('Waiting to be read');
    expect(waiting.body).toMatch(/<noscript><meta http-equiv="refresh"/i);
    for (const of of ['', '/undoing']) {
      expect((await ask(path + of, { cookie: stranger })).status).toBe(404);
      expect((await ask(path + of, { cookie: stranger, form: {} })).status).toBe(404);
    }
    const early = await ask(`${path}/undoing`, { cookie, form: {} });
    expect(early, 'not while it is read').toMatchObject({ status: 303, location: path });
    await runJobs();
    const done = await ask(path, { cookie });
    expect(done.body).toContain('3 new, 1 row could not be used.');
    expect(done.body).toContain('It has 3 columns where the first line has 24.');
    expect(done.body).toContain('&lt;i&gt;Half&lt;/i&gt;');
    expect(done.body).not.toContain('http-equiv="refresh"');
    expect((await ask('/shelf', { cookie })).body).toContain(`href="${path}"`);
    expect((await ask(`${path}/undoing`, { cookie, form: {} })).location).toBe('/shelf');
    expect(await shelf(noor)).toHaveLength(1);
  });

  test.each([
    ['no file', withoutFile, 'Choose the CSV file first.'],
    ['an empty choice', () => upload('', ''), 'Choose the CSV file first.'],
    ['another list', () => upload('Name,Price\nTea,3'), 'Its first line says: Name, Price.'],
    ['a PDF', () => upload('%PDF-1.7'), 'This is a PDF.'],
    ['no key', () => upload('Title', 'x.csv', 'nonsense'), 'This form is out of date.'],
  ])('say beside the field what is wrong with %s', async (_, form, words) => {
    const answer = await ask('/shelf/imports/new', { cookie, form: form() });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(words);
  });

  test('are not for a visitor', async () => {
    const visitor = await ask('/shelf/imports/new', { form: upload(goodreads(three)) });
    expect(visitor.location).toMatch(/^\/sign-in/);
  });

  test('are twenty an hour at most, not counting a wrong file', async () => {
    const lena = await signInCookie(await person('Lena'));
    const send = async (content: string) =>
      (await ask('/shelf/imports/new', { cookie: lena, form: upload(content) })).status;
    for (let i = 0; i < 3; i++) expect(await send('no export')).toBe(422);
    for (let i = 0; i < 20; i++) expect(await send(goodreads(three))).toBe(303);
    expect(await send(goodreads(three))).toBe(429);
    expect(await send('no export')).toBe(429);
  });
});

describe('over HTTP', () => {
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    server = httpApp(serverBuild).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const boundary = 'XXboundaryXX';
  const part = (name: string, value: string, more = '') =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}`;

  /** Posts a file of so many megabytes, piece by piece, as a browser does. */
  const post = (path: string, megabytes: number, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; location?: string; body: string }>((resolve, reject) => {
      const type = `multipart/form-data; boundary=${boundary}`;
      const req = httpRequest(
        origin + path,
        {
          method: 'POST',
          headers: { Cookie: cookie, 'Content-Type': type, Origin: origin, ...headers },
        },
        (res) => {
          let body = '';
          res.on('data', (chunk) => {
            body += chunk;
          });
          res.on('end', () => {
            const { location } = res.headers;
            resolve({ status: res.statusCode ?? 0, ...(location && { location }), body });
          });
        },
      );
      req.on('error', reject);
      req.write(`${part('submissionKey', randomUUID())}\r\n`);
      req.write(part('file', '', '; filename="library.csv"\r\nContent-Type: text/csv'));
      req.write(goodreads(three));
      const row = `9,${'x'.repeat(1024 - 3)}\n`.repeat(1024);
      let left = megabytes;
      const more = () => {
        while (left > 0) {
          left--;
          if (!req.write(row)) return req.once('drain', more);
        }
        return req.end(`\r\n--${boundary}--\r\n`);
      };
      more();
    });

  test('a large file comes in without being held in memory', async () => {
    const { status, location } = await post('/shelf/imports/new', 20);
    expect(status).toBe(303);
    const chunks = await db
      .selectFrom('shelf_import_chunk')
      .select((eb) => [
        eb.fn.countAll<number>().as('pieces'),
        eb.fn.sum<number>(eb.fn('length', ['bytes'])).as('bytes'),
      ])
      .executeTakeFirstOrThrow();
    expect(Number(chunks.bytes)).toBeGreaterThan(20 * 1024 * 1024);
    expect(chunks.pieces).toBeGreaterThan(80);
    await runJobs();
    const page = await fetch(origin + location, { headers: { cookie } });
    expect(await page.text()).toContain('3 new');
  });

  test('one beyond the limit is refused in words, and nothing is kept', async () => {
    for (const megabytes of [30, 40]) {
      const { status, body } = await post('/shelf/imports/new', megabytes);
      expect(status).toBe(422);
      expect(body).toContain('larger than 30 MB');
    }
    expect(await db.selectFrom('shelf_import_chunk').select('position').execute()).toEqual([]);
  });

  test('other pages take no such body, and no other site may send one', async () => {
    expect((await post('/shelf/books/new', 1)).status).toBe(413);
    const foreign = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://elsewhere.example' };
    expect((await post('/shelf/imports/new', 0, foreign)).status).toBe(403);
    const visitor = await post('/shelf/imports/new', 2, { Cookie: '' });
    expect(visitor.location).toMatch(/^\/sign-in/);
  });
});

describe('entering a book from the catalogue', () => {
  test('types its title, author, ISBN and last page', async () => {
    const circle = await circleOf({ members: [noor] });
    await circleOf();
    await addBook(circle.host, {
      ...{ submissionKey: randomUUID(), title: 'Team Topologies', subtitle: '', lastPage: 240 },
      ...{ author: 'Skelton, Pais', isbn: '9781942788812' },
      sections: [{ kind: 'chapter', label: '1', title: 'Of one circle only', startPage: 1 }],
    });
    const host = await signInCookie(circle.host.viewer);
    const list = await ask(`/books?for=${circle.slug}`, { cookie: host });
    const take = /href="(\/circles\/[^"]*\?from=[^"]*)"/.exec(list.body)?.[1] ?? '';
    const { body } = await ask(take, { cookie: host });
    for (const value of ['Team Topologies', 'Skelton, Pais', '9781942788812', '240']) {
      expect(body).toContain(`value="${value}"`);
    }
    expect(body).not.toContain('Of one circle only');
    const asMember = await ask(`/books?for=${circle.slug}`, { cookie: stranger });
    const all = await ask('/books', { cookie: stranger });
    expect(asMember.body).not.toContain('?from=');
    expect(asMember.body).toContain('Want to read');
    expect(all.body).toContain('Team Topologies');
    expect(all.body, 'nor whose it is').not.toContain(circle.slug);
    const odd = await ask(`/circles/${circle.slug}/reading/books/new?from=1'`, { cookie: host });
    expect(odd.status).toBe(200);
  });
});
