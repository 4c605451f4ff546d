import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- What was sent under the submission's key, all of it: what a repeated one is told from another by.
alter table thread add column submission_digest uuid;
alter table note add column submission_digest uuid;
-- The key of the form that wrote the note last: a browser drops the draft that it sent with it.
alter table note add column form_key uuid;
-- The notes it quotes: it is about a section at least as far as theirs.
alter table note add column quotes bigint[] not null default '{}';
-- The section that the version was about, which may be gone: a form made from it is compared with it.
alter table note_version add column section_id bigint;
update note_version set section_id = note.section_id from note
  where note.circle_id = note_version.circle_id and note.id = note_version.note_id;
`)
    .execute(db);
}
