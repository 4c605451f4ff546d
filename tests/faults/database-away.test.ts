import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Parser } from 'htmlparser2';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startBundledPostgres } from '#db/bundled-postgres.ts';
import { closeDatabase, connect } from '#db/database.server.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf } from '#tests/support/cast.ts';
import { freeze } from '#tests/support/frozen.ts';
import { db } from '#tests/support/set-up.ts';

let folder: string;
let thaw = () => {};
let postgres: Awaited<ReturnType<typeof startBundledPostgres>>;
const start = () => startBundledPostgres({ dataDir: folder, log: () => {}, durable: false });

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'octavo-away-'));
  postgres = await start();
  const { db, pool } = connect(postgres.url, 2);
  await migrateToLatest(db, pool);
  await db.destroy();
  await closeDatabase();
  process.env.DATABASE_URL = postgres.url;
  process.env.DATABASE_PATIENCE = '1';
});
afterEach(() => thaw());

afterAll(async () => {
  thaw();
  await closeDatabase();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

test('while the database is away a page says so, and it works again when it is back', async () => {
  const { host, slug } = await circleOf();
  const cookie = await signInCookie(host.viewer);
  const page = `/circles/${slug}/threads`;
  expect((await ask(page, { cookie })).status).toBe(200);

  await postgres.stop();
  const away = await ask(page, { cookie });
  expect(away.status).toBe(503);
  expect(away.headers.get('Retry-After')).toBe('15');
  expect(away.body).toMatch(/<h1[^>]*>[^<]*(database|minute|away)/i);
  expect((await ask(`${page}.data`, { cookie })).status).toBe(503);
  const posted = await ask(`${page}/new`, { cookie, form: { title: 'Kept?' }, ...fromPage });
  expect(posted.status).toBe(503);
  expect(posted.headers.get('Retry-After')).toBe('15');

  postgres = await start();
  // The same port and password: the pool finds the server again by itself.
  expect(postgres.url).toBe(process.env.DATABASE_URL);
  expect((await ask(page, { cookie })).status).toBe(200);
});

test('what was typed is sent once more from the page of a database that says nothing', async () => {
  const { host, slug } = await circleOf();
  const cookie = await signInCookie(host.viewer);
  const path = `/circles/${slug}/threads/new`;
  expect((await ask(path, { cookie })).status).toBe(200);
  thaw = await freeze(folder);
  const form = {
    submissionKey: randomUUID(),
    title: 'Kept?',
    body: 'A “long” <thought>.\nAnd more.',
  };
  const away = await ask(path, { cookie, form, ...fromPage });
  expect(away.status).toBe(503);
  expect(fieldsIn(away.body, path)).toEqual(form);
  thaw();
  const again = await ask(path, { cookie, form: fieldsIn(away.body, path), ...fromPage });
  expect(again.status).toBe(303);
  expect((await ask(again.location ?? '', { cookie })).body).toContain('A “long” &lt;thought&gt;.');
});

test('where scripts run the page stays, and its form says what is wrong', async () => {
  const { host, slug } = await circleOf();
  const cookie = await signInCookie(host.viewer);
  const path = `/circles/${slug}/threads/new.data`;
  thaw = await freeze(folder);
  const form = { submissionKey: randomUUID(), title: 'Kept?', body: 'All of it.' };
  const answer = await ask(path, { cookie, form, headers: { Accept: '*/*' } });
  expect(answer.status).toBe(503);
  expect(answer.body).toContain('send it again');
  expect(answer.body).toContain('All of it.');
  expect(answer.body).not.toContain('database-away');
});

test('a password that was typed does not come back', async () => {
  thaw = await freeze(folder);
  const form = { email: 'noor@example.org', password: 'a long one that nobody knows' };
  const away = await ask('/sign-in', { form, ...fromPage });
  expect(away.status).toBe(503);
  expect(away.body).toContain('noor@example.org');
  expect(away.body).not.toContain(form.password);
});

test('a row that somebody else holds leaves the page, and the others, as they are', async () => {
  const { host, slug } = await circleOf();
  const other = await circleOf();
  const cookie = await signInCookie(host.viewer);
  const page = `/circles/${slug}/threads`;
  const form = { submissionKey: randomUUID(), title: 'Kept?', body: 'Not lost.' };
  const blocker = new pg.Client({ connectionString: postgres.url });
  await blocker.connect();
  await blocker.query('begin');
  await blocker.query('select from circle where slug = $1 for update', [slug]);
  try {
    const answer = await ask(`${page}/new`, { cookie, form, ...fromPage });
    expect(answer.status).toBe(503);
    expect(answer.body).toMatch(/<textarea[^>]*>Not lost\.<\/textarea>/);
    expect(answer.body).toContain('send it again');
    const many = Array.from({ length: 40 }, () =>
      ask(`${page}/new`, { cookie, form, ...fromPage }),
    );
    // Nobody hangs; how long it may take at most, the limits say.
    const statuses = (await Promise.all(many)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([503]));
    const elsewhere = `/circles/${other.slug}`;
    const theirs = await signInCookie(other.host.viewer);
    expect((await ask(elsewhere, { cookie: theirs })).status).toBe(200);
  } finally {
    await blocker.query('rollback');
    await blocker.end();
  }
  const sent = await ask(`${page}/new`, { cookie, form, ...fromPage });
  expect(sent.status).toBe(303);
  const threads = await db
    .selectFrom('thread')
    .select('title')
    .where('title', '=', 'Kept?')
    .execute();
  expect(threads.length).toBeGreaterThan(0);
});

/** As a browser asks when a form is sent without scripts. */
const fromPage = { headers: { Accept: 'text/html,application/xhtml+xml' } };

/** The fields of the form of a page that posts to `path`. */
function fieldsIn(html: string, path: string): Record<string, string> {
  const fields: Record<string, string> = {};
  let inside = false;
  const parser = new Parser({
    onopentag(name, { action, type, name: field, value }) {
      if (name === 'form') inside = action === path;
      if (inside && type === 'hidden' && field) fields[field] = value ?? '';
    },
    onclosetag(name) {
      if (name === 'form') inside = false;
    },
  });
  parser.end(html);
  return fields;
}
