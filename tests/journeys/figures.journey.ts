import { rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { expect, test } from '@playwright/test';
import { freeze } from '#tests/support/frozen.ts';
import { command, freePort, type Octavo, startOctavo } from '#tests/support/octavo.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

let dataDir: string;
let port: string;
let octavo: Octavo;
let thaw = () => {};
/** Keeps its connection, as Prometheus does. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

test.beforeAll(async () => {
  dataDir = temporaryFolder();
  port = String(await freePort());
  octavo = await startOctavo({ dataDir, env: { METRICS_PORT: port } });
});
test.afterEach(() => thaw());
test.afterAll(async () => {
  agent.destroy();
  await octavo.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const scrape = (at = port) =>
  new Promise<string>((resolve, reject) => {
    get(`http://127.0.0.1:${at}/metrics`, { agent }, (res) => {
      let text = '';
      res.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      res.on('end', () => resolve(text));
    }).on('error', reject);
  });

test('figures are at a port of their own, which the start names', async () => {
  expect(octavo.said()).toContain(`Figures   at http://localhost:${port}/metrics`);
  expect((await fetch(`${octavo.url}/sign-in`)).status).toBe(200);
  expect((await fetch(`${octavo.url}/metrics`)).status).toBe(404);
  const text = await scrape();
  expect(text).toMatch(/^octavo_database_up 1$/m);
  expect(text).toMatch(/^octavo_http_requests_total\{.*route="\/sign-in",status="2xx"\} 1$/m);
});

test('a worker has figures of its own, at a port that nobody else has', async () => {
  const env = { DATA_DIR: dataDir, METRICS_PORT: port };
  const refused = await command(['--worker'], env);
  expect(refused.status).toBe(1);
  expect(refused.said).toBe(
    `Port ${port} is taken. Stop what uses it, or choose another: METRICS_PORT=${Number(port) + 1}, for each process its own`,
  );
  const own = String(await freePort());
  const worker = await startOctavo({ dataDir, worker: true, env: { METRICS_PORT: own } });
  expect(await scrape(own)).toMatch(/^octavo_jobs_due \d+$/m);
  expect(await worker.end('SIGTERM')).toBe(0);
});

test('a database that stands still is told, and nothing waits for it', async () => {
  thaw = await freeze(dataDir);
  expect(await scrape()).toMatch(/^octavo_database_up 0$/m);
  thaw();
  await expect.poll(() => scrape()).toMatch(/^octavo_database_up 1$/m);
});

test('whoever keeps a connection for the figures does not keep it from stopping', async () => {
  await scrape();
  expect(await octavo.end('SIGTERM')).toBe(0);
  await expect(scrape()).rejects.toThrow();
});
