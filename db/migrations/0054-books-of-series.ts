import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- The last day of its reading that its sessions and members know of.
alter table series add book_ends_on date;
update series set book_ends_on = (
  select coalesce(e.ended_on, r.ends_on)
  from reading r
  left join reading_end e on e.circle_id = r.circle_id and e.reading_id = r.id
  where r.circle_id = series.circle_id and r.id = series.reading_id);
alter table series add check ((reading_id is null) = (book_ends_on is null));
`)
    .execute(db);
}
