import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- The plan of a reading before its rest was last planned anew, so that this can be undone.
create table plan_before (
  circle_id bigint not null,
  reading_id bigint not null,
  -- the reading's version that the re-plan made: it can be undone while that one stands
  version integer not null,
  plan jsonb not null,
  by_person_id bigint not null references person,
  at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (circle_id, reading_id),
  foreign key (circle_id, reading_id) references reading (circle_id, id)
);
`)
    .execute(db);
}
