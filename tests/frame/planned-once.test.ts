import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase, databasePool, databaseUrl } from '#db/database.server.ts';
import { type Community, fill } from '#tests/bench/fill/community.ts';
import { pagesOf } from '#tests/bench/pages/all.ts';
import { ask } from '#tests/support/ask.ts';

/** PostgreSQL plans a prepared statement with its values for so many executions, whatever it is. */
const AT_FIRST = 5;

const { DATABASE_POOL } = process.env;
let community: Community;

beforeAll(async () => {
  // In the smallest community every plan is as good as any other.
  community = await fill(databaseUrl(), { people: 160, circles: 40, notes: 4_000 });
  // What was planned is known on the connection alone that planned it.
  process.env.DATABASE_POOL = '1';
}, 60_000);
afterAll(() => {
  if (DATABASE_POOL === undefined) delete process.env.DATABASE_POOL;
  else process.env.DATABASE_POOL = DATABASE_POOL;
});

/** The statements of a page that were planned anew although they had been planned often enough. */
async function plannedAnew(path: string, person: number): Promise<string[]> {
  await closeDatabase();
  for (let visit = 0; visit < 2 * AT_FIRST; visit++) {
    const { status } = await ask(path, { cookie: community.cookieOf(person) });
    if (status !== 200) throw new Error(`${path} answered ${status}`);
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
      const statements = await plannedAnew(path, community.people[as]);
      if (statements.length > 0) anew[name] = statements;
    }
    expect(anew).toEqual({});
  }, 60_000);
});
