import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from '#db/migrations/all.ts';
import { deafPooler } from '#tests/support/deaf-pooler.ts';
import { type OtherPostgres, startOtherPostgres } from '#tests/support/other-postgres.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';
import { onDatabase, PASSWORD, refusal, remedy, restore, start, withDatabase } from './start-on.ts';

// A server as an operator has one: it was not made for Octavo.
const folder = temporaryFolder();
let server: OtherPostgres;
let databases = 0;

beforeAll(async () => {
  server = await startOtherPostgres([
    'host all stranger 127.0.0.1/32 reject',
    'host all trusted 127.0.0.1/32 trust',
    'host all ada,guest 127.0.0.1/32 scram-sha-256',
  ]);
  await server.run(
    ...['ada', 'guest', 'stranger', 'nobodys'].map(
      (name) => `CREATE ROLE ${name} LOGIN PASSWORD '${PASSWORD}'`,
    ),
    'CREATE DATABASE closed OWNER ada',
    'REVOKE CONNECT ON DATABASE closed FROM public',
  );
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A new database, as an operator makes it. */
async function newDatabase(owner = 'ada'): Promise<string> {
  const name = `circles_${++databases}`;
  await server.run(`CREATE DATABASE ${name} OWNER ${owner}`);
  return name;
}

const ada = (database: string) => server.url('ada', PASSWORD, database);

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

test.each(['as it is', 'behind a pooler that drops what connections begin with'])(
  'dates spelled in another way, another time zone and the like make no difference: %s',
  async (way) => {
    const name = await newDatabase();
    await server.run(
      `ALTER DATABASE ${name} SET datestyle = 'SQL, DMY'`,
      `ALTER DATABASE ${name} SET intervalstyle = 'sql_standard'`,
      `ALTER DATABASE ${name} SET bytea_output = 'escape'`,
      `ALTER ROLE ada IN DATABASE ${name} SET timezone = 'America/New_York'`,
      `ALTER DATABASE ${name} SET standard_conforming_strings = off`,
      `ALTER DATABASE ${name} SET default_transaction_isolation = serializable`,
    );
    await onDatabase(ada(name), 'CREATE SCHEMA club');
    const pooler = way === 'as it is' ? null : await deafPooler(server.port);
    const url = new URL(ada(name));
    if (pooler) url.port = String(pooler.port);
    // What the address asks for itself counts as well.
    const own = `-c work_mem=5MB --search_path=club,\\ public`;
    const address = `${url.href}?options=${encodeURIComponent(own)}`;
    try {
      await withDatabase(address, {}, async ({ databasePool, databaseUrl }) => {
        const { rows } = await databasePool().query(
          `select timestamptz '2026-03-04 23:30+00' as at, date '2026-03-04' as day,
                (timestamptz '2026-03-04 23:30+00')::date as day_of_it, '\\x00ff'::bytea as bytes,
                current_setting('work_mem') as memory, '\\\\' as backslashes,
                current_setting('transaction_isolation') as isolation,
                current_setting('search_path') as path, current_setting('lock_timeout') as patience`,
        );
        expect(rows[0]).toEqual({
          at: new Date('2026-03-04T23:30:00Z'),
          day: '2026-03-04',
          day_of_it: '2026-03-04',
          bytes: Buffer.from([0, 255]),
          memory: '5MB',
          backslashes: String.raw`\\`,
          isolation: 'read committed',
          path: 'club, public',
          patience: expect.stringMatching(/^[1-9]\d*m?s$/),
        });
        const file = join(folder, `${name}.zip`);
        await (await import('#db/backup/write.ts')).writeBackup(databaseUrl(), file, () => {});
      });
    } finally {
      pooler?.close();
    }
    expect(
      await onDatabase(ada(name), "SELECT schemaname FROM pg_tables WHERE tablename = 'person'"),
    ).toEqual([{ schemaname: 'club' }]);
  },
);

test('an encoding in which not everything can be written is refused, with what to make', async () => {
  await server.run(
    "CREATE DATABASE latin OWNER ada ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0",
  );
  expect(await refusal(ada('latin'))).toMatch(/encoded in LATIN1.*ENCODING 'UTF8'/);
});

test('a restore is refused in the words of a start, and goes on where that would', async () => {
  const settled = await newDatabase();
  await start(ada(settled));
  const file = join(folder, 'backup.zip');
  const { writeBackup } = await import('#db/backup/write.ts');
  await writeBackup(ada(settled), file, () => {});

  const latin = `latin_${++databases}`;
  await server.run(
    `CREATE DATABASE ${latin} OWNER ada ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`,
  );
  const notOurs = await newDatabase('postgres');
  const shop = await newDatabase();
  await onDatabase(ada(shop), 'CREATE TABLE orders (id int)');
  const newer = await newDatabase();
  await start(ada(newer));
  await onDatabase(ada(newer), "INSERT INTO kysely_migration VALUES ('9001-time-travel', '9')");
  for (const name of [latin, notOurs, shop, newer]) {
    const said = await refusal(ada(name), (url) => restore(url, file));
    expect(said).toBe(await refusal(ada(name)));
  }

  await server.run(`ALTER DATABASE ${notOurs} OWNER TO ada`);
  await restore(ada(notOurs), file);
  await start(ada(notOurs));
});
