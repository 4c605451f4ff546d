import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase, databasePool, databaseUrl } from '#db/database.server.ts';
import { type Community, fill } from '#tests/bench/fill/community.ts';
import { pagesOf } from '#tests/bench/pages/all.ts';
import { writesIn } from '#tests/bench/writes.ts';
import { ask } from '#tests/support/ask.ts';

/** PostgreSQL plans a prepared statement with its values for so many executions, whatever it is. */
const AT_FIRST = 5;

const { DATABASE_POOL } = process.env;
let community: Community;

beforeAll(async () => {
  // In the smallest community every plan is as good as any other.
  community = await fill(databaseUrl(), { people: 640, circles: 80, notes: 8_000 });
  // What was planned is known on the connection alone that planned it.
  process.env.DATABASE_POOL = '1';
}, 60_000);
afterAll(() => {
  if (DATABASE_POOL === undefined) delete process.env.DATABASE_POOL;
  else process.env.DATABASE_POOL = DATABASE_POOL;
});

/** The statements of `work` that were planned anew although they had been planned often enough. */
async function plannedAnew(work: () => Promise<{ status: number }>): Promise<string[]> {
  await closeDatabase();
  for (let time = 0; time < 2 * AT_FIRST; time++) {
    expect((await work()).status).toBeLessThan(400);
  }
  const { rows } = await databasePool().query<{ statement: string; often: boolean }>(
    'select statement, custom_plans > $1 as often from pg_prepared_statements',
    [AT_FIRST],
  );
  expect(rows.length).toBeGreaterThan(1);
  return rows.flatMap(({ statement, often }) => (often ? [statement] : []));
}

// Planning costs several times what running does.
describe.each(['member', 'heavy'] as const)('what is planned for a %s', (as) => {
  test('is planned for the first visits only', async () => {
    const anew: Record<string, string[]> = {};
    for (const { name, path } of pagesOf(community)) {
      const cookie = community.cookieOf(community.people[as]);
      const statements = await plannedAnew(() => ask(path, { cookie }));
      if (statements.length > 0) anew[name] = statements;
    }
    expect(anew).toEqual({});
  }, 60_000);
});

test('what is asked when something is written is planned for the first times only', async () => {
  const { writes, end } = await writesIn(databaseUrl(), community);
  const anew: Record<string, string[]> = {};
  for (const { name, ours } of writes) {
    const statements = await plannedAnew(() => {
      const { path, cookie, form } = ours();
      return ask(path, { cookie, form });
    });
    if (statements.length > 0) anew[name] = statements;
  }
  await end();
  expect(anew).toEqual({});
}, 60_000);
