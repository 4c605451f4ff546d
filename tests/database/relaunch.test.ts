import {
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, expect, test, vi } from 'vitest';
import { isDatabaseAway } from '#db/away.ts';
import { findPostmaster, hasEnded } from '#db/bundled-postgres/postmaster.ts';
import { type BundledPostgres, startBundledPostgres } from '#db/bundled-postgres.ts';
import { connect } from '#db/database.server.ts';
import { pageLimits } from '#db/limits.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';

// Durable databases wait for the disk, which on a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 });

const KILLS = 5;
const WRITERS = 6;

let folder: string;
let postgres: BundledPostgres | undefined;
const said: string[] = [];

afterEach(async () => {
  await postgres?.stop();
  postgres = undefined;
  said.length = 0;
  rmSync(folder, { recursive: true, force: true });
});

async function started(): Promise<BundledPostgres> {
  folder = temporaryFolder();
  postgres = await startBundledPostgres({
    dataDir: folder,
    log: () => {},
    alarm: (line) => said.push(line),
  });
  return postgres;
}

const cluster = () => join(folder, 'postgres');

/** Ends the server as the system does when memory runs out. @returns the pid it had */
async function kill(): Promise<number> {
  const server = findPostmaster(cluster());
  if (!server) throw new Error('It does not run.');
  process.kill(server.pid, 'SIGKILL');
  await until(() => hasEnded(server.pid));
  return server.pid;
}

test('a server that is killed under writers comes back by itself, with all that was acknowledged', async () => {
  const { url, ownerUrl } = await started();
  const { db, pool } = connect(url, WRITERS, pageLimits(10));
  await sql`create table written (writer int, nth int, primary key (writer, nth))`.execute(db);
  const acknowledged: string[] = [];
  const unexpected: unknown[] = [];
  let done = false;
  const writers = Array.from({ length: WRITERS }, async (_, writer) => {
    for (let nth = 0; !done; nth++) {
      try {
        await sql`insert into written values (${writer}, ${nth})`.execute(db);
        acknowledged.push(`${writer}/${nth}`);
      } catch (error) {
        if (!isDatabaseAway(error)) unexpected.push(error);
        await pause(5);
      }
    }
  });
  for (let time = 0; time < KILLS; time++) {
    const before = acknowledged.length;
    await until(() => acknowledged.length > before + WRITERS);
    const killed = await kill();
    await until(() => (findPostmaster(cluster())?.pid ?? killed) !== killed);
  }
  const before = acknowledged.length;
  await until(() => acknowledged.length > before + WRITERS);
  done = true;
  await Promise.all(writers);
  expect(unexpected).toEqual([]);
  const { rows } = await pool.query(`select writer || '/' || nth as row from written`);
  const kept = new Set(rows.map(({ row }) => row));
  expect(acknowledged.filter((row) => !kept.has(row))).toEqual([]);
  await db.destroy();
  expect(said.filter((line) => line.includes('started again'))).toHaveLength(said.length);
  expect(said.length).toBeGreaterThanOrEqual(KILLS);
  expect(postmastersOn(cluster())).toHaveLength(1);
  // A moment after it answers it is held as before: nobody else may have it.
  const holders = `select count(*)::int as n from pg_locks
    where locktype = 'advisory' and classid = 8 and objid = 1977 and granted`;
  await until(async () => (await ask(ownerUrl, holders))[0].n === 1);
  await expect(startBundledPostgres({ dataDir: folder, log: () => {} })).rejects.toThrow(
    `process ${process.pid}`,
  );
  expect(await ask(ownerUrl, 'select count(*) > 0 as any from written')).toEqual([{ any: true }]);
});

test('a server of which one process crashed is left to come back by itself', async () => {
  const { url, ownerUrl } = await started();
  const before = findPostmaster(cluster());
  const [{ pid }] = await ask(ownerUrl, 'select pg_backend_pid() as pid, pg_sleep(0)');
  const client = await connected(url);
  const [crashing] = (await client.query('select pg_backend_pid() as pid')).rows;
  expect(crashing.pid).not.toBe(pid);
  process.kill(crashing.pid, 'SIGKILL');
  await until(() => answers(url));
  expect(findPostmaster(cluster())).toEqual(before);
  expect(said).toEqual([]);
});

test('stopped while the server is started again, it leaves none behind', async () => {
  const { stop } = await started();
  await kill();
  await stop();
  expect(findPostmaster(cluster())).toBeUndefined();
  expect(postmastersOn(cluster())).toEqual([]);
});

test('a server that does not start again is given up with one line, also when its port is taken', async () => {
  const { lost, stop, url } = await started();
  const version = join(cluster(), 'PG_VERSION');
  const right = readFileSync(version);
  writeFileSync(version, '17\n');
  await kill();
  await until(() => said.length > 0);
  // Nothing else had a chance of taking it so far.
  const squatter = createServer((caller) => caller.destroy());
  await new Promise<void>((resolve) => {
    squatter.listen(Number(new URL(url).port), '127.0.0.1', resolve);
  });
  writeFileSync(version, right);
  try {
    expect((await lost).message).toMatch(/^PostgreSQL ended and does not start again: .*TCP/);
    await stop();
    expect(postmastersOn(cluster())).toEqual([]);
  } finally {
    squatter.close();
  }
});

test('data that another process took over are left to it', async () => {
  const { lost, stop, ownerUrl } = await started();
  // Another process that starts at the very moment at which the server ends its connections.
  const other = await connected(ownerUrl.replace('/octavo?', '/postgres?'), 'octavo process 1');
  const waiting = other.query('select pg_advisory_lock(8, 1977)');
  await ask(
    ownerUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'octavo process ${process.pid}'`,
  );
  await waiting;
  expect((await lost).message).toContain('process 1');
  await stop();
  expect((await other.query('select 8 as leaves')).rows).toEqual([{ leaves: 8 }]);
  await other.end();
  postgres = await startBundledPostgres({ dataDir: folder, log: () => {} });
  expect(postgres.adopted).toBe(true);
});

/** Servers whose files these are: every process of PostgreSQL stands in its folder. */
function postmastersOn(dir: string): number[] {
  const place = realpathSync(dir);
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      const there = readlinkSync(`/proc/${pid}/cwd`);
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      return there === place && /\/postgres$/.test(words[0] ?? '');
    } catch {
      return false;
    }
  });
}

async function connected(url: string, name?: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: name });
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function ask(url: string, query: string) {
  const client = await connected(url);
  const { rows } = await client.query(query);
  await client.end();
  return rows;
}

const answers = (url: string) =>
  ask(url, 'select 1').then(
    () => true,
    () => false,
  );

async function until(met: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await met())) await pause(10);
}
