/** Runs before each test file is loaded: its own database and data folder. */
import { rmSync } from 'node:fs';
import { afterAll, inject } from 'vitest';
import { createDatabase, dropDatabase, nameOf } from '#tests/support/database.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';
import '#tests/support/console.ts';

const templateUrl = inject('templateUrl');
const template = nameOf(templateUrl);
const url = await createDatabase(templateUrl, `${template}_${process.pid}_${Date.now()}`, template);
const dataDir = temporaryFolder();
process.env.DATABASE_URL = url;
process.env.DATA_DIR = dataDir;

afterAll(async () => {
  const { closeDatabase } = await import('#db/database.server.ts');
  await closeDatabase();
  await dropDatabase(url);
  rmSync(dataDir, { recursive: true, force: true });
});
