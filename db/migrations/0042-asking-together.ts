import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- A session at which everybody asks. Nobody reads the asks before it is opened.
create table ask_round (
  circle_id bigint not null,
  session_id bigint not null,
  set_by bigint not null references person,
  set_at timestamptz not null default now(),
  opened_by bigint references person,
  opened_at timestamptz,
  -- whose ask is read now
  reading_person_id bigint,
  closed_at timestamptz,
  -- taken off again, which can be taken back: what was written stays with it
  removed_at timestamptz,
  primary key (circle_id, session_id),
  check ((opened_at is null) = (opened_by is null)),
  check (opened_at is not null or (closed_at is null and reading_person_id is null)),
  foreign key (circle_id, session_id) references session (circle_id, id)
);

create table round_ask (
  circle_id bigint not null,
  session_id bigint not null,
  person_id bigint not null references person,
  -- null: they pass
  ask_id bigint references ask on delete cascade,
  at timestamptz not null default now(),
  -- its place in the round, since it was sent to the session
  turn smallint,
  read_at timestamptz,
  primary key (circle_id, session_id, person_id),
  check (read_at is null or turn is not null),
  foreign key (circle_id, session_id) references ask_round (circle_id, session_id) on delete cascade
);
create index round_ask_of_ask on round_ask (ask_id) where ask_id is not null;

-- What somebody was told, and what they will do with it.
create table told (
  id bigint generated always as identity primary key,
  circle_id bigint not null references circle,
  person_id bigint not null references person,
  told text not null check (length(told) between 1 and 4000),
  told_html text not null,
  will text not null check (length(will) between 1 and 4000),
  will_html text not null,
  at timestamptz not null default now(),
  edited_at timestamptz,
  taken_back_at timestamptz,
  version integer not null default 1,
  submission_key uuid not null,
  submission_digest text,
  unique (circle_id, id),
  unique (person_id, submission_key)
);
create index told_latest on told (circle_id, at desc, id desc);

-- The host’s, with which a circle’s board is opened.
create table board_opening (
  circle_id bigint primary key references circle,
  told_id bigint not null,
  at timestamptz not null default now(),
  foreign key (circle_id, told_id) references told (circle_id, id)
);

-- This week, ask one person: whoever wants to be reminded, and when.
create table weekly_asking (
  person_id bigint primary key references person,
  -- 1 Monday to 7 Sunday, and the hour, on their own clock
  weekday smallint not null check (weekday between 1 and 7),
  hour smallint not null check (hour between 0 and 23),
  -- after two skips in a row, every other week
  every_weeks smallint not null default 1 check (every_weeks in (1, 2)),
  skips smallint not null default 0,
  -- the next day on which they choose whom; null: stopped
  next_on date,
  version integer not null default 1
);
create index weekly_asking_due on weekly_asking (next_on) where next_on is not null;

create table weekly_ask (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  -- the day it is for
  for_day date not null,
  -- a member, or a name that means something to them alone; of a member too, as they were called then
  whom_id bigint references person,
  whom text not null default '' check (length(whom) <= 200),
  when_text text not null default '' check (length(when_text) <= 300),
  will_text text not null default '' check (length(will_text) <= 300),
  -- a day and an hour on their own clock, at which they read their own sentence once more
  remind_on date,
  remind_hour smallint check (remind_hour between 0 and 23),
  reminded_at timestamptz,
  result text check (result in ('asked', 'answered', 'no_reply', 'let_go', 'skipped')),
  result_at timestamptz,
  -- a line for themselves: what they take from it
  kept text not null default '' check (length(kept) <= 2000),
  -- what it became, where they chose so
  ask_id bigint references ask on delete set null,
  version integer not null default 1,
  unique (person_id, for_day),
  check (whom_id <> person_id),
  check ((whom = '') = (will_text = '')),
  check (whom_id is null or whom <> ''),
  check ((remind_on is null) = (remind_hour is null)),
  check ((result is null) = (result_at is null))
);
create index weekly_ask_to_remind on weekly_ask (remind_on)
  where remind_on is not null and reminded_at is null and result is null;

-- What somebody answered to the one question at the end of a season, or that they let it be.
create table season_question (
  person_id bigint not null references person,
  circle_id bigint not null,
  reading_id bigint not null,
  ask_id bigint references ask on delete set null,
  at timestamptz not null default now(),
  primary key (person_id, circle_id, reading_id),
  foreign key (circle_id, reading_id) references reading (circle_id, id)
);
`)
    .execute(db);
}
