import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- A meeting of the circle. (A browser's authentication is a sign_in.)
create table session (
  id bigint generated always as identity primary key,
  circle_id bigint not null references circle,
  title text not null default '',
  starts_at timestamptz not null,
  time_zone text not null,
  minutes smallint not null check (minutes between 10 and 480),
  place text not null default '',
  facilitator_id bigint,
  milestone_id bigint,
  -- iCalendar UID (stable) and SEQUENCE (rises on every change), RFC 5545 3.8.4.7 and 3.8.7.4
  calendar_uid text not null unique,
  calendar_sequence integer not null default 0,
  created_by bigint not null references person,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  submission_key uuid not null,
  unique (circle_id, id),
  unique (created_by, submission_key),
  foreign key (circle_id, facilitator_id) references membership (circle_id, person_id)
    on delete set null (facilitator_id),
  foreign key (circle_id, milestone_id) references milestone (circle_id, id)
    on delete set null (milestone_id)
);
create index session_starts on session (circle_id, starts_at, id);

create table session_cancellation (
  circle_id bigint not null,
  session_id bigint not null,
  reason text not null default '',
  by_person_id bigint not null references person,
  at timestamptz not null default now(),
  primary key (circle_id, session_id),
  foreign key (circle_id, session_id) references session (circle_id, id)
);

create table agenda_item (
  id bigint generated always as identity primary key,
  circle_id bigint not null,
  session_id bigint not null,
  position integer not null,
  title text not null check (length(title) between 1 and 200),
  minutes smallint not null check (minutes between 1 and 480),
  -- both set when the item is a card of a deck
  deck text,
  card text,
  check ((deck is null) = (card is null)),
  foreign key (circle_id, session_id) references session (circle_id, id),
  unique (circle_id, id),
  unique (session_id, position) deferrable initially deferred
);

create table session_reply (
  circle_id bigint not null,
  session_id bigint not null,
  person_id bigint not null,
  answer text not null check (answer in ('yes', 'maybe', 'no')),
  word text not null default '' check (length(word) <= 280),
  replied_at timestamptz not null default now(),
  primary key (circle_id, session_id, person_id),
  foreign key (circle_id, session_id) references session (circle_id, id),
  foreign key (circle_id, person_id) references membership (circle_id, person_id) on delete cascade
);
`)
    .execute(db);
}
