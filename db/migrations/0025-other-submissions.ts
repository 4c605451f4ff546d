import { type Kysely, sql } from 'kysely';

/**
 * What a submission held, by its digest: the same key with other content is another submission. Null
 * for what was saved before this was kept.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table book add column submission_digest text;
alter table reading add column submission_digest text;
alter table shelf_import
  add column submission_digest text,
  -- rows of a book that another row of the file has too
  add column rows_merged integer not null default 0;
alter table shelf_book
  add column submission_digest text,
  -- counts the changes to it: an older form puts nothing back
  add column version integer not null default 1,
  -- one to five, as given here or by where it came from; StoryGraph gives quarters
  add column rating numeric(3, 2) check (rating between 0.25 and 5);
`)
    .execute(db);
}
