import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- What is between people is in nobody's circle: such a row is about a thing whose id says everything.
create unique index inbox_item_once on inbox_item (person_id, topic, circle_id) nulls not distinct;
alter table inbox_item
  drop constraint inbox_item_pkey,
  alter circle_id drop not null,
  add constraint inbox_item_between_check
    check (circle_id is not null or (member_of is null and for_you));

-- How much mail somebody wants of asks and conversations; none: everything.
create table between_volume (
  person_id bigint primary key references person,
  volume text not null check (volume in ('everything', 'digest', 'nothing')),
  at timestamptz not null default now(),
  -- what it was before that moment, and the topics that lost their mail by it: for who takes it back
  was text check (was in ('everything', 'digest', 'nothing')),
  hushed text[] not null default '{}'
);
`)
    .execute(db);
}
