import { randomBytes } from 'node:crypto';
import { Agent, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { createGunzip, gunzipSync } from 'node:zlib';
import type { ServerBuild } from '@remix-run/node';
import { Outlet } from '@remix-run/react';
import { afterEach, expect, test, vi } from 'vitest';
import { drainableServer } from '#app/server/drain.server.ts';
import { httpApp } from '#app/server/http.server.ts';
import { serverBuild } from '#tests/support/server-build.ts';

const MB = 1024 * 1024;
const EVENTS = 'text/event-stream; charset=utf-8';

interface Source {
  /** what a route answers with */
  body: ReadableStream<Uint8Array>;
  say(words: string): void;
  end(): void;
  fail(): void;
  cancelled: boolean;
}

/** A body that says something when it is told to. */
function source(): Source {
  let controller: ReadableStreamDefaultController<Uint8Array>;
  const made: Source = {
    body: new ReadableStream({
      start(its) {
        controller = its;
      },
      cancel() {
        made.cancelled = true;
      },
    }),
    say: (words) => controller.enqueue(Buffer.from(words)),
    end: () => controller.close(),
    fail: () => controller.error(new Error('the source broke')),
    cancelled: false,
  };
  return made;
}

let ending: (() => void)[] = [];
afterEach(() => {
  for (const end of ending) end();
  ending = [];
});

/** The product with one route of these tests, behind a real server. */
async function site(answer: () => Response) {
  const stop = new AbortController();
  const routes = {
    root: { id: 'root', path: '', module: { default: Outlet } },
    live: { id: 'live', parentId: 'root', path: 'live', module: { loader: answer } },
  };
  const build = { ...serverBuild, routes } as unknown as ServerBuild;
  const { server, drain } = drainableServer({}, httpApp(build, { stop: stop.signal }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  ending.push(() => {
    agent.destroy();
    server.closeAllConnections();
    server.close();
  });
  const ask = (path = '/live', headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const url = `http://127.0.0.1:${port}${path}`;
      request(url, { agent, method, headers: { 'Accept-Encoding': 'gzip', ...headers } }, resolve)
        .on('error', reject)
        .end();
    });
  return { ask, stop, drain };
}

/** What has come so far, as it came. */
function heard(answer: IncomingMessage) {
  const chunks: Buffer[] = [];
  answer.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise<'whole' | 'cut'>((resolve) => {
    answer.once('close', () => resolve(answer.complete ? 'whole' : 'cut'));
    answer.on('error', () => {});
  });
  return {
    text: () => Buffer.concat(chunks).toString(),
    bytes: () => Buffer.concat(chunks),
    ended,
  };
}

const within = (met: () => void) => vi.waitFor(met, 10_000);

test('events arrive each when it is sent, uncompressed, and the connection is kept', async () => {
  const live = source();
  const { ask } = await site(
    () => new Response(live.body, { headers: { 'Content-Type': EVENTS } }),
  );
  const answer = await ask();
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({ 'content-type': EVENTS, 'x-accel-buffering': 'no' });
  expect(answer.headers['content-encoding']).toBeUndefined();
  const { localPort } = answer.socket;
  const { text, ended } = heard(answer);
  for (const said of ['data: one\n\n', 'data: two\n\n', 'data: three\n\n']) {
    live.say(said);
    await within(() => expect(text().endsWith(said)).toBe(true));
  }
  live.end();
  expect(await ended).toBe('whole');
  const next = await ask('/healthz');
  expect(next.statusCode).toBe(200);
  expect(next.socket.localPort).toBe(localPort);
  next.resume();
});

test('a slow answer of another kind arrives as it comes, compressed', async () => {
  const live = source();
  const headers = { 'Content-Type': 'text/csv; charset=utf-8' };
  const { ask } = await site(() => new Response(live.body, { headers }));
  live.say('a,b\n');
  const answer = await ask();
  expect(answer.headers['content-encoding']).toBe('gzip');
  const { bytes, ended } = heard(answer);
  await within(() => expect(bytes().length).toBeGreaterThan(10));
  const first = bytes().length;
  live.say('c,d\n');
  await within(() => expect(bytes().length).toBeGreaterThan(first));
  live.end();
  expect(await ended).toBe('whole');
  expect(gunzipSync(bytes()).toString()).toBe('a,b\nc,d\n');
});

test('what is there at once is sent whole, with its length', async () => {
  const { ask } = await site(() => Response.json({ name: 'Noor' }));
  const answer = await ask();
  const { text, ended } = heard(answer);
  await ended;
  expect(answer.headers['content-length']).toBe(String(text().length));
  expect(text()).toBe('{"name":"Noor"}');
});

/** A download of as many pieces, each made when it is asked for. */
function download(pieces: number, piece: Buffer) {
  const made = { pieces: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (made.pieces === pieces) return controller.close();
        made.pieces++;
        controller.enqueue(Buffer.from(piece));
      },
      cancel() {
        made.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { made, body };
}

test.each([
  ['as it is', 'application/zip', randomBytes(64 * 1024)],
  ['compressed', 'text/csv', Buffer.from(randomBytes(32 * 1024).toString('hex'))],
])(
  'a big download, %s, is made no faster than it is taken, and arrives whole',
  async (_, type, piece) => {
    const warned = vi.fn();
    process.on('warning', warned);
    const PIECES = 2_000;
    const { made, body } = download(PIECES, piece);
    const { ask } = await site(() => new Response(body, { headers: { 'Content-Type': type } }));
    const answer = await ask();
    // Nobody reads: what the kernels, the socket and the compression hold fills up, and no more is made.
    let before = -1;
    for (let still = 0; still < 200; still = made.pieces === before ? still + 1 : 0) {
      before = made.pieces;
      await turn();
    }
    expect(made.pieces * piece.length).toBeLessThan(64 * MB);
    let size = 0;
    const packed = answer.headers['content-encoding'] === 'gzip';
    for await (const chunk of packed ? answer.pipe(createGunzip()) : answer) size += chunk.length;
    expect(packed).toBe(type === 'text/csv');
    expect(size).toBe(PIECES * piece.length);
    process.off('warning', warned);
    expect(warned).not.toHaveBeenCalled();
  },
);

test('a source whose reader has gone is told so', async () => {
  const live = source();
  const { made, body } = download(100_000, randomBytes(64 * 1024));
  for (const [of, cancelled] of [
    [live.body, () => live.cancelled],
    [body, () => made.cancelled],
  ] as const) {
    const { ask } = await site(() => new Response(of, { headers: { 'Content-Type': EVENTS } }));
    const answer = await ask();
    answer.on('error', () => {});
    answer.destroy();
    await within(() => expect(cancelled()).toBe(true));
  }
});

test('an answer whose source breaks is cut, and not taken for whole', async () => {
  const live = source();
  const { ask } = await site(
    () => new Response(live.body, { headers: { 'Content-Type': 'text/csv' } }),
  );
  live.say('a,b\n');
  const { ended, bytes } = heard(await ask());
  await within(() => expect(bytes().length).toBeGreaterThan(0));
  live.fail();
  expect(await ended).toBe('cut');
});

test('one that breaks before it began is an error in words', async () => {
  const live = source();
  const { ask } = await site(() => new Response(live.body));
  live.fail();
  const answer = await ask();
  expect(answer.statusCode).toBe(500);
  answer.resume();
});

test('when the server stops, events end whole at once and a download goes on to its end', async () => {
  const live = source();
  const { ask, stop, drain } = await site(
    () => new Response(live.body, { headers: { 'Content-Type': EVENTS } }),
  );
  const events = heard(await ask());
  live.say('data: one\n\n');
  await within(() => expect(events.text()).toContain('one'));
  const slow = source();
  const file = await site(
    () => new Response(slow.body, { headers: { 'Content-Type': 'text/csv' } }),
  );
  slow.say('a,b\n');
  const taken = heard(await file.ask('/live', { 'Accept-Encoding': 'identity' }));
  await within(() => expect(taken.text()).toBe('a,b\n'));

  const patience = new AbortController().signal;
  for (const each of [stop, file.stop]) each.abort();
  const drained = [drain(patience), file.drain(patience)];
  expect(await events.ended).toBe('whole');
  expect(live.cancelled).toBe(true);
  slow.say('c,d\n');
  slow.end();
  expect(await taken.ended).toBe('whole');
  expect(taken.text()).toBe('a,b\nc,d\n');
  await Promise.all(drained);
});

test('who only asks for the head is not sent the stream, which is given up', async () => {
  const live = source();
  const { ask } = await site(
    () => new Response(live.body, { headers: { 'Content-Type': EVENTS } }),
  );
  const answer = await ask('/live', {}, 'HEAD');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe(EVENTS);
  answer.resume();
  await within(() => expect(live.cancelled).toBe(true));
});
