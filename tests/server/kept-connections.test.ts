import { once } from 'node:events';
import { Agent, get, type ServerOptions } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { drainableServer } from '#app/server/drain.server.ts';
import { TIMES } from '#app/server/listen.server.ts';
import type { Stop } from '#app/server/stop.server.ts';

const never = new AbortController().signal;
let drain: Stop;

afterEach(() => drain(AbortSignal.abort()));

/** A site with these times, and a browser that keeps its one connection. */
async function site(times: ServerOptions) {
  const made = drainableServer(times, (_req, res) => void res.end('well'));
  drain = made.drain;
  const { server } = made;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () =>
    new Promise<{ reused: boolean; kept: string | undefined }>((resolve, reject) => {
      const request = get({ port, agent, host: '127.0.0.1' }, (answer) => {
        const kept = answer.headers['keep-alive']?.toString();
        answer.resume().on('end', () => resolve({ reused: request.reusedSocket, kept }));
      }).on('error', reject);
    });
  return { port, ask };
}

test('a connection is kept for longer than any proxy keeps it, and its browser is told', async () => {
  const { ask } = await site(TIMES);
  const CADDY_S = 120;
  const { kept } = await ask();
  expect(Number(/^timeout=(\d+)/.exec(kept ?? '')?.[1])).toBeGreaterThan(CADDY_S);
});

test('one that is not used is not taken for a head that does not come', async () => {
  const { port, ask } = await site({
    ...{ ...TIMES, headersTimeout: 50, connectionsCheckingInterval: 10 },
  });
  expect(await ask()).toMatchObject({ reused: false });
  // Younger than the other, and given up.
  const slow = connect(port, '127.0.0.1', () => slow.write('GET / HTTP/1.1\r\nHost: '));
  const [answer] = await once(slow, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 408 /);
  expect(await ask()).toMatchObject({ reused: true });
});

test('one that is not used does not hold up a stop', async () => {
  const { ask } = await site(TIMES);
  await ask();
  await drain(never);
  await expect(ask()).rejects.toThrow(/ECONNREFUSED|socket hang up/);
});
