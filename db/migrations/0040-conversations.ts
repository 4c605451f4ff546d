import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- What two people say to each other about one ask. Nobody else reads it, whatever their role.
create table conversation (
  id bigint generated always as identity primary key,
  ask_id bigint not null references ask,
  offer_id bigint not null unique references offer,
  asker_id bigint not null references person,
  helper_id bigint not null references person,
  opened_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by bigint references person,
  -- when both were asked what came of it
  asked_after_at timestamptz,
  last_note_at timestamptz,
  check (asker_id <> helper_id),
  check ((ended_at is null) = (ended_by is null)),
  check (ended_by is null or ended_by in (asker_id, helper_id)),
  unique (ask_id, helper_id)
);
create index conversation_of_asker on conversation (asker_id, ended_at);
create index conversation_of_helper on conversation (helper_id, ended_at);
create index conversation_to_ask_after on conversation (opened_at) where asked_after_at is null;

create table conversation_note (
  id bigint generated always as identity primary key,
  conversation_id bigint not null references conversation,
  author_id bigint not null references person,
  body text not null check (length(body) between 1 and 20000),
  body_html text not null,
  version integer not null default 1,
  posted_at timestamptz not null default now(),
  edited_at timestamptz,
  taken_back_at timestamptz,
  submission_key uuid not null,
  submission_digest text,
  -- what the form carried that it was last saved by: a draft of it is known by that
  form_key uuid,
  unique (conversation_id, id),
  unique (author_id, submission_key)
);

create table conversation_note_version (
  note_id bigint not null references conversation_note,
  version integer not null,
  body text not null,
  body_html text not null,
  replaced_at timestamptz not null default now(),
  primary key (note_id, version)
);

create table conversation_visit (
  conversation_id bigint not null references conversation,
  person_id bigint not null references person,
  -- the notes that were on their screen
  seen int8multirange not null default '{}',
  visited_at timestamptz not null default now(),
  primary key (conversation_id, person_id)
);

-- One or two meetings, set as a session is.
create table conversation_meeting (
  id bigint generated always as identity primary key,
  conversation_id bigint not null references conversation,
  starts_at timestamptz not null,
  time_zone text not null,
  minutes smallint not null check (minutes between 10 and 480),
  place text not null default '',
  -- iCalendar UID (stable) and SEQUENCE (rises on every change), RFC 5545 3.8.4.7 and 3.8.7.4
  calendar_uid text not null unique,
  calendar_sequence integer not null default 0,
  created_by bigint not null references person,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  cancelled_at timestamptz,
  version integer not null default 1,
  submission_key uuid not null,
  submission_digest text,
  unique (conversation_id, id),
  unique (created_by, submission_key)
);

-- What each of the two says came of it. Shared with the ask's circle only where both wish it.
create table ask_outcome (
  conversation_id bigint not null references conversation,
  person_id bigint not null references person,
  helped text not null check (helped in ('yes', 'partly', 'no')),
  did text not null default '' check (length(did) <= 2000),
  did_html text not null default '',
  share boolean not null default false,
  at timestamptz not null default now(),
  version integer not null default 1,
  primary key (conversation_id, person_id)
);

-- One sentence from the asker to the helper, about what changed.
create table ask_thanks (
  conversation_id bigint primary key references conversation,
  body text not null check (length(body) between 1 and 280),
  at timestamptz not null default now(),
  version integer not null default 1
);

-- What somebody handed over of a conversation, to one person: the notes they picked, as they were.
create table conversation_report (
  id bigint generated always as identity primary key,
  conversation_id bigint not null references conversation,
  by_person_id bigint not null references person,
  about_person_id bigint not null references person,
  to_person_id bigint not null references person,
  -- as what they were chosen: the host of this circle, or whoever runs the site
  as_host_of bigint references circle,
  words text not null check (length(words) between 1 and 4000),
  words_html text not null,
  at timestamptz not null default now(),
  read_at timestamptz,
  settled_at timestamptz,
  submission_key uuid not null,
  submission_digest text,
  unique (by_person_id, submission_key),
  check (to_person_id not in (by_person_id, about_person_id))
);
create index conversation_report_to on conversation_report (to_person_id, at desc);

create table conversation_report_note (
  report_id bigint not null references conversation_report,
  note_id bigint not null references conversation_note,
  author_id bigint not null references person,
  body_html text not null,
  posted_at timestamptz not null,
  primary key (report_id, note_id)
);
`)
    .execute(db);
}
