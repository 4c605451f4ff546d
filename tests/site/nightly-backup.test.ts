import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { env } from '#app/platform/settings/env.server.ts';
import { backUpNightly } from '#app/site/commands/back-up.server.ts';
import { lastBackups } from '#app/site/queries/backups.server.ts';
import { expiredBackups } from '#app/site/rules/expired-backups.ts';
import { db } from '#db/database.server.ts';

const folder = () => resolve(env.DATA_DIR, 'backups');
const night = (day: number) => new Date(Date.UTC(2026, 10, day, 2, 43, 5));
const nightly = env as { BACKUPS: number };

// Other tests of this process have the same data folder.
const clear = () => rmSync(folder(), { recursive: true, force: true });
beforeAll(clear);
afterAll(clear);
afterEach(() => {
  nightly.BACKUPS = 0;
});

test('without the setting nothing is written', async () => {
  await backUpNightly(night(1));
  expect(await lastBackups(db)).toEqual({ good: null, failed: null });
});

test('each night has a file of its own, and the oldest go', async () => {
  nightly.BACKUPS = 3;
  mkdirSync(folder(), { recursive: true });
  writeFileSync(join(folder(), 'octavo-2026-10-30T024305Z.zip.unfinished'), 'killed');
  writeFileSync(join(folder(), 'before-the-move.zip'), 'theirs');
  for (const day of [1, 2, 3, 4, 5]) await backUpNightly(night(day));
  expect(readdirSync(folder()).sort()).toEqual([
    'before-the-move.zip',
    'octavo-2026-11-03T024305Z.zip',
    'octavo-2026-11-04T024305Z.zip',
    'octavo-2026-11-05T024305Z.zip',
  ]);
  const { good, failed } = await lastBackups(db);
  expect(good?.file).toBe(join(folder(), 'octavo-2026-11-05T024305Z.zip'));
  expect(good?.bytes).toBeGreaterThan(1000);
  expect(failed).toBeNull();
});

test('a night that fails is told with its reason, and the older copies stay', async () => {
  nightly.BACKUPS = 1;
  const taken = join(folder(), 'octavo-2026-11-06T024305Z.zip.unfinished');
  mkdirSync(taken, { recursive: true });
  const before = readdirSync(folder());
  await expect(backUpNightly(night(6))).rejects.toThrow();
  expect(readdirSync(folder())).toEqual(before);
  const { good, failed } = await lastBackups(db);
  expect(failed?.problem).toMatch(/could not be written: there is a folder of that name/);
  expect(good).not.toBeNull();

  // Once one goes well again, the failure is over.
  await backUpNightly(night(7));
  expect((await lastBackups(db)).failed).toBeNull();
  expect(await db.selectFrom('site_backup').select('id').execute()).not.toHaveLength(0);
});

test('what another backup may still be writing is left alone', () => {
  const names = [
    'octavo-2026-11-05T024305Z.zip.unfinished',
    'octavo-2026-11-01T024305Z.zip.unfinished',
  ];
  expect(expiredBackups(names, 3, night(6))).toEqual([names[1]]);
});
