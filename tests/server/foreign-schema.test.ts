import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type OtherPostgres, startOtherPostgres } from '#tests/support/other-postgres.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';
import { onDatabase, PASSWORD, refusal, remedy, start, withDatabase } from './start-on.ts';

const folder = temporaryFolder();
let server: OtherPostgres;
let database: string;
let databases = 0;

beforeAll(async () => {
  server = await startOtherPostgres(['host all ada 127.0.0.1/32 scram-sha-256']);
  await server.run(`CREATE ROLE ada LOGIN PASSWORD '${PASSWORD}'`);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** In public lives another application, built with the same libraries; `club` is for Octavo. */
const NEIGHBOUR = [
  'CREATE TABLE kysely_migration (name varchar(255) PRIMARY KEY, timestamp varchar(255) NOT NULL)',
  "INSERT INTO kysely_migration VALUES ('2024-01-01-shop', 'then')",
  'CREATE TABLE kysely_migration_lock (id varchar(255) PRIMARY KEY, is_locked integer NOT NULL)',
  "INSERT INTO kysely_migration_lock VALUES ('migration_lock', 0)",
  'CREATE TABLE person (id int, email text)',
  "INSERT INTO person VALUES (1, 'theirs@example.org')",
  'CREATE FUNCTION address_key(address text) RETURNS text LANGUAGE sql AS $$ select $1 $$',
  'CREATE SCHEMA club',
];

beforeEach(async () => {
  database = await newDatabase();
  await onDatabase(ada(), ...NEIGHBOUR);
});

async function newDatabase(): Promise<string> {
  const name = `shared_${++databases}`;
  await server.run(`CREATE DATABASE ${name} OWNER ada`);
  return name;
}

const ada = (name = database) => server.url('ada', PASSWORD, name);
const asked = (path: string, name = database) =>
  `${ada(name)}?options=${encodeURIComponent(`-c search_path=${path}`)}`;

const theirs = () => onDatabase(ada(), 'SELECT id, email FROM public.person');
const tablesIn = async (schema: string) =>
  (
    await onDatabase(
      ada(),
      `SELECT count(*)::int AS n FROM pg_tables WHERE schemaname = '${schema}'`,
    )
  )[0]?.n;

/** Somebody makes an account, and a backup is made and restored elsewhere. */
async function live(url: string, file?: string): Promise<void> {
  await withDatabase(url, {}, async ({ db, databaseUrl }) => {
    const { id } = await db
      .insertInto('person')
      .values({ name: 'Ines', email: 'INES@example.org', password_hash: 'x' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { viewerRowOf } = await import('#app/access/viewer-row.server.ts');
    expect(await viewerRowOf(id)).toMatchObject({ name: 'Ines' });
    const { post } = await import('#app/notifications/commands/post.server.ts');
    await db.transaction().execute((tx) =>
      post(tx, {
        message: 'sign-up',
        given: { signUpId: 1 },
        occasion: 'sign-up:1',
        to: { address: 'ines@example.org' },
      }),
    );
    if (!file) return;
    const { writeBackup } = await import('#db/backup/write.ts');
    await writeBackup(databaseUrl(), file, () => {});
  });
}

async function restore(url: string, file: string): Promise<void> {
  vi.resetModules();
  vi.stubEnv('DATABASE_URL', url);
  const { restoreFrom } = await import('#app/server/backups.server.ts');
  try {
    const stop = new AbortController().signal;
    await restoreFrom(file, { during: (_, work) => work, stop });
  } finally {
    vi.unstubAllEnvs();
  }
}

test.each([
  ['the address asks for', async () => asked('club')],
  ['the address asks for, before public', async () => asked('club,public')],
  [
    'the role has',
    async () => {
      await server.run(`ALTER ROLE ada IN DATABASE ${database} SET search_path = club, public`);
      return ada();
    },
  ],
])('in the schema that %s, beside another application in public', async (_, address) => {
  const url = await address();
  const before = await tablesIn('public');
  const file = join(folder, `${database}.zip`);
  await start(url);
  await live(url, file);
  await start(url);
  expect(await tablesIn('public')).toBe(before);
  expect(await tablesIn('club')).toBeGreaterThan(40);
  expect(await theirs()).toEqual([{ id: 1, email: 'theirs@example.org' }]);

  // From a schema to public, and the other way round.
  const elsewhere = await newDatabase();
  await restore(ada(elsewhere), file);
  const moved = await onDatabase(ada(elsewhere), 'SELECT name FROM public.person');
  expect(moved).toEqual([{ name: 'Ines' }]);
  const third = await newDatabase();
  await onDatabase(ada(third), ...NEIGHBOUR);
  await restore(asked('club,public', third), file);
  expect(
    await onDatabase(
      ada(third),
      'SELECT email FROM club.person UNION ALL SELECT email FROM public.person',
      'SELECT count(*)::int AS jobs FROM graphile_worker.jobs',
    ),
  ).toEqual([{ email: 'INES@example.org' }, { email: 'theirs@example.org' }, { jobs: 1 }]);
});

test('a schema that is not there, and what makes it', async () => {
  const said = await refusal(asked('books'));
  expect(remedy(said)).toBe('CREATE SCHEMA books AUTHORIZATION ada;');
  await onDatabase(ada(), remedy(said));
  await start(asked('books'));
  expect(await tablesIn('books')).toBeGreaterThan(40);
});

test('a schema with tables or views of something else is refused, by a start and by a restore', async () => {
  const file = join(folder, 'refused.zip');
  await start(asked('club'));
  await live(asked('club'), file);
  const other = await newDatabase();
  await onDatabase(ada(other), 'CREATE VIEW visitors AS SELECT 1 AS id');
  expect(await refusal(ada(other))).toContain('holds tables of something else already (visitors)');
  await expect(restore(ada(other), file)).rejects.toThrow('something else already (visitors)');
  expect(
    await onDatabase(ada(other), 'SELECT FROM pg_tables WHERE schemaname = $$public$$'),
  ).toEqual([]);
});

test('the job queue of something else is left alone, by a start and by a restore', async () => {
  const file = join(folder, 'queue.zip');
  await start(asked('club'));
  await live(asked('club'), file);
  // A second Octavo in the same database would take the first one's jobs.
  await onDatabase(ada(), 'CREATE SCHEMA second');
  const jobs = () => onDatabase(ada(), 'SELECT count(*)::int AS n FROM graphile_worker.jobs');
  const before = await jobs();
  const said = await refusal(asked('second'));
  expect(said).toContain('holds a job queue already (the schema graphile_worker)');
  expect(said).toContain('CREATE DATABASE octavo OWNER ada;');
  await expect(restore(asked('second'), file)).rejects.toThrow('holds a job queue already');
  expect(await jobs()).toEqual(before);
  expect(await tablesIn('second')).toBe(0);
});

test('tables of another user', async () => {
  const own = await newDatabase();
  await start(ada(own));
  await onDatabase(
    server.url('postgres', '', own),
    'ALTER TABLE kysely_migration OWNER TO postgres',
  );
  expect(await refusal(ada(own))).toMatch(
    /that ada may not read \(permission denied.*Name the user/,
  );
});
