import { type Kysely, sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- Sessions that recur, by a rule on the circle’s clock.
create table series (
  id bigint generated always as identity primary key,
  circle_id bigint not null references circle,
  title text not null default '' check (length(title) <= 200),
  minutes smallint not null check (minutes between 10 and 480),
  place text not null default '',
  -- an RRULE (RFC 5545, 3.3.10) without UNTIL and COUNT
  rule text not null,
  -- the first one; which later ones there are follows from the rule
  starts_on date not null,
  at_time text not null check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  time_zone text not null,
  -- who runs each; null: nobody, or whose turn it is
  facilitator_id bigint,
  -- the last day there may be one
  until_on date,
  -- it ends when this reading does
  reading_id bigint,
  -- the series that this one goes on with, from a day on
  follows_id bigint,
  -- up to which day its sessions are there
  made_until date not null,
  ended_at timestamptz,
  ended_by bigint references person,
  calendar_uid text not null unique,
  calendar_sequence integer not null default 0,
  created_by bigint not null references person,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  submission_key uuid not null,
  submission_digest text,
  unique (circle_id, id),
  unique (created_by, submission_key),
  foreign key (circle_id, facilitator_id) references membership (circle_id, person_id)
    on delete set null (facilitator_id),
  foreign key (circle_id, reading_id) references reading (circle_id, id),
  foreign key (circle_id, follows_id) references series (circle_id, id)
);
create index series_to_make on series (made_until) where ended_at is null;
create index series_of_circle on series (circle_id, id desc);

-- A day on which the rule would have one, and there is none.
create table series_skip (
  circle_id bigint not null,
  series_id bigint not null,
  occurs_on date not null,
  by_person_id bigint not null references person,
  at timestamptz not null default now(),
  primary key (circle_id, series_id, occurs_on),
  foreign key (circle_id, series_id) references series (circle_id, id)
);

alter table session
  add series_id bigint,
  -- the day the rule says, also once it was moved
  add occurs_on date,
  -- changed for itself: what is changed of its series passes it by
  add changed_alone boolean not null default false,
  -- the wall clock it was set by, from which its moment follows; null: no clock here knew its zone
  add on_date date,
  add at_time text check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add second_time boolean not null default false,
  add check ((on_date is null) = (at_time is null)),
  add check ((series_id is null) = (occurs_on is null)),
  add foreign key (circle_id, series_id) references series (circle_id, id);
create unique index session_of_series on session (circle_id, series_id, occurs_on)
  where series_id is not null;
create index session_to_come on session (starts_at);

alter table conversation_meeting
  add on_date date,
  add at_time text check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add second_time boolean not null default false,
  add check ((on_date is null) = (at_time is null));

-- What a poll ended with.
create table time_poll_end (
  circle_id bigint not null,
  poll_id bigint not null,
  ended_as text not null check (ended_as in ('chosen', 'called_off')),
  slot_id bigint,
  session_id bigint,
  series_id bigint,
  by_person_id bigint not null references person,
  at timestamptz not null default now(),
  primary key (circle_id, poll_id),
  check ((ended_as = 'chosen') = (slot_id is not null)),
  check (slot_id is null or (session_id is null) <> (series_id is null)),
  foreign key (circle_id, poll_id) references time_poll (circle_id, id),
  foreign key (circle_id, poll_id, slot_id) references time_poll_slot (circle_id, poll_id, id),
  foreign key (circle_id, session_id) references session (circle_id, id),
  foreign key (circle_id, series_id) references series (circle_id, id)
);
`)
    .execute(db);
  await readClocks(db, 'session');
  await readClocks(db, 'conversation_meeting');
}

/** Writes beside every moment what clocks show then in its zone. */
async function readClocks(db: Kysely<unknown>, table: 'session' | 'conversation_meeting') {
  const { rows } = await sql<{ id: string; starts_at: Date; time_zone: string }>`
    select id, starts_at, time_zone from ${sql.table(table)}`.execute(db);
  const read = rows.flatMap(({ id, starts_at, time_zone }) => {
    const clock = clockOf(starts_at, time_zone);
    return clock ? [{ id, ...clock }] : [];
  });
  await sql`
    update ${sql.table(table)} as t
    set on_date = c.on_date, at_time = c.at_time, second_time = c.second_time
    from json_to_recordset(${JSON.stringify(read)}::json)
      as c(id bigint, on_date date, at_time text, second_time boolean)
    where t.id = c.id`.execute(db);
}

/** What clocks show; null where this machine has no clocks for the zone, or they show seconds. */
function clockOf(at: Date, zone: string) {
  try {
    const when = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
    if (when.second !== 0 || when.millisecond !== 0) return null;
    const shown = when.toPlainDateTime();
    const first = shown.toZonedDateTime(zone, { disambiguation: 'earlier' });
    return {
      on_date: shown.toPlainDate().toString(),
      at_time: shown.toPlainTime().toString({ smallestUnit: 'minute' }),
      second_time: !first.equals(when),
    };
  } catch {
    return null;
  }
}
