import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { loadDemoOnce } from '#app/demo/load.server.ts';
import { enqueue } from '#app/platform/queue.server.ts';
import { newBackupFile } from '#app/site/commands/back-up.server.ts';
import { tablesOf } from '#db/backup/catalogue.ts';
import { restoreBackup } from '#db/backup/restore.ts';
import { writeBackup } from '#db/backup/write.ts';
import { connect } from '#db/database.server.ts';
import { migrateTo, migrateToLatest } from '#db/migrate.ts';
import { person } from '#tests/support/cast.ts';
import { createDatabase, dropDatabase, nameOf } from '#tests/support/database.ts';
import { db } from '#tests/support/set-up.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';

const here = () => process.env.DATABASE_URL ?? '';
const folder = temporaryFolder();
const file = join(folder, 'all.zip');
const quiet = () => {};
const made: string[] = [];
let written: Awaited<ReturnType<typeof writeBackup>>;
let contents: Record<string, string>;

/** Another database on the same server: an empty one, or a copy. */
async function anotherDatabase(template?: string): Promise<string> {
  const name = `octavo_restored_${randomBytes(6).toString('hex')}`;
  const url = await createDatabase(inject('serverUrl'), name, template);
  made.push(url);
  return url;
}

/** One that nothing was ever in. */
const emptyDatabase = () => anotherDatabase();

/** One as a first start leaves it: what most restores meet, and nothing is migrated anew. */
const startedDatabase = () => anotherDatabase(inject('template'));

let large: Promise<string> | undefined;

/** A copy with a table that takes a while, so that something can happen in the middle of it. */
async function largeDatabase(): Promise<string> {
  large ??= fillLarge();
  return anotherDatabase(nameOf(await large));
}

async function fillLarge(): Promise<string> {
  const url = await startedDatabase();
  await restoreBackup(url, file, quiet);
  await query(
    url,
    `insert into person (name, email, password_hash, what_i_do)
     select 'Many', n || '@many.example', '-', (select string_agg(md5(n || '-' || i), '') from generate_series(1, 60) i)
       from generate_series(1, 20000) n`,
  );
  return url;
}

/** Ends the connection that `name` has to the database of `url`. */
const disconnect = (url: string, name: string) =>
  query(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = '${name}' and datname = current_database()`,
  );

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What a database holds: a hash of the ordered rows of each table. */
const contentsOf = (url: string) =>
  withClient(url, async (client) => {
    await client.query("set timezone = 'UTC'");
    const contents: Record<string, string> = {};
    for (const { name, columns } of await tablesOf(client)) {
      if (name === 'site_backup') continue;
      const list = columns.map((column) => pg.escapeIdentifier(column)).join();
      const rows = await buffer(
        client.query(copyTo(`copy (select ${list} from "${name}" t order by t::text) to stdout`)),
      );
      contents[name] = createHash('sha256').update(rows).digest('hex');
    }
    return contents;
  });

const query = <R extends pg.QueryResultRow>(url: string, text: string) =>
  withClient(url, async (client) => (await client.query<R>(text)).rows);

const peopleIn = async (url: string) =>
  (await query<{ people: number }>(url, 'select count(*)::int as people from person'))[0]?.people;

const guardsOf = (url: string) =>
  query(
    url,
    `select conname, pg_get_constraintdef(oid) as definition from pg_constraint
      where connamespace = current_schema()::regnamespace
     union all select tgname, tgenabled::text from pg_trigger where not tgisinternal order by 1, 2`,
  );

beforeAll(async () => {
  await loadDemoOnce(db);
  // What COPY, a locale or an encoding could spoil.
  await db
    .updateTable('person')
    .set({ name: 'Zoë\t“\\N” İ\u{1F4DA}', what_i_do: 'one\n\\.\ntwo\r\n\\' })
    .where('name', '=', 'Noor Haddad')
    .execute();
  await enqueue(
    db,
    'settle-seats',
    { circleId: 1 },
    {
      key: 'waits',
      runAt: new Date('2099-01-01T08:00:00Z'),
    },
  );
  written = await writeBackup(here(), file, quiet);
  contents = await contentsOf(here());
});

afterAll(async () => {
  for (const url of made) await dropDatabase(url);
});

test('a backup restored into an empty database is the same database', async () => {
  const url = await emptyDatabase();
  const { rows } = await restoreBackup(url, file, quiet);
  expect(rows).toBe(written.rows);
  expect(rows).toBeGreaterThan(500);
  expect(await contentsOf(url)).toEqual(contents);
  // Everything that guards the rows is back as well.
  expect(await guardsOf(url)).toEqual(await guardsOf(here()));
});

test('the next row of a restored database takes a number that no row has had', async () => {
  const last = await person('Rui');
  const later = join(folder, 'later.zip');
  await writeBackup(here(), later, quiet);
  const url = await startedDatabase();
  await restoreBackup(url, later, quiet);
  const insert = `insert into person (name, email, password_hash)
    values ('Ada', 'ada@example.org', '-') returning id::int`;
  const [added] = await query<{ id: number }>(url, insert);
  expect(added?.id).toBe(last.personId + 1);
});

test('background jobs wait on, at their time and under their key', async () => {
  const url = await startedDatabase();
  await restoreBackup(url, file, quiet);
  const waiting = `select key, run_at, attempts, max_attempts from graphile_worker.jobs order by id`;
  expect(await query(url, waiting)).toEqual(await query(here(), waiting));
  const [row] = await query<{ payload: unknown }>(
    url,
    "select payload from graphile_worker._private_jobs where key = 'waits'",
  );
  expect(row?.payload).toEqual({ circleId: 1 });
});

test('it is one moment: what is written meanwhile is in it whole or not at all', async () => {
  const started = join(folder, 'meanwhile.zip');
  const writers = Array.from({ length: 40 }, async (_, at) => {
    await db.transaction().execute(async (tx) => {
      const add = (address: string) =>
        tx
          .insertInto('person')
          .values({ name: 'Pair', email: `${at}-${address}@pair.example`, password_hash: '-' })
          .execute();
      await add('one');
      await add('two');
    });
  });
  await Promise.all([writeBackup(here(), started, quiet), ...writers]);
  const url = await startedDatabase();
  await restoreBackup(url, started, quiet);
  const [pairs] = await query<{ half: number }>(
    url,
    `select count(*)::int as half from (select 1 from person where name = 'Pair'
      group by split_part(email, '-', 1) having count(*) <> 2) p`,
  );
  expect(pairs?.half).toBe(0);
});

test('a backup of an earlier version is brought up to date', async () => {
  const old = await emptyDatabase();
  const { db: before, pool } = connect(old, 2);
  await migrateTo(before, pool, '0014-seasons');
  await before.insertInto('site').values({ secret: 'old' }).execute();
  await before
    .insertInto('person')
    .values({ name: 'Ada', email: 'ada@example.org', password_hash: '-' })
    .execute();
  await before.destroy();
  const oldFile = join(folder, 'old.zip');
  await writeBackup(old, oldFile, quiet);

  const url = await emptyDatabase();
  await restoreBackup(url, oldFile, quiet);
  expect(await query(url, 'select name from person')).toEqual([{ name: 'Ada' }]);
  const [newest] = await query<{ name: string }>(
    url,
    'select max(name) as name from kysely_migration',
  );
  const [latest] = await query<{ name: string }>(
    here(),
    'select max(name) as name from kysely_migration',
  );
  expect(newest).toEqual(latest);
});

test('an installation that was started, but in which nobody lives yet, is filled', async () => {
  const url = await emptyDatabase();
  const { db: started, pool } = connect(url, 2);
  await migrateToLatest(started, pool);
  await started.insertInto('site').values({ secret: 'of the new machine' }).execute();
  await enqueue(started, 'tidy-accounts', {});
  await started.destroy();
  await restoreBackup(url, file, quiet);
  expect(await contentsOf(url)).toEqual(contents);
});

test('a database in which people live is refused and stays as it was', async () => {
  const url = await startedDatabase();
  await restoreBackup(url, file, quiet);
  const before = await contentsOf(url);
  await expect(restoreBackup(url, file, quiet)).rejects.toThrow(/People live in this database/);
  expect(await contentsOf(url)).toEqual(before);
});

test('tables of somebody else in the same schema are neither taken nor touched', async () => {
  await query(here(), 'create table wordpress_posts (title text)');
  await query(here(), "insert into wordpress_posts values ('theirs')");
  const shared = join(folder, 'shared.zip');
  try {
    await writeBackup(here(), shared, quiet);
  } finally {
    await query(here(), 'drop table wordpress_posts');
  }
  const url = await emptyDatabase();
  await query(url, 'create table wordpress_posts (title text)');
  await query(url, "insert into wordpress_posts values ('another')");
  await restoreBackup(url, shared, quiet);
  expect(await query(url, 'select title from wordpress_posts')).toEqual([{ title: 'another' }]);
});

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))],
  ['without its end', (bytes: Buffer) => bytes.subarray(0, bytes.length - 30)],
  ['empty', () => Buffer.alloc(0)],
  ['something else', () => Buffer.from('not a zip at all, but long enough to look at for a while')],
])('a file that is %s is refused in words', async (_, spoil) => {
  const spoilt = join(folder, 'spoilt.zip');
  writeFileSync(spoilt, spoil(readFileSync(file)));
  const url = await emptyDatabase();
  await expect(restoreBackup(url, spoilt, quiet)).rejects.toThrow(/damaged|not a backup/);
  expect(await query(url, "select to_regclass('person') as person")).toEqual([{ person: null }]);
});

test('one changed byte anywhere is noticed before anything is restored', async () => {
  const bytes = readFileSync(file);
  const url = await startedDatabase();
  for (let at = 60; at < bytes.length; at += Math.ceil(bytes.length / 40)) {
    const spoilt = Buffer.from(bytes);
    spoilt[at] = (spoilt[at] ?? 0) ^ 0x55;
    const path = join(folder, 'flipped.zip');
    writeFileSync(path, spoilt);
    // A name or a time in a header may differ without a difference to the contents.
    const outcome = await restoreBackup(url, path, quiet).catch((error: Error) => error);
    if (outcome instanceof Error) {
      expect(outcome.message).toMatch(/damaged|not a backup|newer/);
      continue;
    }
    expect(await contentsOf(url)).toEqual(contents);
    await query(url, 'truncate person cascade');
  }
});

test('a backup of a newer version is refused with what to do', async () => {
  const newer = await startedDatabase();
  await restoreBackup(newer, file, quiet);
  await query(
    newer,
    "insert into kysely_migration values ('9999-tomorrow', to_char(now() + '1 day', 'YYYY'))",
  );
  await query(newer, "update kysely_migration set timestamp = '9' where name = '9999-tomorrow'");
  const fromTomorrow = join(folder, 'tomorrow.zip');
  await writeBackup(newer, fromTomorrow, quiet);
  const url = await startedDatabase();
  await expect(restoreBackup(url, fromTomorrow, quiet)).rejects.toThrow(/newer Octavo.*Update/);
});

test('rows that do not belong together leave the database empty', async () => {
  const url = await startedDatabase();
  const broken = await startedDatabase();
  await restoreBackup(broken, file, quiet);
  await query(broken, 'alter table membership drop constraint membership_person_id_fkey');
  await query(
    broken,
    "insert into membership select circle_id, 999999999, 'member', now() from membership limit 1",
  );
  const orphan = join(folder, 'orphan.zip');
  await writeBackup(broken, orphan, quiet);
  await expect(restoreBackup(url, orphan, quiet)).rejects.toThrow(/foreign key/);
  expect(await peopleIn(url)).toBe(0);
  // And the whole one goes in afterwards.
  await restoreBackup(url, file, quiet);
  expect(await contentsOf(url)).toEqual(contents);
});

test('a restore whose connection is lost half-way leaves the database empty', async () => {
  const large = join(folder, 'large.zip');
  await writeBackup(await largeDatabase(), large, quiet);
  const url = await emptyDatabase();
  let disconnected: unknown;
  const restoring = restoreBackup(url, large, (words) => {
    if (words().startsWith('person,')) disconnected = disconnect(url, 'octavo restore');
  });
  await expect(restoring).rejects.toThrow();
  await disconnected;
  expect(disconnected).toBeDefined();
  expect(await peopleIn(url)).toBe(0);
});

test('the file is private, and one whose connection is lost does not stay', async () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const url = await largeDatabase();
  const path = join(folder, 'lost.zip');
  const writing = writeBackup(url, path, (words) => {
    if (words().startsWith('tables/person.')) void disconnect(url, 'octavo backup');
  });
  await expect(writing).rejects.toThrow();
  expect(existsSync(path)).toBe(false);
  expect(existsSync(`${path}.unfinished`)).toBe(false);
});

test('a full disk ends it at once, in the middle of a large table', async () => {
  const url = await largeDatabase();
  const full = join(folder, 'full.zip');
  symlinkSync('/dev/full', `${full}.unfinished`);
  await expect(writeBackup(url, full, quiet)).rejects.toThrow(/the disk is full/);
  expect(existsSync(full)).toBe(false);
  const open = () =>
    query<{ state: string }>(
      url,
      "select state from pg_stat_activity where application_name = 'octavo backup' and datname = current_database()",
    );
  // The server hears of it a moment later.
  await expect.poll(open, { timeout: 20_000 }).toEqual([]);
});

test('who stops it in the middle gets no half of it, in either direction', async () => {
  const url = await largeDatabase();
  const large = join(folder, 'stopped-restore.zip');
  await writeBackup(url, large, quiet);
  const path = join(folder, 'stopped.zip');
  const asked = new AbortController();
  const writing = writeBackup(
    url,
    path,
    (words) => {
      if (words().startsWith('tables/person.')) asked.abort();
    },
    asked.signal,
  );
  await expect(writing).rejects.toThrow(/Stopped before the end/);
  expect(existsSync(path)).toBe(false);
  expect(existsSync(`${path}.unfinished`)).toBe(false);

  const fresh = await emptyDatabase();
  await expect(restoreBackup(fresh, large, quiet, asked.signal)).rejects.toThrow(/Stopped/);
  const later = new AbortController();
  const restoring = restoreBackup(
    fresh,
    large,
    (words) => {
      if (words().startsWith('person,')) later.abort();
    },
    later.signal,
  );
  await expect(restoring).rejects.toThrow(/Stopped before the end/);
  expect(await peopleIn(fresh)).toBe(0);
});

test('an empty database has nothing to back up', async () => {
  const url = await emptyDatabase();
  await expect(writeBackup(url, join(folder, 'none.zip'), quiet)).rejects.toThrow(
    /nothing to back up/,
  );
  expect(existsSync(newBackupFile(new Date()))).toBe(false);
});
