import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- What a person has had on their screen: the ids of notes, in ranges. Between two notes of a thread
-- that were shown together there is no other, so that a range from one to the other holds no more.
alter table thread_visit add column seen int8multirange not null default '{}';
update thread_visit set seen = int8multirange(int8range(0, seen_note_id, '[]'))
  where seen_note_id > 0;
alter table thread_visit drop column seen_note_id;
`)
    .execute(db);
}
