import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- Whether a circle takes turns at running its sessions, and at writing down what is said.
create table rota (
  circle_id bigint primary key references circle,
  runs boolean not null default false,
  notes boolean not null default false,
  set_by bigint not null references person,
  set_at timestamptz not null default now(),
  version integer not null default 1
);

-- Who is not given a turn for now; until_on null: until they say so.
create table rota_pause (
  circle_id bigint not null,
  person_id bigint not null,
  until_on date,
  at timestamptz not null default now(),
  primary key (circle_id, person_id),
  foreign key (circle_id, person_id) references membership (circle_id, person_id) on delete cascade
);

-- What became of turns: who was given one, and who passed it on.
create table rota_turn (
  id bigint generated always as identity primary key,
  circle_id bigint not null,
  session_id bigint not null,
  duty text not null check (duty in ('run', 'notes')),
  person_id bigint not null references person,
  how text not null check (how in ('given', 'asked', 'volunteered', 'swapped', 'passed', 'skipped')),
  by_person_id bigint references person,
  at timestamptz not null default now(),
  foreign key (circle_id, session_id) references session (circle_id, id)
);
create index rota_turns on rota_turn (circle_id, session_id, id);
create index rota_turns_of on rota_turn (circle_id, person_id, at desc);

alter table session
  add note_taker_id bigint,
  -- how many it takes to be worth it
  add needs smallint check (needs between 2 and 12),
  add needs_asked_at timestamptz,
  add foreign key (circle_id, note_taker_id) references membership (circle_id, person_id)
    on delete set null (note_taker_id);

-- Who was there, as whoever ran it noted afterwards.
create table session_attendance (
  circle_id bigint not null,
  session_id bigint not null,
  person_id bigint not null references person,
  came text not null check (came in ('came', 'late', 'absent')),
  noted_by bigint not null references person,
  noted_at timestamptz not null default now(),
  primary key (circle_id, session_id, person_id),
  foreign key (circle_id, session_id) references session (circle_id, id)
);

-- That it is over: somebody said so, or nobody did and it closed itself.
create table session_close (
  circle_id bigint not null,
  session_id bigint not null,
  by_person_id bigint references person,
  at timestamptz not null default now(),
  primary key (circle_id, session_id),
  foreign key (circle_id, session_id) references session (circle_id, id)
);

-- What somebody brings to a session: one question about what was read.
create table session_question (
  id bigint generated always as identity primary key,
  circle_id bigint not null,
  session_id bigint not null,
  person_id bigint not null references person,
  body text not null check (length(body) between 1 and 500),
  at timestamptz not null default now(),
  edited_at timestamptz,
  taken_back_at timestamptz,
  version integer not null default 1,
  unique (circle_id, id),
  unique (circle_id, session_id, person_id),
  foreign key (circle_id, session_id) references session (circle_id, id)
);

alter table agenda_item
  add question_id bigint,
  -- it was not come to
  add left_out boolean not null default false,
  add foreign key (circle_id, question_id) references session_question (circle_id, id);
create unique index agenda_item_of_question on agenda_item (circle_id, question_id)
  where question_id is not null;

-- The thread that those became which were not come to.
create table session_question_thread (
  circle_id bigint not null,
  session_id bigint not null,
  thread_id bigint not null,
  by_person_id bigint not null references person,
  at timestamptz not null default now(),
  primary key (circle_id, session_id),
  foreign key (circle_id, session_id) references session (circle_id, id),
  foreign key (circle_id, thread_id) references thread (circle_id, id)
);

-- What was written down of a session, by whoever ran it or took notes.
create table session_minutes (
  circle_id bigint not null,
  session_id bigint not null,
  body text not null check (length(body) <= 20000),
  body_html text not null,
  written_by bigint not null references person,
  written_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (circle_id, session_id),
  foreign key (circle_id, session_id) references session (circle_id, id)
);
create table session_minutes_version (
  circle_id bigint not null,
  session_id bigint not null,
  version integer not null,
  body text not null,
  body_html text not null,
  written_by bigint not null references person,
  written_at timestamptz not null,
  primary key (circle_id, session_id, version),
  foreign key (circle_id, session_id) references session (circle_id, id)
);

-- What stayed with somebody, and with whom: in the room (only counted), in the circle, or to be
-- quoted outside without their name.
create table session_takeaway (
  circle_id bigint not null,
  session_id bigint not null,
  person_id bigint not null references person,
  body text not null check (length(body) between 1 and 1000),
  reach text not null check (reach in ('room', 'circle', 'quotable')),
  written_at timestamptz not null default now(),
  removed_at timestamptz,
  version integer not null default 1,
  primary key (circle_id, session_id, person_id),
  foreign key (circle_id, session_id) references session (circle_id, id)
);

-- One small act, said at the close of a session, and what became of it.
create table commitment (
  id bigint generated always as identity primary key,
  circle_id bigint not null,
  session_id bigint not null,
  person_id bigint not null references person,
  act text not null check (length(act) between 1 and 300),
  by_on date not null,
  said_at timestamptz not null default now(),
  edited_at timestamptz,
  taken_back_at timestamptz,
  became text check (became in ('done', 'tried', 'passed')),
  -- a line on how it went
  word text not null default '' check (length(word) <= 500),
  became_at timestamptz,
  -- where it became an ask
  ask_id bigint references ask on delete set null,
  version integer not null default 1,
  unique (circle_id, id),
  unique (circle_id, session_id, person_id),
  check ((became is null) = (became_at is null)),
  foreign key (circle_id, session_id) references session (circle_id, id)
);
create index commitments_of on commitment (circle_id, person_id, said_at desc);
`)
    .execute(db);
}
