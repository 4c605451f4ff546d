import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { migrations } from '#db/migrations/all.ts';
import { certificate } from '#tests/support/certificate.ts';
import { type OtherPostgres, startOtherPostgres } from '#tests/support/other-postgres.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';

// A server as an operator has one: it was not made for Octavo.
const PASSWORD = 's3cr3t';
const folder = temporaryFolder();
let server: OtherPostgres;
let databases = 0;

beforeAll(async () => {
  server = await startOtherPostgres([
    'hostssl encrypted all 127.0.0.1/32 scram-sha-256',
    'host encrypted all 127.0.0.1/32 reject',
    'host all stranger 127.0.0.1/32 reject',
    'host all trusted 127.0.0.1/32 trust',
    'host all ada,guest 127.0.0.1/32 scram-sha-256',
  ]);
  await server.run(
    ...['ada', 'guest', 'stranger', 'nobodys'].map(
      (name) => `CREATE ROLE ${name} LOGIN PASSWORD '${PASSWORD}'`,
    ),
    'CREATE DATABASE encrypted OWNER ada',
    'CREATE DATABASE closed OWNER ada',
    'REVOKE CONNECT ON DATABASE closed FROM public',
  );
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});
let close = async () => {};
afterEach(() => close());

/** A new database, as an operator makes it. */
async function newDatabase(owner = 'ada'): Promise<string> {
  const name = `circles_${++databases}`;
  await server.run(`CREATE DATABASE ${name} OWNER ${owner}`);
  return name;
}

/** What a start does with this database, up to where pages are served. */
async function start(url: string): Promise<void> {
  vi.resetModules();
  vi.stubEnv('DATABASE_URL', url);
  const { openDatabase } = await import('#app/server/open-database.server.ts');
  const { bringUpToDate } = await import('#app/server/bring-up-to-date.server.ts');
  const { closeDatabase } = await import('#db/database.server.ts');
  close = closeDatabase;
  try {
    const { words } = await openDatabase(false);
    await bringUpToDate(words);
  } finally {
    await closeDatabase();
  }
}

/** What the terminal shows of a start that is refused. */
async function refusal(url: string): Promise<string> {
  const error = await start(url).then(
    () => new Error('It started.'),
    (error) => error,
  );
  expect(error.constructor.name, error.stack).toBe('StartRefused');
  expect(error.message).not.toContain(PASSWORD);
  expect(error.message.split('\n')).toHaveLength(1);
  return error.message;
}

const ada = (database: string) => server.url('ada', PASSWORD, database);

async function onDatabase(url: string, ...statements: string[]) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** What a refusal says to run. */
const remedy = (said: string) => /: ([A-Z]+ .*;)$/.exec(said)?.[1] ?? `no remedy in: ${said}`;

test('a database made for its user is brought up to date, and again', async () => {
  const database = await newDatabase();
  await start(ada(database));
  await start(ada(database));
});

test('no right on schema public: who has to run what', async () => {
  // As PostgreSQL 15 and newer make them: only the owner makes tables in public.
  const database = await newDatabase('postgres');
  const said = await refusal(ada(database));
  expect(said).toContain('does not let ada make tables (permission denied for schema public)');
  expect(remedy(said)).toBe(`ALTER DATABASE ${database} OWNER TO ada;`);
  await server.run(remedy(said));
  await start(ada(database));
});

test('tables, but no schema for the job queue', async () => {
  const database = await newDatabase('postgres');
  await onDatabase(server.url('postgres', '', database), 'GRANT ALL ON SCHEMA public TO ada');
  const said = await refusal(ada(database));
  expect(said).toContain(`permission denied for database ${database}`);
  await server.run(remedy(said));
  await start(ada(database));
});

test('no right on another schema that is in use', async () => {
  const database = await newDatabase();
  const superuser = server.url('postgres', '', database);
  await onDatabase(superuser, 'CREATE SCHEMA club', 'GRANT USAGE ON SCHEMA club TO ada');
  await onDatabase(superuser, `ALTER DATABASE ${database} SET search_path = club`);
  const said = await refusal(ada(database));
  expect(remedy(said)).toBe('GRANT ALL ON SCHEMA club TO ada;');
  await onDatabase(superuser, remedy(said));
  await start(ada(database));
});

test('no schema at all', async () => {
  const database = await newDatabase();
  await onDatabase(ada(database), 'DROP SCHEMA public');
  const said = await refusal(ada(database));
  expect(said).toContain('has no schema in which ada may make tables');
  await onDatabase(ada(database), remedy(said));
  await start(ada(database));
});

test('tables of something else: one of them is named, and nothing is made among them', async () => {
  const database = await newDatabase();
  await onDatabase(ada(database), 'CREATE TABLE wp_posts (id int)', 'CREATE TABLE zebra (id int)');
  const said = await refusal(ada(database));
  expect(said).toMatch(/holds tables of something else already \(wp_posts\)/);
  expect(said).toContain('CREATE DATABASE octavo OWNER ada;');
  await expect(onDatabase(ada(database), 'SELECT FROM person')).rejects.toThrow(/does not exist/);
});

test('a table in another schema does no harm', async () => {
  const database = await newDatabase();
  await onDatabase(ada(database), 'CREATE SCHEMA blog', 'CREATE TABLE blog.wp_posts (id int)');
  await start(ada(database));
});

test('migrations of something else', async () => {
  const database = await newDatabase();
  await onDatabase(
    ada(database),
    'CREATE TABLE kysely_migration (name varchar(255) PRIMARY KEY, timestamp varchar(255))',
    "INSERT INTO kysely_migration VALUES ('2024-01-01-shop', 'then')",
  );
  expect(await refusal(ada(database))).toMatch(/something else already \(kysely_migration\)/);
});

test('data of a newer Octavo', async () => {
  const database = await newDatabase();
  await start(ada(database));
  await onDatabase(
    ada(database),
    "INSERT INTO kysely_migration VALUES ('9001-time-travel', '2031-01-01T00:00:00Z')",
  );
  const said = await refusal(ada(database));
  expect(said).toContain('belongs to a newer Octavo: this one does not know 9001-time-travel.');
  expect(said).not.toContain(Object.keys(migrations)[0]);
});

test('a copy that can only be read', async () => {
  const database = await newDatabase();
  await server.run(`ALTER DATABASE ${database} SET default_transaction_read_only = on`);
  expect(await refusal(ada(database))).toContain('can only be read');
});

test('a certificate that signed itself, and what to write instead', async () => {
  const url = `${ada('encrypted')}?sslmode=verify-full`;
  const said = await refusal(url);
  expect(said).toContain('has a certificate that this machine does not trust');
  expect(said).toContain('sslrootcert=FILE');
  const file = join(folder, 'trusted.crt');
  writeFileSync(file, certificate);
  await start(`${url}&sslrootcert=${file}`);
  await start(`${ada('encrypted')}?sslmode=no-verify`);
});

test('a file of certificates that is not there', async () => {
  const file = join(folder, 'missing.crt');
  const said = await refusal(`${ada('encrypted')}?sslmode=verify-full&sslrootcert=${file}`);
  expect(said).toContain(`${file} in DATABASE_URL cannot be read (ENOENT)`);
});

test('encrypted connections only', async () => {
  expect(await refusal(ada('encrypted'))).toContain('add ?sslmode=verify-full to DATABASE_URL');
});

test.each([
  ['a line that rejects', 'stranger'],
  ['no line', 'nobodys'],
])('pg_hba.conf with %s: which line lets us in', async (_, user) => {
  const database = await newDatabase();
  const said = await refusal(server.url(user, PASSWORD, database));
  expect(said).toContain('does not let this user in from here');
  expect(said).toContain(`(host ${database} ${user} 127.0.0.1/32 scram-sha-256)`);
});

test('a user that is not known', async () => {
  const said = await refusal(server.url('trusted', PASSWORD, 'closed'));
  expect(said).toContain('does not know this user');
});

test('a wrong password, and none', async () => {
  const wrong = await refusal(server.url('ada', 'wr0ng', 'closed'));
  expect(wrong).toContain('does not accept this user and password');
  const none = await refusal(ada('closed').replace(`:${PASSWORD}`, ''));
  expect(none).toContain('asks for a password, and DATABASE_URL has none');
});

test('a database that is not there, and what makes it', async () => {
  const said = await refusal(ada('not-there'));
  expect(said).toContain('does not exist on that server');
  await server.run(remedy(said));
  await start(ada('not-there'));
});

test('a database that does not let this user connect', async () => {
  const said = await refusal(server.url('guest', PASSWORD, 'closed'));
  expect(said).toContain('does not let this user connect');
  await server.run(remedy(said));
  await start(server.url('guest', PASSWORD, 'closed'));
});

test('dates and times spelled in another way, and another time zone, make no difference', async () => {
  const name = await newDatabase();
  await server.run(
    `ALTER DATABASE ${name} SET datestyle = 'SQL, DMY'`,
    `ALTER DATABASE ${name} SET intervalstyle = 'sql_standard'`,
    `ALTER DATABASE ${name} SET bytea_output = 'escape'`,
    `ALTER ROLE ada IN DATABASE ${name} SET timezone = 'America/New_York'`,
  );
  await start(ada(name));
  const { connect } = await import('#db/database.server.ts');
  // An address that asks for something of its own gets that as well.
  for (const url of [ada(name), `${ada(name)}?options=-c%20work_mem%3D5MB`]) {
    const { db, pool } = connect(url, 1);
    const { rows } = await pool.query(
      `select timestamptz '2026-03-04 23:30+00' as at, date '2026-03-04' as day,
              (timestamptz '2026-03-04 23:30+00')::date as day_of_it, '\\x00ff'::bytea as bytes,
              current_setting('work_mem') as memory`,
    );
    await db.destroy();
    expect(rows[0]).toMatchObject({
      at: new Date('2026-03-04T23:30:00Z'),
      day: '2026-03-04',
      day_of_it: '2026-03-04',
      bytes: Buffer.from([0, 255]),
    });
    if (url.includes('work_mem')) expect(rows[0].memory).toBe('5MB');
  }
});

test('an encoding in which not everything can be written is refused, with what to make', async () => {
  await server.run(
    "CREATE DATABASE latin OWNER ada ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0",
  );
  expect(await refusal(ada('latin'))).toMatch(/encoded in LATIN1.*ENCODING 'UTF8'/);
});
