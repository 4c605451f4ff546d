import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { findPostmaster, hasEnded } from '#db/bundled-postgres/postmaster.ts';
import { freePort, refusedStart, startOctavo } from '#tests/support/octavo.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';

// One after the other: they share a data folder, as starts on one machine do.
test.describe.configure({ mode: 'serial', timeout: 180_000 });

let dataDir: string;
test.beforeAll(() => {
  dataDir = temporaryFolder();
});
test.afterAll(() => rm(dataDir, { recursive: true, force: true }));

test('a start prints one calm screen and stops cleanly on SIGTERM', async () => {
  const octavo = await startOctavo({ dataDir });
  expect(octavo.said()).toContain(`Octavo is at ${octavo.url}`);
  expect(octavo.said()).toMatch(/Database\s+bundled PostgreSQL/);
  expect(octavo.said()).toMatch(/Mail\s+kept in/);
  expect((await fetch(`${octavo.url}/readyz`)).status).toBe(200);
  const screen = octavo.said();
  expect(await octavo.stop()).toBe(0);
  expect(octavo.said()).toBe(screen);
});

test('an open request is answered before a stop ends it', async () => {
  const octavo = await startOctavo({ dataDir });
  // Headers sent, body not finished: the server is in the middle of this request.
  const { request, finish } = await slowRequest(octavo.url);
  const ended = octavo.end('SIGINT');
  await expect
    .poll(() =>
      fetch(octavo.url).then(
        (reply) => reply.status,
        () => 'refused',
      ),
    )
    .toBe('refused');
  finish();
  expect(await request).toBeGreaterThanOrEqual(200);
  expect(await ended).toBe(0);
});

test('a second start on the same data is refused and names the process', async () => {
  const octavo = await startOctavo({ dataDir });
  const second = await refusedStart({ DATA_DIR: dataDir });
  expect(second.status).toBe(1);
  expect(oneLine(second.said)).toContain(`process ${octavo.pid}`);
  expect((await fetch(`${octavo.url}/readyz`)).status).toBe(200);
  expect(await octavo.stop()).toBe(0);
});

test('a start after a SIGKILL takes the database over', async () => {
  const killed = await startOctavo({ dataDir });
  await killed.end('SIGKILL');
  const octavo = await startOctavo({ dataDir });
  expect((await fetch(`${octavo.url}/readyz`)).status).toBe(200);
  expect(await octavo.stop()).toBe(0);
});

test('a database that dies is started again, and the pages come back by themselves', async () => {
  const octavo = await startOctavo({ dataDir });
  const killed = await killDatabase();
  await expect.poll(() => readiness(octavo.url), { timeout: 60_000 }).toBe(200);
  expect(findPostmaster(join(dataDir, 'postgres'))?.pid).not.toBe(killed);
  expect(octavo.said()).toContain(`PostgreSQL (process ${killed}) has ended: it is started again`);
  expect(await octavo.stop()).toBe(0);
  expect(findPostmaster(join(dataDir, 'postgres'))).toBeUndefined();
});

test('a database that cannot be started again ends the process, with the reason and a status', async () => {
  const octavo = await startOctavo({ dataDir });
  const version = join(dataDir, 'postgres/PG_VERSION');
  await writeFile(version, '17\n');
  await killDatabase();
  expect(await octavo.ended).toBe(1);
  await writeFile(version, '18\n');
  expect(octavo.said()).toMatch(/^PostgreSQL ended and does not start again: .*incompatible/m);
});

/** As the system does when memory runs out. @returns the pid it had */
async function killDatabase(): Promise<number> {
  const server = findPostmaster(join(dataDir, 'postgres'));
  if (!server) throw new Error('The database does not run.');
  process.kill(server.pid, 'SIGKILL');
  await expect.poll(() => hasEnded(server.pid)).toBe(true);
  return server.pid;
}

const readiness = (url: string) => fetch(`${url}/readyz`).then(({ status }) => status);

test('a port that is taken is said in one line, with the remedy', async () => {
  const port = await freePort();
  const squatter = createServer().listen(port, '127.0.0.1');
  const { status, said } = await refusedStart({ DATA_DIR: dataDir, PORT: String(port) });
  squatter.close();
  expect(status).toBe(1);
  expect(oneLine(said)).toMatch(new RegExp(`Port ${port} is taken.*PORT=`));
});

test('a database that does not answer is said in one line, without its password', async () => {
  const nobody = await freePort();
  const url = `postgres://reader:s3cret@127.0.0.1:${nobody}/octavo`;
  const { status, said } = await refusedStart({ DATA_DIR: dataDir, DATABASE_URL: url });
  expect(status).toBe(1);
  expect(oneLine(said)).toContain('DATABASE_URL');
  expect(said).not.toContain('s3cret');
});

const hasIPv6 = networkInterfaces().lo?.some(({ family }) => family === 'IPv6') ?? false;

for (const host of ['0.0.0.0', ...(hasIPv6 ? ['::', '::1'] : [])]) {
  test(`the address printed for HOST=${host} can be opened`, async () => {
    const octavo = await startOctavo({ dataDir, env: { HOST: host } });
    const address = /Octavo is at (\S+)/.exec(octavo.said())?.[1];
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    const warning = /links in mail lead to http:\/\/localhost:\d+:\s+set APP_URL/;
    if (host === '::1') expect(octavo.said()).not.toMatch(warning);
    else expect(octavo.said()).toMatch(warning);
    expect(await octavo.stop()).toBe(0);
  });
}

test('a sign-in by http, where the site is at https, says where to go', async ({ playwright }) => {
  const port = await freePort();
  const secure = `https://circles.octavo.test:${port}`;
  const octavo = await startOctavo({ dataDir, env: { PORT: String(port), APP_URL: secure } });
  expect(octavo.said()).toContain(`Octavo is at ${secure}`);
  expect(octavo.said()).toMatch(new RegExp(`Listens\\s+on 127\\.0\\.0\\.1, port ${port}`));
  const browser = await playwright.chromium.launch({
    executablePath: process.env.TEST_BROWSER,
    args: ['--host-resolver-rules=MAP circles.octavo.test 127.0.0.1', '--disable-gpu'],
  });
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(`http://circles.octavo.test:${port}/sign-in`);
    await page.getByLabel('Email').fill('ada@example.org');
    await page.getByLabel('Password').fill('a lantern under the willow');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { name: 'Only by https' })).toBeVisible();
    const link = page.getByRole('link', { name: 'Go to the secure address' });
    await expect(link).toHaveAttribute('href', `${secure}/sign-in`);
    await context.close();
  }
  await browser.close();
  expect(await octavo.stop()).toBe(0);
  expect(octavo.said().match(/"msg":"somebody came by http/g)).toHaveLength(1);
});

test('settings that are wrong are said in a line each, without a password', async () => {
  const { status, said } = await refusedStart({
    DATABASE_URL: 'postgres://octavo:5432#s3cret@db.example.org/octavo',
    TRUST_PROXY: 'true',
    SMTP_URL: 'smtp://mail.example.org:587',
  });
  expect(status).toBe(1);
  expect(said.split('\n').map((line) => line.split(' ', 1)[0])).toEqual([
    ...['TRUST_PROXY', 'DATABASE_URL', 'MAIL_FROM'],
  ]);
  expect(said).not.toMatch(/5432|s3cret/);
});

test('an address that is no database is said in one line', async () => {
  const { status, said } = await refusedStart({ DATA_DIR: dataDir, DATABASE_URL: 'mysql://x' });
  expect(status).toBe(1);
  expect(said).toContain('DATABASE_URL must start with postgres://');
  expect(said).not.toMatch(/\n\s+at /);
});

/** What was said, without progress; fails when it is more than one line. */
function oneLine(said: string): string {
  const lines = said.split('\n').filter((line) => line && !/…$|: done in \d+ s$/.test(line));
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
}

async function slowRequest(url: string) {
  const { request } = await import('node:http');
  const open = request(url, { method: 'POST', headers: { 'Content-Length': 4, Origin: url } });
  const status = new Promise<number>((resolve, reject) => {
    open.on('response', (reply) => resolve(reply.statusCode ?? 0));
    open.on('error', reject);
  });
  await new Promise<void>((resolve) => open.write('a=', () => resolve()));
  return { request: status, finish: () => open.end('bc') };
}
