import { expect, test } from 'vitest';
import { threadPage } from '#app/discussions/queries/thread-page.server.ts';
import { THREAD_PAGE } from '#app/discussions/rows/thread-page-statement.server.ts';
import type { Cursor } from '#app/discussions/rules/discussions.ts';
import { closeDatabase, databasePool } from '#db/database.server.ts';
import { circleOf } from '#tests/support/cast.ts';
import { longThread } from './notes.ts';

// PostgreSQL plans a prepared statement anew for five executions, and goes on to where the values
// make the plan look cheaper than one for all: planning costs five times what the page does.
test.each(['around', 'after', 'before', 'landing'] as const)(
  'a thread’s page asked for with “%s” is planned for the first visits only',
  async (kind) => {
    const { host } = await circleOf({});
    const { threadId, noteIds } = await longThread(host, 60);
    const cursor = { kind, noteId: noteIds[30] } as Cursor;
    // A connection counts for as long as it is open.
    await closeDatabase();
    for (let visit = 0; visit < 12; visit++) await threadPage(host, threadId, cursor);
    const { rows } = await databasePool().query(
      'select custom_plans, generic_plans from pg_prepared_statements where statement = $1',
      [THREAD_PAGE],
    );
    expect(rows).toEqual([{ custom_plans: 5, generic_plans: 7 }]);
  },
);
