import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- When its time last changed: an answer given before that was to another time.
alter table session add column moved_at timestamptz;
`)
    .execute(db);
}
