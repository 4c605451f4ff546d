import { spawn } from 'node:child_process';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { post } from '#app/notifications/commands/post.server.ts';
import { outboxPage } from '#app/platform/mail/outbox.server.ts';
import { giveBackAbandoned } from '#app/server/jobs-in-hand.server.ts';
import type { Stop } from '#app/server/stop.server.ts';
import { startWorker } from '#app/server/worker.server.ts';
import { databaseUrl, db } from '#db/database.server.ts';
import { endWithUs } from '#tests/support/end-with-us.ts';

vi.setConfig({ testTimeout: 120_000 });

const JOBS = 120;
const CUTS = 100;

let admin: pg.Client;
let stop: Stop | undefined;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: databaseUrl() });
  await admin.connect();
});
afterEach(async () => {
  await stop?.(new AbortController().signal);
  stop = undefined;
});
afterAll(() => admin.end());

/** Ends connections of the queue for which `which` holds. @returns how many */
async function cut(which: string): Promise<number> {
  const { rowCount } = await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'octavo queue' and (${which})`,
  );
  return rowCount ?? 0;
}

const notice = (nth: number) =>
  post(db, {
    message: 'account-notice',
    given: { email: `reader-${nth}@example.org`, name: 'Noor', what: 'password' },
    occasion: `${nth}`,
    to: { address: `reader-${nth}@example.org` },
  });

async function waiting(): Promise<number> {
  const { rows } = await admin.query('select count(*)::int as n from graphile_worker.jobs');
  return rows[0].n;
}

/** Whether the connection that holds the jobs in hand has taken them all since it was cut. */
async function allAreHeld(): Promise<boolean> {
  const { rowCount } = await admin.query(
    `select from pg_stat_activity where datname = current_database() and state = 'idle'
       and application_name = 'octavo queue' and query ~ '(with in_hand|advisory_(un)?lock)'`,
  );
  return rowCount === 1;
}

async function until(met: () => Promise<boolean>): Promise<void> {
  while (!(await met())) await pause(50);
}

/** Whom of these tests mail was written to, as often as it was. */
async function mailed(): Promise<string[]> {
  const { messages } = await outboxPage(null, 1_000);
  const ours = messages.filter(({ to }) => to.includes('<reader-'));
  return ours.map(({ to }) => to).sort();
}

test('every job is done once, whichever connections of the queue are cut', async () => {
  stop = await startWorker();
  let cuts = 0;
  for (let nth = 0; nth < JOBS; nth++) await notice(nth);
  for (let time = 0; time < CUTS || cuts < CUTS; time++) {
    cuts += await cut(
      ['true', `query ilike 'listen %'`, `query like '%_private_jobs%'`][time % 3] ?? '',
    );
    if (time < CUTS) await notice(JOBS + time);
    await pause(20);
  }
  // What was given out and never arrived is given out again.
  await until(allAreHeld);
  await until(async () => {
    await lookTwice();
    return (await waiting()) === 0;
  });
  const sent = await mailed();
  expect(new Set(sent).size).toBe(JOBS + CUTS);
  expect(sent).toHaveLength(JOBS + CUTS);
});

test('a worker that cannot say that its job is done is replaced, and its job done again', async () => {
  await admin.query(`
    create function refuse() returns trigger language plpgsql as $$ begin raise 'not now'; end $$;
    create trigger refuse before delete on graphile_worker._private_jobs
      for each row execute function refuse()`);
  // graphile-worker tells of each worker that ends.
  const ends = vi.spyOn(console, 'trace').mockImplementation(() => {});
  stop = await startWorker();
  // More than there are workers.
  for (let nth = 0; nth < 5; nth++) await notice(1_000 + nth);
  await until(async () => ends.mock.calls.length === 5);
  expect(ends.mock.calls.map(([error]) => error.message)).toEqual(Array(5).fill('not now'));
  await admin.query('drop trigger refuse on graphile_worker._private_jobs');

  await notice(2_000);
  await until(async () => (await mailed()).includes('Noor <reader-2000@example.org>'));
  await until(async () => (await waiting()) === 5);
  await until(async () => {
    await lookTwice();
    return (await waiting()) === 0;
  });
});

/** As a process does in half a minute. */
async function lookTwice(): Promise<void> {
  await giveBackAbandoned(admin, await giveBackAbandoned(admin));
}

const takenBy = async () =>
  (await admin.query('select locked_by from graphile_worker.jobs')).rows.map(
    (row) => row.locked_by,
  );

test('a job that somebody has in hand is not given to another', async () => {
  await notice(3_000);
  const { rows } = await admin.query(
    `update graphile_worker._private_jobs set locked_at = now() - interval '1 hour', locked_by = 'x'
      returning id`,
  );
  const holder = new pg.Client({ connectionString: databaseUrl() });
  await holder.connect();
  await holder.query('select pg_advisory_lock(1977, $1)', [rows[0].id]);
  await lookTwice();
  expect(await takenBy()).toEqual(['x']);
  // As when its process is killed.
  await holder.end();
  await until(async () => (await giveBackAbandoned(admin)).size === 1);
  expect(await takenBy(), 'seen once, it may be about to be held').toEqual(['x']);
  await lookTwice();
  expect(await takenBy()).toEqual([null]);
  stop = await startWorker();
  await until(async () => (await waiting()) === 0);
});

test('a job that is given back while its worker is about to begin is done once', async () => {
  const workers = await Promise.all([startWorker(), startWorker(), startWorker()]);
  stop = (patience) => Promise.all(workers.map((end) => end(patience)));
  let over = false;
  // Far more often than any process looks, and at once again.
  const looking = (async () => {
    while (!over) await lookTwice();
  })();
  await Promise.all(Array.from({ length: JOBS }, (_, nth) => notice(4_000 + nth)));
  await until(async () => (await waiting()) === 0);
  over = true;
  await looking;
  const ours = (await mailed()).filter((to) => /<reader-4\d{3}@/.test(to));
  expect(new Set(ours).size).toBe(JOBS);
  expect(ours).toHaveLength(JOBS);
});

test('what a worker was doing when it was killed is done by the next, and not while it lives', async () => {
  const mute = await muteServer();
  await notice(5_000);
  const child = workerProcess({ SMTP_URL: `smtp://127.0.0.1:${mute.port}?ignoreTLS=true` });
  await mute.called;
  const before = await takenBy();
  expect(before).toEqual([expect.stringMatching(/^worker-/)]);

  stop = await startWorker();
  await lookTwice();
  await lookTwice();
  expect(await takenBy()).toEqual(before);

  const first = stop;
  child.kill('SIGKILL');
  await first(new AbortController().signal);
  stop = await startWorker();
  await until(async () => (await waiting()) === 0);
  expect(await mailed()).toContain('Noor <reader-5000@example.org>');
  await mute.close();
});

/** A mail server that says nothing: whoever calls it is in the middle of a job. */
async function muteServer() {
  const sockets: Socket[] = [];
  let hear = () => {};
  const called = new Promise<void>((resolve) => {
    hear = resolve;
  });
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => {}));
    hear();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    called,
    port: (server.address() as AddressInfo).port,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** `npm run worker` without its build: a process that works on the jobs of these tests. */
function workerProcess(env: Record<string, string>) {
  const work = `import { createServer } from 'vite';
    const server = { middlewareMode: true, hmr: false, ws: false, watch: null };
    const vite = await createServer({ configFile: false, appType: 'custom', server });
    const { startWorker } = await vite.ssrLoadModule('/app/server/worker.server.ts');
    await startWorker();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', work], {
    stdio: 'inherit',
    env: { ...process.env, ...env, MAIL_FROM: 'Octavo <octavo@example.org>' },
  });
  child.once('exit', endWithUs(child.pid ?? 0, 'TERM'));
  return child;
}
