import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- How a reading was planned, so that the rest of it can be planned again.
alter table reading
  add column rhythm text not null default 'sessions'
    check (rhythm in ('sessions', 'weekly', 'fortnightly')),
  -- ISO 8601: Monday is 1
  add column weekday smallint not null default 2 check (weekday between 1 and 7),
  -- pages a week the circle finds comfortable
  add column pace smallint not null default 30 check (pace between 1 and 500),
  -- meetings nothing is read for; null when there is none
  add column recap_on date,
  add column wrap_on date;

-- Days off: holidays, a week everyone is away.
create table reading_pause (
  id bigint generated always as identity primary key,
  circle_id bigint not null,
  reading_id bigint not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  label text not null default '' check (length(label) <= 80),
  foreign key (circle_id, reading_id) references reading (circle_id, id)
);
create index reading_pause_of on reading_pause (circle_id, reading_id);

-- "Finish this section by that day."
create table fixed_point (
  circle_id bigint not null,
  reading_id bigint not null,
  section_id bigint not null,
  by_on date not null,
  primary key (circle_id, reading_id, section_id),
  foreign key (circle_id, reading_id) references reading (circle_id, id),
  foreign key (circle_id, section_id) references section (circle_id, id) on delete cascade
);

-- In the book, out of the plan, for those who like.
create table optional_section (
  circle_id bigint not null,
  reading_id bigint not null,
  section_id bigint not null,
  by_person_id bigint not null references person,
  at timestamptz not null default now(),
  primary key (circle_id, reading_id, section_id),
  foreign key (circle_id, reading_id) references reading (circle_id, id),
  foreign key (circle_id, section_id) references section (circle_id, id) on delete cascade
);
`)
    .execute(db);
}
