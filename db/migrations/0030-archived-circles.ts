import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table circle_archive (
  circle_id bigint primary key references circle,
  at timestamptz not null default now(),
  by_person_id bigint not null references person
);
comment on table circle_archive is
  'Circles that rest: everything is read as before, nothing is written or mailed.';

alter table invitation add column name text not null default '';
create index invitation_submission on invitation (circle_id, submission_key);
`)
    .execute(db);
}
