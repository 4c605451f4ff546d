import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { findPostmaster, hasEnded } from '#db/bundled-postgres/postmaster.ts';
import { type Asked, askUntilRefused } from '#tests/support/kept-connection.ts';
import { type Octavo, startOctavo } from '#tests/support/octavo.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';

// One after the other: they share a data folder, as starts on one machine do.
test.describe.configure({ mode: 'serial', timeout: 180_000 });

let dataDir: string;
test.beforeAll(() => {
  dataDir = temporaryFolder();
});
test.afterAll(() => rm(dataDir, { recursive: true, force: true }));

let started: { pid: number }[] = [];
test.afterEach(() => {
  // A test that fails leaves nothing running either.
  for (const { pid } of started) if (!hasEnded(pid)) process.kill(pid, 'SIGTERM');
  started = [];
});

/** Octavo as npm started it, and the process that serves. */
async function throughNpm(): Promise<{ npm: Octavo; app: number }> {
  const npm = await startOctavo({ npm: true, dataDir });
  started.push(npm);
  // No shell stands between, which would be told to stop instead, and keep that to itself.
  const children = execFileSync('pgrep', ['-P', String(npm.pid)], { encoding: 'utf8' });
  const app = Number(children);
  started.push({ pid: app });
  expect(execFileSync('ps', ['-o', 'args=', '-p', String(app)], { encoding: 'utf8' })).toMatch(
    /^\S*node app\/start\.mjs/,
  );
  return { npm, app };
}

function expectNothingLeft(app: number): void {
  expect(hasEnded(app)).toBe(true);
  expect(findPostmaster(join(dataDir, 'postgres'))).toBeUndefined();
}

test('SIGTERM to npm stops the application and its database', async () => {
  const { npm, app } = await throughNpm();
  expect(findPostmaster(join(dataDir, 'postgres'))).toBeDefined();
  expect(await npm.end('SIGTERM')).toBe(0);
  expectNothingLeft(app);
});

test('so does the end of npm, however it ends', async () => {
  const { npm, app } = await throughNpm();
  await npm.end('SIGKILL');
  expectNothingLeft(app);
});

test('SIGTERM stops it with hot reload as well', async () => {
  const octavo = await startOctavo({ dev: true, dataDir });
  started.push(octavo);
  expect((await fetch(`${octavo.url}/sign-in`)).status).toBe(200);
  expect(findPostmaster(join(dataDir, 'postgres'))).toBeDefined();
  expect(await octavo.end('SIGTERM')).toBe(0);
  expectNothingLeft(octavo.pid);
});

test('under nohup it stays when the terminal is closed, which ends npm', async () => {
  const { npm, app } = await throughNpm();
  process.kill(app, 'SIGHUP');
  process.kill(npm.pid, 'SIGHUP');
  await expect.poll(() => hasEnded(npm.pid)).toBe(true);
  // Longer than it takes to notice that npm is gone.
  for (const until = Date.now() + 2_000; Date.now() < until; ) {
    expect((await fetch(`${npm.url}/readyz`)).status).toBe(200);
  }
  process.kill(app, 'SIGTERM');
  await npm.end('SIGTERM');
  expectNothingLeft(app);
});

test('a stop under load fails no request', async () => {
  // On a busy machine the database would count as away, and the site as not ready.
  const octavo = await startOctavo({ dataDir, env: { DATABASE_PATIENCE: '10' } });
  started.push(octavo);
  const before: Asked[] = [];
  const since: Asked[] = [];
  let answers = before;
  const visitors = Array.from({ length: 20 }, () =>
    askUntilRefused(octavo.url, ['/sign-in', '/readyz', '/healthz'], (asked) =>
      answers.push(asked),
    ),
  );
  await expect.poll(() => before.length).toBeGreaterThan(200);
  answers = since;
  const ended = octavo.end('SIGTERM');
  expect(new Set(await Promise.all(visitors))).toEqual(new Set(['ECONNREFUSED']));
  expect(await ended).toBe(0);
  const stopping = since.filter(({ connection }) => connection === 'close');
  expect(
    before.filter(({ status, connection }) => status !== 200 || connection === 'close'),
  ).toEqual([]);
  expect(stopping.length).toBeGreaterThan(0);
  for (const { path, status } of stopping) expect(status).toBe(path === '/readyz' ? 503 : 200);
});
