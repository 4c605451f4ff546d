import { rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { post } from '#app/notifications/commands/post.server.ts';
import { serverAccount } from '#db/bundled-postgres/account.ts';
import { usableBinaries } from '#db/bundled-postgres/binaries.ts';
import { ensureCluster, OWNER } from '#db/bundled-postgres/cluster.ts';
import { stopPostmaster } from '#db/bundled-postgres/postmaster.ts';
import { answer, clusterUrl, launch } from '#db/bundled-postgres/server.ts';
import { runningBundledPostgres, startBundledPostgres } from '#db/bundled-postgres.ts';
import { connect } from '#db/database.server.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { fleetingFolder } from '#tests/support/temporary.ts';

// Several servers are started one after the other.
vi.setConfig({ testTimeout: 180_000 });

let folder: string;
const running: { stop(): Promise<void> }[] = [];

beforeEach(() => {
  folder = fleetingFolder();
});
afterEach(async () => {
  for (const { stop } of running.splice(0)) await stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start() {
  const postgres = await startBundledPostgres({ dataDir: folder, log: () => {}, durable: false });
  running.push(postgres);
  return postgres;
}

async function ask(url: string, query: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}

const code = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error) => error.code,
  );

const POWERS = `
select rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls as any
from pg_roles where rolname = current_user`;

/** What in this database does not belong to who is connected. */
const STRANGE = `
select oid::regclass::text as thing from pg_class
 where relowner <> current_user::regrole and relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
union all
select oid::regprocedure::text from pg_proc
 where proowner <> current_user::regrole and pronamespace::regnamespace::text !~ '^(pg_|information_schema)'
union all
select oid::regtype::text from pg_type
 where typowner <> current_user::regrole and typnamespace::regnamespace::text !~ '^(pg_|information_schema)'
union all
select nspname from pg_namespace
 where nspowner <> current_user::regrole and nspname !~ '^(pg_|information_schema|public)'`;

test('the application may do anything in its database and nothing outside of it', async () => {
  const { url } = await start();
  await migrateDatabase(url);
  expect(await ask(url, POWERS)).toEqual([{ any: false }]);
  const refused = [
    'create role other superuser',
    'create database other',
    'select * from pg_authid',
    `alter role ${OWNER} password 'known'`,
    `set role ${OWNER}`,
    'alter role octavo_app superuser',
    `copy (select 1) to program 'true'`,
    `copy pg_database to '/tmp/octavo-app-role'`,
    `select pg_read_file('/etc/passwd')`,
    `select pg_ls_dir('/')`,
    `select lo_import('/etc/passwd')`,
    `alter system set fsync = off`,
    'select pg_terminate_backend(pid) from pg_stat_activity where usename <> current_user',
  ];
  const codes = await Promise.all(refused.map((query) => code(ask(url, query))));
  expect(codes).toEqual(refused.map(() => '42501'));
  expect(await ask(url, STRANGE)).toEqual([]);
});

/** A folder as Octavo made it before the application had a role of its own: all is the owner's. */
async function olderFolder() {
  const dir = join(folder, 'postgres');
  const account = serverAccount(dir);
  const binaries = usableBinaries(account, join(folder, 'runtime'));
  const cluster = { dir, account, binaries, durable: false };
  const password = 'of-the-owner';
  await ensureCluster(cluster, password);
  const logFile = join(folder, 'postgres.log');
  const server = await launch({ cluster, port: 0, elsewhere: true, logFile });
  if (!server) throw new Error('It did not start.');
  const url = clusterUrl(OWNER, password, server.port, 'octavo');
  await answer(url, server.pid, () => {});
  await migrateDatabase(url);
  const { db } = connect(url, 1);
  await db
    .insertInto('person')
    .values({
      ...{ name: 'Noor', email: 'noor@example.org', password_hash: '-', time_zone: 'UTC' },
    })
    .execute();
  await post(db, {
    message: 'account-notice',
    given: { name: 'N', email: 'n@example.org', what: 'email' },
    occasion: 'n',
    to: { address: 'n@example.org' },
  });
  // More kinds of things than there are today: an administrator's own report, say.
  await sql`create schema reports`.execute(db);
  await sql`create type reports.mood as enum ('calm')`.execute(db);
  await sql`create type reports.pair as (a int, b int)`.execute(db);
  await sql`create view reports.people as select name from person`.execute(db);
  await sql`create materialized view reports.kept as select name from person`.execute(db);
  await sql`create sequence reports.numbers`.execute(db);
  await sql`create function reports.eight() returns int language sql return 8`.execute(db);
  await db.destroy();
  await writeFile(join(folder, 'postgres.json'), JSON.stringify({ password, port: server.port }));
  return { stop: () => stopPostmaster(server), password };
}

test('a folder from before is brought along with all that is in it', async () => {
  const older = await olderFolder();
  await older.stop();
  const { url, ownerUrl, stop } = await start();
  expect(await ask(url, POWERS)).toEqual([{ any: false }]);
  expect(await ask(url, STRANGE)).toEqual([]);
  expect(await ask(url, 'select name, reports.eight() from reports.people')).toEqual([
    { name: 'Noor', eight: 8 },
  ]);
  expect(await ask(url, 'select count(*)::int as jobs from graphile_worker.jobs')).toEqual([
    { jobs: 1 },
  ]);
  // Migrations go on, and a job can be taken: its table has row-level security.
  expect(await migrateDatabase(url)).toEqual([]);
  expect(
    await ask(
      url,
      `update graphile_worker._private_jobs set locked_by = 'me' returning 1 as taken`,
    ),
  ).toEqual([{ taken: 1 }]);
  await ask(url, 'drop schema reports cascade');
  expect(new URL(ownerUrl).password).toBe(older.password);

  await stop();
  const again = await start();
  expect(again.url).toBe(url);
  expect(await ask(again.url, STRANGE)).toEqual([]);
});

test('a handing over that was refused leaves everything as it was, and the next start does it', async () => {
  const { stop } = await olderFolder();
  const settings = join(folder, 'postgres.json');
  const { password, port } = JSON.parse(await readFile(settings, 'utf8'));
  const ownerUrl = clusterUrl(OWNER, password, port, 'octavo');
  // A member of no role that may own databases: the last statements are refused.
  await ask(
    ownerUrl,
    `create function reports.no() returns event_trigger language plpgsql
    as $$ begin raise 'not now'; end $$`,
  );
  await ask(
    ownerUrl,
    `create event trigger no on ddl_command_end when tag in ('ALTER VIEW')
    execute function reports.no()`,
  );
  await expect(startBundledPostgres({ dataDir: folder, log: () => {} })).rejects.toThrow('not now');
  expect(JSON.parse(await readFile(settings, 'utf8')).appPassword).toBeUndefined();

  // The refused start has stopped the server, as it was the one to hold it.
  await stop();
  const cleared = await launchAlone(password);
  await ask(cleared.url, 'drop event trigger no');
  expect(await ask(cleared.url, `select from pg_roles where rolname = 'octavo_app'`)).toEqual([]);
  await cleared.stop();
  const { url } = await start();
  expect(await ask(url, STRANGE)).toEqual([]);
});

async function launchAlone(password: string) {
  const dir = join(folder, 'postgres');
  const account = serverAccount(dir);
  const cluster = { dir, account, durable: false, binaries: usableBinaries(account, folder) };
  const logFile = join(folder, 'postgres.log');
  const server = await launch({ cluster, port: 0, elsewhere: true, logFile });
  if (!server) throw new Error('It did not start.');
  const url = clusterUrl(OWNER, password, server.port, 'octavo');
  await answer(url, server.pid, () => {});
  return { url, stop: () => stopPostmaster(server) };
}

test('both passwords are replaced when they are lost', async () => {
  const before = await start();
  await ask(before.url, 'create table kept as select 8 as leaves');
  await before.stop();
  rmSync(join(folder, 'postgres.json'));
  const after = await start();
  expect(new URL(after.url).password).not.toBe(new URL(before.url).password);
  expect(new URL(after.ownerUrl).password).not.toBe(new URL(before.ownerUrl).password);
  expect(await ask(after.url, 'select leaves from kept')).toEqual([{ leaves: 8 }]);
  const { port } = new URL(after.url);
  expect(await code(ask(before.url.replace(/:\d+\//, `:${port}/`), 'select 1'))).toBe('28P01');
});

test('a worker beside the server connects as the application does', async () => {
  const { url, ownerUrl } = await start();
  expect(runningBundledPostgres(folder)).toBe(url);
  expect(runningBundledPostgres(folder, { owner: true })).toBe(ownerUrl);
});

test('how other servers are to be asked, which pg reads from the environment, is not for this one', async () => {
  vi.stubEnv('PGSSLMODE', 'require');
  vi.stubEnv('PGOPTIONS', '-c search_path=elsewhere');
  const { url } = await start();
  const { pool, db } = connect(url, 1);
  const { rows } = await pool.query('select current_schema() as schema');
  await db.destroy();
  expect(rows).toEqual([{ schema: 'public' }]);
});
