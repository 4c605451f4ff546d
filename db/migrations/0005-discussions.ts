import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table thread (
  id bigint generated always as identity primary key,
  circle_id bigint not null references circle,
  title text not null check (length(title) between 1 and 200),
  section_id bigint,
  session_id bigint,
  deck text,
  card text,
  started_by bigint not null references person,
  started_at timestamptz not null default now(),
  -- kept with each note so that a list never counts or sorts notes
  note_count integer not null default 0,
  last_note_id bigint,
  last_note_at timestamptz,
  submission_key uuid not null,
  check ((deck is null) = (card is null)),
  unique (circle_id, id),
  unique (started_by, submission_key),
  foreign key (circle_id, section_id) references section (circle_id, id)
    on delete set null (section_id),
  foreign key (circle_id, session_id) references session (circle_id, id)
);
create index thread_latest on thread (circle_id, last_note_id desc);

create table note (
  id bigint generated always as identity primary key,
  circle_id bigint not null references circle,
  thread_id bigint not null,
  author_id bigint not null references person,
  body text not null check (length(body) between 1 and 20000),
  -- sanitised HTML, rendered once when the note is written
  body_html text not null,
  quote text not null default '',
  quote_page text not null default '',
  version integer not null default 1,
  posted_at timestamptz not null default now(),
  edited_at timestamptz,
  submission_key uuid not null,
  unique (circle_id, id),
  unique (author_id, submission_key),
  foreign key (circle_id, thread_id) references thread (circle_id, id)
);
create index note_in_thread on note (circle_id, thread_id, id);

-- What a note said before each edit.
create table note_version (
  circle_id bigint not null,
  note_id bigint not null,
  version integer not null,
  body text not null,
  body_html text not null,
  quote text not null,
  quote_page text not null,
  replaced_at timestamptz not null default now(),
  primary key (circle_id, note_id, version),
  foreign key (circle_id, note_id) references note (circle_id, id)
);

create table note_deletion (
  circle_id bigint not null,
  note_id bigint not null,
  by_person_id bigint not null references person,
  at timestamptz not null default now(),
  primary key (circle_id, note_id),
  foreign key (circle_id, note_id) references note (circle_id, id)
);

-- How far a person has seen a thread: notes with a greater id are new to them.
create table thread_visit (
  circle_id bigint not null,
  thread_id bigint not null,
  person_id bigint not null,
  seen_note_id bigint not null default 0,
  visited_at timestamptz not null default now(),
  primary key (circle_id, thread_id, person_id),
  foreign key (circle_id, thread_id) references thread (circle_id, id),
  foreign key (circle_id, person_id) references membership (circle_id, person_id) on delete cascade
);
`)
    .execute(db);
}
