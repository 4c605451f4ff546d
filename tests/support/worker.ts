/** Runs before each test file is loaded: its own database and data folder. */
import { rmSync } from 'node:fs';
import { afterAll, inject, vi } from 'vitest';
import { createDatabase, dropDatabase } from '#tests/support/database.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';
import '#tests/support/console.ts';

const template = inject('template');
const name = `${template}_${process.pid}_${Date.now()}`;
const serverUrl = inject('serverUrl');
const url = await createDatabase(serverUrl, name, template);
const dataDir = temporaryFolder();
process.env.DATABASE_URL = url;
process.env.DATA_DIR = dataDir;
// A machine that does other things, too, is no database that is away.
process.env.DATABASE_PATIENCE = '10';

afterAll(async () => {
  // Vitest does it before the next test only: the hooks of the next file would still see them.
  vi.unstubAllEnvs();
  const { closeDatabase } = await import('#db/database.server.ts');
  await closeDatabase();
  await dropDatabase(url, serverUrl);
  rmSync(dataDir, { recursive: true, force: true });
});
