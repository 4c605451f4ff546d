import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- An address a calendar program reads somebody’s sessions from: of all their circles, or of one.
create table calendar_feed (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  circle_id bigint references circle,
  token_hash text not null unique,
  made_at timestamptz not null default now(),
  read_at timestamptz,
  revoked_at timestamptz
);
create unique index calendar_feed_standing on calendar_feed (person_id, circle_id)
  nulls not distinct where revoked_at is null;

-- Whose calendar holds a session, as the last invitation they were mailed said it.
create table session_invited (
  circle_id bigint not null,
  session_id bigint not null,
  person_id bigint not null references person,
  sequence integer not null,
  at timestamptz not null default now(),
  cancelled_at timestamptz,
  primary key (circle_id, session_id, person_id),
  foreign key (circle_id, session_id) references session (circle_id, id)
);
create table series_invited (
  circle_id bigint not null,
  series_id bigint not null,
  person_id bigint not null references person,
  sequence integer not null,
  at timestamptz not null default now(),
  cancelled_at timestamptz,
  primary key (circle_id, series_id, person_id),
  foreign key (circle_id, series_id) references series (circle_id, id)
);

-- How long before a session its reminders come, in minutes; a circle or person without a row has the
-- usual three.
create table circle_reminders (
  circle_id bigint primary key references circle,
  leads integer[] not null check (cardinality(leads) <= 3),
  set_by bigint not null references person,
  set_at timestamptz not null default now(),
  version integer not null default 1
);
-- Somebody’s own, out of those of the circle.
create table person_reminders (
  circle_id bigint not null,
  person_id bigint not null,
  leads integer[] not null check (cardinality(leads) <= 3),
  set_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (circle_id, person_id),
  foreign key (circle_id, person_id) references membership (circle_id, person_id) on delete cascade
);
`)
    .execute(db);
}
