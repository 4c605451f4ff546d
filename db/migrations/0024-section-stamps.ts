import { type Kysely, sql } from 'kysely';

/**
 * What a note or a thread is about decides who may read it: no section goes while anything is about
 * it, instead of leaving that open to everybody.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table note drop constraint note_circle_id_section_id_fkey;
alter table note add constraint note_circle_id_section_id_fkey
  foreign key (circle_id, section_id) references section (circle_id, id);
alter table thread drop constraint thread_circle_id_section_id_fkey;
alter table thread add constraint thread_circle_id_section_id_fkey
  foreign key (circle_id, section_id) references section (circle_id, id);
`)
    .execute(db);
}
