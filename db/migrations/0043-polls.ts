import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- When somebody usually can, on their own clock wherever they are.
create table usual_times (
  person_id bigint primary key references person,
  set_at timestamptz not null default now(),
  version integer not null default 1
);
create table usual_time (
  person_id bigint not null references usual_times on delete cascade,
  -- 1 Monday to 7 Sunday
  weekday smallint not null check (weekday between 1 and 7),
  from_time text not null check (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  -- '24:00': until the day ends
  to_time text not null check (to_time ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  answer text not null check (answer in ('yes', 'if_need_be')),
  primary key (person_id, weekday, from_time),
  check (from_time < to_time)
);

-- A circle finding a time: for one session, or for the week in which a series begins.
create table time_poll (
  id bigint generated always as identity primary key,
  circle_id bigint not null references circle,
  kind text not null check (kind in ('dates', 'weekly')),
  title text not null default '' check (length(title) <= 200),
  minutes smallint not null check (minutes between 10 and 480),
  place text not null default '',
  -- whose clocks its times were said on
  time_zone text not null,
  -- who is to run the session; null: nobody yet
  facilitator_id bigint,
  milestone_id bigint,
  -- the others’ answers are shown to whoever has answered
  hides_answers boolean not null default false,
  -- until when it is answered; null: until somebody chooses
  closes_at timestamptz,
  closes_on date,
  closes_time text check (closes_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  asked_by bigint not null references person,
  asked_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  -- each is done once, whoever sweeps
  reminded_at timestamptz,
  all_answered_at timestamptz,
  closing_told_at timestamptz,
  version integer not null default 1,
  submission_key uuid not null,
  submission_digest text,
  unique (circle_id, id),
  unique (asked_by, submission_key),
  check ((closes_at is null) = (closes_on is null) and (closes_on is null) = (closes_time is null)),
  foreign key (circle_id, facilitator_id) references membership (circle_id, person_id)
    on delete set null (facilitator_id),
  foreign key (circle_id, milestone_id) references milestone (circle_id, id)
    on delete set null (milestone_id)
);
create index time_poll_latest on time_poll (circle_id, id desc);
create index time_poll_closing on time_poll (closes_at)
  where closes_at is not null and closing_told_at is null;

-- The wall clock is what was proposed; the moment follows from it and the poll’s zone.
create table time_poll_slot (
  id bigint generated always as identity primary key,
  circle_id bigint not null,
  poll_id bigint not null,
  on_date date not null,
  at_time text not null check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  -- the second of two, where clocks go back
  second_time boolean not null default false,
  starts_at timestamptz not null,
  -- of the entry that holds it in calendars until something is chosen
  calendar_uid text not null unique,
  taken_away_at timestamptz,
  unique (circle_id, id),
  unique (circle_id, poll_id, id),
  unique (circle_id, poll_id, on_date, at_time, second_time),
  foreign key (circle_id, poll_id) references time_poll (circle_id, id)
);

create table time_poll_answer (
  circle_id bigint not null,
  poll_id bigint not null,
  slot_id bigint not null,
  person_id bigint not null,
  answer text not null check (answer in ('yes', 'if_need_be', 'no')),
  answered_at timestamptz not null default now(),
  primary key (circle_id, slot_id, person_id),
  foreign key (circle_id, poll_id, slot_id) references time_poll_slot (circle_id, poll_id, id),
  foreign key (circle_id, person_id) references membership (circle_id, person_id) on delete cascade
);
create index time_poll_answers on time_poll_answer (circle_id, poll_id, person_id);

-- What stood before, so that the last answer can be taken back: one change is what shares a batch.
create table time_poll_answer_before (
  id bigint generated always as identity primary key,
  circle_id bigint not null,
  poll_id bigint not null,
  slot_id bigint not null,
  person_id bigint not null,
  batch uuid not null,
  -- null: nothing was said
  answer text check (answer in ('yes', 'if_need_be', 'no')),
  at timestamptz not null default now(),
  foreign key (circle_id, poll_id, slot_id) references time_poll_slot (circle_id, poll_id, id),
  foreign key (circle_id, person_id) references membership (circle_id, person_id) on delete cascade
);
create index time_poll_answers_before
  on time_poll_answer_before (circle_id, poll_id, person_id, id desc);
`)
    .execute(db);
}
