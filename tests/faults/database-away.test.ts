import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBundledPostgres } from '#db/bundled-postgres.ts';
import { closeDatabase, connect } from '#db/database.server.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf } from '#tests/support/cast.ts';

let folder: string;
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
});

afterAll(async () => {
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
  const posted = await ask(`${page}/new`, { cookie, form: { title: 'Kept?' } });
  expect(posted.status).toBe(503);

  postgres = await start();
  // The same port and password: the pool finds the server again by itself.
  expect(postgres.url).toBe(process.env.DATABASE_URL);
  expect((await ask(page, { cookie })).status).toBe(200);
});
