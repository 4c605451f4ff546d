import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- The latest threads of a section or a session.
create index thread_in_section on thread (circle_id, section_id, last_note_id desc)
  where section_id is not null;
create index thread_in_session on thread (circle_id, session_id, last_note_id desc)
  where session_id is not null;
`)
    .execute(db);
}
