import { Migrator, sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connect } from '#db/database.server.ts';
import { migrations } from '#db/migrations/all.ts';
import { createDatabase, dropDatabase } from '#tests/support/database.ts';

let url: string;
let open: ReturnType<typeof connect>;

beforeAll(async () => {
  url = await createDatabase(inject('serverUrl'), `octavo_seen_notes_${process.pid}`);
  open = connect(url, 2);
});
afterAll(async () => {
  await open.db.destroy();
  await dropDatabase(url);
});

test('who had seen a thread up to a note has seen what was before it', async () => {
  const { db } = open;
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  expect((await migrator.migrateTo('0020-any-locale')).error).toBeUndefined();
  await sql
    .raw(`
insert into person (name, email, password_hash) values ('Noor', 'n@example.org', '-'), ('Ines', 'i@example.org', '-');
insert into circle (slug, name, purpose, time_zone, cloth, created_by)
  values ('leads', 'Leads', '', 'UTC', 'indigo', 1);
insert into membership (circle_id, person_id, role) values (1, 1, 'host'), (1, 2, 'member');
insert into thread (circle_id, title, started_by, submission_key) values (1, 'T', 1, gen_random_uuid());
insert into thread_visit (circle_id, thread_id, person_id, seen_note_id) values (1, 1, 1, 17), (1, 1, 2, 0)`)
    .execute(db);

  expect((await migrator.migrateTo('0021-seen-notes')).error).toBeUndefined();

  const { rows } = await sql`
    select person_id, seen::text from thread_visit order by person_id`.execute(db);
  expect(rows).toEqual([
    { person_id: 1, seen: '{[0,18)}' },
    { person_id: 2, seen: '{}' },
  ]);
});
