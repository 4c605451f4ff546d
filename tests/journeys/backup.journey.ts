import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { command, startOctavo } from '#tests/support/octavo.ts';
import { fleetingFolder } from '#tests/support/temporary.ts';

test('a running site is backed up, and moved to another machine with all its people', async () => {
  const [old, fresh] = [fleetingFolder(), fleetingFolder()];
  const file = join(old, 'everything.zip');
  const site = await startOctavo({ demo: true, dataDir: old });
  const backup = await command(['--backup', file], { DATA_DIR: old });
  expect(backup.said).toMatch(/everything\.zip: [\d,]+ rows, \d+ KB$/);
  expect(backup.status).toBe(0);
  // The site went on meanwhile; where people live already, nothing is restored.
  expect((await fetch(`${site.url}/readyz`)).status).toBe(200);
  const refused = await command(['--restore', file], { DATA_DIR: old });
  expect(refused.status).toBe(1);
  expect(refused.said).toContain(`process ${site.pid}`);
  expect(await site.stop()).toBe(0);
  expect((await command(['--restore', file], { DATA_DIR: old })).said).toMatch(/People live/);

  const restored = await command(['--restore', file], { DATA_DIR: fresh });
  expect(restored.said).toMatch(/rows of .* are here again/);
  expect(restored.status).toBe(0);
  const moved = await startOctavo({ demo: true, dataDir: fresh });
  expect(moved.links.map(({ label }) => label)).toEqual(site.links.map(({ label }) => label));
  expect(await moved.stop()).toBe(0);
  await Promise.all([old, fresh].map((path) => rm(path, { recursive: true, force: true })));
});

test('a command that cannot be done says so in one line and leaves nothing running', async () => {
  const dataDir = fleetingFolder();
  for (const [args, words] of [
    [['--restore'], 'Say which backup'],
    [['--restore', '/no/such/file.zip'], 'There is no file /no/such/file.zip'],
    [['--backup', '/no/such/folder/all.zip'], 'nothing to back up'],
  ] as const) {
    const { status, said } = await command([...args], { DATA_DIR: dataDir });
    expect(status).toBe(1);
    expect(said.split('\n').at(-1)).toContain(words);
  }
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  await rm(dataDir, { recursive: true, force: true });
});
