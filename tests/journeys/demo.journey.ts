import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { type Octavo, startOctavo } from '#tests/support/octavo.ts';
import { fleetingFolder } from '#tests/support/temporary.ts';

test.setTimeout(240_000);

const dataDir = fleetingFolder();
const running = new Set<Octavo>();
test.afterAll(async () => {
  for (const octavo of running) await octavo.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(options: { demo?: true; worker?: true } = {}): Promise<Octavo> {
  const octavo = await startOctavo({ ...options, dataDir });
  running.add(octavo);
  return octavo;
}

async function stop(octavo: Octavo): Promise<void> {
  running.delete(octavo);
  expect(await octavo.stop()).toBe(0);
}

const adminLink = ({ links }: Octavo) => {
  const link = links.find(({ label }) => label.includes('admin'));
  return new URL(link?.url ?? '').pathname;
};

async function follow({ url }: Octavo, path: string): Promise<string> {
  const headers = { Origin: url };
  const body = new URLSearchParams();
  const answer = await fetch(url + path, { method: 'POST', headers, body, redirect: 'manual' });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

const statusOf = async ({ url }: Octavo, path: string, cookie = '') =>
  (await fetch(url + path, { headers: { cookie }, redirect: 'manual' })).status;

test('the demo’s links, and who signed in by one, are gone once it is started without --demo', async () => {
  const demo = await start({ demo: true });
  const link = adminLink(demo);
  const cookie = await follow(demo, link);
  expect(await statusOf(demo, '/site/people', cookie)).toBe(200);

  const worker = await start({ worker: true });
  await stop(worker);
  expect(await statusOf(demo, link)).toBe(200);
  expect(await statusOf(demo, '/site/people', cookie)).toBe(200);
  await stop(demo);

  const plain = await start();
  expect(await statusOf(plain, link)).toBe(404);
  expect(await follow(plain, link)).toBe('');
  expect(await statusOf(plain, '/site/people', cookie)).toBe(302);
  await stop(plain);

  const again = await start({ demo: true });
  expect(await statusOf(again, link)).toBe(404);
  expect(await statusOf(again, '/site/people', cookie)).toBe(302);
  const anew = await follow(again, adminLink(again));
  expect(await statusOf(again, '/site/people', anew)).toBe(200);
  await stop(again);
});
