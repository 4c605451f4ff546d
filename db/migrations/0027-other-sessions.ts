import { type Kysely, sql } from 'kysely';

/**
 * What a form held that scheduled a session, opened a choice or proposed a book, by its digest: the
 * same key with other content is another submission. Null for what was saved before this was kept.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table session add column submission_digest text;
alter table book_choice add column submission_digest text;
alter table book_proposal add column submission_digest text;
`)
    .execute(db);
}
