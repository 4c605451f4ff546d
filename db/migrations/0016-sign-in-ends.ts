import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- Whatever its use, a sign-in is over 90 days (2160 hours) after it began. In hours: a day of a zone
-- may have 23 or 25 of them.
update sign_in set expires_at = created_at + interval '2160 hours'
  where expires_at > created_at + interval '2160 hours';
alter table sign_in
  add constraint sign_in_ends check (expires_at <= created_at + interval '2160 hours'),
  -- the link of the demo community it was begun by, when it was: it ends with it
  add column demo_link text references account_link on delete cascade;
create index sign_in_demo_link on sign_in (demo_link) where demo_link is not null;

-- Begun by such a link when that was not noted yet.
delete from sign_in where person_id in
  (select person_id from account_link where purpose = 'demo-sign-in');
`)
    .execute(db);
}
