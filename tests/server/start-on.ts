import pg from 'pg';
import { expect, vi } from 'vitest';

/** Of every user on the servers of these tests. */
export const PASSWORD = 's3cr3t';

/** What a start does with this database, up to where pages are served. */
export async function start(url: string, environment: Record<string, string> = {}): Promise<void> {
  await withDatabase(url, environment, async () => {});
}

/** The same, and then `work` with the modules of that start. */
export async function withDatabase<T>(
  url: string,
  environment: Record<string, string>,
  work: (database: typeof import('#db/database.server.ts')) => Promise<T>,
): Promise<T> {
  vi.resetModules();
  for (const [name, value] of Object.entries({ ...environment, DATABASE_URL: url })) {
    vi.stubEnv(name, value);
  }
  const { openDatabase } = await import('#app/server/open-database.server.ts');
  const { bringUpToDate } = await import('#app/server/bring-up-to-date.server.ts');
  const database = await import('#db/database.server.ts');
  try {
    const { words } = await openDatabase(false);
    await bringUpToDate(words);
    return await work(database);
  } finally {
    await database.closeDatabase();
    vi.unstubAllEnvs();
  }
}

/** `npm run restore` of this file into that database. */
export async function restore(url: string, file: string): Promise<void> {
  vi.resetModules();
  vi.stubEnv('DATABASE_URL', url);
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const { restoreFrom } = await import('#app/server/backups.server.ts');
  const during = <T>(_: unknown, work: Promise<T>) => work;
  try {
    await restoreFrom(file, { during, stop: new AbortController().signal });
  } finally {
    written.mockRestore();
    vi.unstubAllEnvs();
  }
}

/** What the terminal shows of a start, or another command, that is refused. */
export async function refusal(
  url: string,
  command: (url: string) => Promise<void> = start,
): Promise<string> {
  const error = await command(url).then(
    () => new Error('It started.'),
    (error) => error,
  );
  expect(error.constructor.name, error.stack).toBe('StartRefused');
  expect(error.message).not.toContain(PASSWORD);
  expect(error.message.split('\n')).toHaveLength(1);
  return error.message;
}

export async function onDatabase(url: string, ...statements: string[]) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows.push(...(await client.query(statement)).rows);
    return rows;
  } finally {
    await client.end();
  }
}

/** What a refusal says to run. */
export const remedy = (said: string) =>
  /: ([A-Z]+ .*;)$/.exec(said)?.[1] ?? `no remedy in: ${said}`;
