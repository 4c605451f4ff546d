import { Migrator, sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connect } from '#db/database.server.ts';
import { migrations } from '#db/migrations/all.ts';
import { createDatabase, dropDatabase } from '#tests/support/database.ts';

let url: string;
let open: ReturnType<typeof connect>;

beforeAll(async () => {
  url = await createDatabase(inject('templateUrl'), `octavo_sign_in_ends_${process.pid}`);
  open = connect(url, 2);
});
afterAll(async () => {
  await open.db.destroy();
  await dropDatabase(url);
});

test('sign-ins of before end after ninety days too, and those of demo links end at once', async () => {
  const { db } = open;
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  expect((await migrator.migrateTo('0015-replanning-undo')).error).toBeUndefined();
  await sql
    .raw(`
insert into person (name, email, password_hash) values ('Noor', 'n@example.org', '-'), ('Ines', 'i@example.org', '-');
insert into account_link (token_hash, purpose, person_id, expires_at) values ('d', 'demo-sign-in', 2, now());
insert into sign_in (token_hash, person_id, created_at, expires_at) values
  ('long', 1, now() - interval '80 days', now() + interval '29 days'),
  ('over', 1, now() - interval '200 days', now() + interval '29 days'),
  ('short', 1, now() - interval '2 days', now() + interval '28 days'),
  ('demo', 2, now(), now() + interval '30 days')`)
    .execute(db);

  expect((await migrator.migrateTo('0016-sign-in-ends')).error).toBeUndefined();

  const { rows } = await sql`
    select token_hash as name, round(extract(epoch from expires_at - created_at) / 86400) as days
    from sign_in order by token_hash`.execute(db);
  expect(rows).toEqual([
    { name: 'long', days: '90' },
    { name: 'over', days: '90' },
    { name: 'short', days: '30' },
  ]);
});
