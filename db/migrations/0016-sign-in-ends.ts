import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- Whatever its use, a sign-in is over 90 days (2160 hours) after it began. In hours: a day of a zone
-- may have 23 or 25 of them.
update sign_in set expires_at = created_at + interval '2160 hours'
  where expires_at > created_at + interval '2160 hours';
alter table sign_in
  add constraint sign_in_ends check (expires_at <= created_at + interval '2160 hours');
`)
    .execute(db);
}
