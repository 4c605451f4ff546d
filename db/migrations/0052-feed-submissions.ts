import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- A form that arrives twice makes one address. Those made before have no key.
alter table calendar_feed
  add submission_key uuid,
  add unique (person_id, submission_key);
`)
    .execute(db);
}
