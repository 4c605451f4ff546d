import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- The sections a person says they have read.
create table section_read (
  circle_id bigint not null,
  reading_id bigint not null,
  person_id bigint not null,
  section_id bigint not null,
  -- the same for all that were marked in one go
  read_at timestamptz not null default now(),
  primary key (circle_id, reading_id, person_id, section_id),
  foreign key (circle_id, reading_id) references reading (circle_id, id),
  foreign key (circle_id, section_id) references section (circle_id, id) on delete cascade,
  foreign key (circle_id, person_id) references membership (circle_id, person_id) on delete cascade
);
create index section_read_of_section on section_read (circle_id, section_id);
create index section_read_of_person on section_read (circle_id, person_id);

-- How far a person says they are, by page or (audio, e-book) by percent; 0 is not begun.
create table place_reached (
  circle_id bigint not null,
  reading_id bigint not null,
  person_id bigint not null,
  page integer check (page > 0),
  percent smallint check (percent between 0 and 100),
  reached_at timestamptz not null default now(),
  primary key (circle_id, reading_id, person_id),
  check ((page is null) <> (percent is null)),
  foreign key (circle_id, reading_id) references reading (circle_id, id),
  foreign key (circle_id, person_id) references membership (circle_id, person_id) on delete cascade
);
create index place_reached_of_person on place_reached (circle_id, person_id);

-- The circle sees this person's progress by name.
create table progress_sharing (
  circle_id bigint not null,
  person_id bigint not null,
  since timestamptz not null default now(),
  primary key (circle_id, person_id),
  foreign key (circle_id, person_id) references membership (circle_id, person_id) on delete cascade
);

-- The section a note is about: it is folded for those who are not that far.
alter table note add column section_id bigint;
update note n set section_id = t.section_id
  from thread t where t.circle_id = n.circle_id and t.id = n.thread_id and t.section_id is not null;
alter table note add foreign key (circle_id, section_id) references section (circle_id, id)
  on delete set null (section_id);
create index note_about on note (circle_id, section_id) where section_id is not null;

-- A person who wants to see every note of a thread, wherever they are in the book.
create table thread_opening (
  circle_id bigint not null,
  thread_id bigint not null,
  person_id bigint not null,
  opened_at timestamptz not null default now(),
  primary key (circle_id, thread_id, person_id),
  foreign key (circle_id, thread_id) references thread (circle_id, id),
  foreign key (circle_id, person_id) references membership (circle_id, person_id) on delete cascade
);
create index thread_opening_of_person on thread_opening (circle_id, person_id);
`)
    .execute(db);
}
