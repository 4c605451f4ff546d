import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table thread_visit
  add column marked int8multirange,
  add column marked_at timestamptz,
  add check ((marked is null) = (marked_at is null));
comment on column thread_visit.marked is
  'What "Mark all as read" added to seen when it was last pressed, at marked_at, so that it can be '
  'taken back. Who had never opened the thread then has visited_at = marked_at.';
`)
    .execute(db);
}
