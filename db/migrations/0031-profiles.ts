import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table person add column version integer not null default 1;
comment on column person.version is 'Of the profile: a form filled from an earlier one is refused.';

create table person_picture (
  person_id bigint primary key references person,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  image bytea not null,
  at timestamptz not null default now()
);
comment on table person_picture is
  'A square WebP each, re-encoded by us. hash is that of its bytes, and stands in its address.';
`)
    .execute(db);
}
