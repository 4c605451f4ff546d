import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { type ListenPlace, listenRefused } from '#app/server/listen-refused.ts';
import { StartRefused } from '#app/server/start-refused.ts';
import { unprivileged } from '#tests/support/unprivileged.ts';

/** Listens there, and what the system says when it may not. */
function listen(host: string, port: number): Promise<NodeJS.ErrnoException | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

/** What the terminal shows of it, which is one line. */
async function words(
  host: string,
  port: number,
  setting: ListenPlace['setting'] = '',
): Promise<string> {
  const error = await listen(host, port);
  if (!error) throw new Error(`It listens at ${host}:${port}.`);
  const refused = listenRefused(error, { setting, host, port });
  expect(refused, `${error.code}`).toBeInstanceOf(StartRefused);
  expect(refused.message).toMatch(/^[^\n]+$/);
  return refused.message;
}

/** The lowest port that every account may listen at; containers often make it 0. */
function firstFreePort(): number {
  try {
    return Number(readFileSync('/proc/sys/net/ipv4/ip_unprivileged_port_start', 'utf8'));
  } catch {
    return 1024;
  }
}

test('a port below 1024 names a higher one and the right it takes', async () => {
  await unprivileged(async () => {
    // Where the machine lets everybody have every port, there is nothing to be said.
    if (firstFreePort() <= 81) expect(await listen('127.0.0.1', 81)).toBeNull();
    else
      expect(await words('127.0.0.1', 81)).toMatch(/^Port 81 is.*PORT=3000.*CAP_NET_BIND_SERVICE/);
  });
});

test('a port that is taken', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as { port: number };
  expect(await words('127.0.0.1', port)).toContain(`Port ${port} is taken`);
  const figures = await words('127.0.0.1', port, 'METRICS_');
  expect(figures).toContain(`Port ${port} is taken`);
  expect(figures).toContain(`METRICS_PORT=${port + 1}, for each process its own`);
  taken.close();
});

test('an address of another machine', async () => {
  // Of TEST-NET-1: nobody has it.
  expect(await words('192.0.2.1', 3000)).toMatch(/^HOST=192\.0\.2\.1 is no address.*0\.0\.0\.0/);
  expect(await words('192.0.2.1', 9464, 'METRICS_')).toMatch(/^METRICS_HOST=192\.0\.2\.1 is no/);
});

test('a name that is not known', async () => {
  expect(await words('nowhere.invalid', 3000)).toMatch(/HOST=nowhere\.invalid cannot be found/);
});
