import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { promisify } from 'node:util';
import express, { type Response } from 'express';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { taskList } from '#app/jobs.server.ts';
import { drainableServer } from '#app/server/drain.server.ts';
import { httpApp } from '#app/server/http.server.ts';
import { lastWords } from '#app/server/last-words.server.ts';
import { type Stop, stopAll } from '#app/server/stop.server.ts';
import { startWorker } from '#app/server/worker.server.ts';
import { db } from '#db/database.server.ts';
import { serverBuild } from '#tests/support/server-build.ts';

const never = new AbortController().signal;

async function listening(app: RequestListener) {
  const { server, drain } = drainableServer({}, app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { drain, port, url: `http://127.0.0.1:${port}` };
}

/** Asks over a connection that is kept. @returns status and Connection header */
function asker(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return (path: string) =>
    new Promise<[number | undefined, string | undefined]>((resolve, reject) => {
      get(url + path, { agent }, (answer) => {
        answer.resume().on('end', () => resolve([answer.statusCode, answer.headers.connection]));
      }).on('error', reject);
    });
}

test('a kept connection is answered once more, and told to close', async () => {
  const stop = new AbortController();
  const { drain, url } = await listening(httpApp(serverBuild, { stop: stop.signal }));
  const ask = asker(url);
  const other = asker(url);
  expect(await ask('/readyz')).toEqual([200, 'keep-alive']);
  expect(await other('/healthz')).toEqual([200, 'keep-alive']);
  stop.abort();
  const drained = drain(never);
  expect(await ask('/readyz')).toEqual([503, 'close']);
  expect(await other('/healthz')).toEqual([200, 'close']);
  await drained;
  await expect(ask('/healthz')).rejects.toThrow('ECONNREFUSED');
});

/** A site that answers /slow when told to, and anything else at once. */
async function slowSite() {
  const stop = new AbortController();
  const under: Response[] = [];
  const app = express().use(lastWords(stop.signal));
  app.get('/slow', (_req, res) => void under.push(res));
  const site = await listening(app.use((_req, res) => void res.end()));
  const arrived = () => vi.waitFor(() => expect(under).toHaveLength(1), 10_000);
  return { ...site, stop, arrived, answer: () => under[0]?.end('slow') };
}

test('a request under way is answered, and told to close', async () => {
  const { url, stop, drain, arrived, answer } = await slowSite();
  const asked = asker(url)('/slow');
  await arrived();
  stop.abort();
  const drained = drain(never);
  // No new ones are taken while it is waited for.
  await vi.waitFor(() => expect(asker(url)('/')).rejects.toThrow('ECONNREFUSED'), 10_000);
  answer();
  expect(await asked).toEqual([200, 'close']);
  await drained;
});

test('a request that is never answered is cut when patience ends', async () => {
  const { url, drain, arrived } = await slowSite();
  const asked = asker(url)('/slow');
  const cut = expect(asked).rejects.toThrow(/socket hang up|ECONNRESET/);
  await arrived();
  const patience = new AbortController();
  const drained = drain(patience.signal);
  patience.abort();
  await drained;
  await cut;
});

test('a connection that a browser opened in advance is not waited for', async () => {
  const { port, drain } = await slowSite();
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  await Promise.all([once(socket, 'close'), drain(never)]);
});

test('what fails or hangs keeps nothing else from stopping', async () => {
  const stopped: string[] = [];
  const stops: Record<string, Stop> = {
    first: async () => {},
    broken: () => Promise.reject(new Error('cannot stop')),
    hanging: () => new Promise(() => {}),
    last: async () => {},
  };
  const started = Object.entries(stops).map(([name, stop]): Stop => {
    return (patience) => {
      stopped.push(name);
      return stop(patience);
    };
  });
  await stopAll(started, AbortSignal.abort());
  expect(stopped).toEqual(['last', 'hanging', 'broken', 'first']);
});

test('a job that does not end is given back, not left locked', async () => {
  const running = vi.fn();
  taskList.endless = () => {
    running();
    return new Promise(() => {});
  };
  const stopWorker = await startWorker();
  await sql`select graphile_worker.add_job('endless')`.execute(db);
  await vi.waitFor(() => expect(running).toHaveBeenCalledOnce(), 10_000);
  const locked = async () => {
    const { rows } = await sql<{ locked: boolean }>`
      select locked_at is not null as locked from graphile_worker.jobs
      where task_identifier = 'endless'`.execute(db);
    return rows;
  };
  expect(await locked()).toEqual([{ locked: true }]);
  await stopAll([stopWorker], AbortSignal.abort());
  delete taskList.endless;
  expect(await locked()).toEqual([{ locked: false }]);
});

test('a stop that hangs with nothing left to keep the process ends as the others do', async () => {
  const stop = `import { stopAll } from '#app/server/stop.server.ts';
    await stopAll([() => new Promise(() => {})], AbortSignal.abort());
    console.log('The others were stopped.');`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', stop];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toContain('The others were stopped.');
});
