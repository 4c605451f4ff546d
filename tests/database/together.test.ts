import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { db } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';
import { tripsOf } from '#tests/support/trips.ts';

const answer = (tx: typeof db, value: number) =>
  sql<{ value: number }>`select ${value}::int as value`.execute(tx).then(({ rows }) => rows[0]);

test('what is asked together is answered in one round trip, each with its own', async () => {
  const ask = () =>
    db
      .transaction()
      .execute((tx) => together(tx, (at) => [answer(at, 1), answer(at, 2), answer(at, 3)]));
  expect(await ask()).toEqual([{ value: 1 }, { value: 2 }, { value: 3 }]);
  expect(await tripsOf(ask, ask)).toEqual([{ statements: 3, waves: 2 }]);
});

test('where one fails nothing is kept, and the connection is good for more', async () => {
  const failed = db
    .transaction()
    .execute((tx) =>
      together(tx, (at) => [
        sql`insert into rate_limit values ('together', 1, 1)`.execute(at),
        sql`select 1 / 0`.execute(at),
        answer(at, 3),
      ]),
    );
  await expect(failed).rejects.toThrow('division by zero');
  expect(await sql`select key from rate_limit where key = 'together'`.execute(db)).toMatchObject({
    rows: [],
  });
  expect(await answer(db, 4)).toEqual({ value: 4 });
});
