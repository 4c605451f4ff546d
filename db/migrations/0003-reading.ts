import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table book (
  id bigint generated always as identity primary key,
  circle_id bigint not null references circle,
  title text not null check (length(title) between 1 and 200),
  subtitle text not null default '',
  author text not null default '',
  isbn text,
  added_by bigint not null references person,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  submission_key uuid not null,
  unique (circle_id, id),
  unique (added_by, submission_key)
);

create table section (
  id bigint generated always as identity primary key,
  circle_id bigint not null references circle,
  book_id bigint not null,
  position integer not null,
  -- how the book numbers it: '4', 'IV', 'Two'; '' when it does not
  label text not null default '' check (length(label) <= 20),
  title text not null check (length(title) between 1 and 300),
  kind text not null default 'chapter' check (kind in ('front', 'part', 'chapter', 'back')),
  start_page integer check (start_page > 0),
  end_page integer check (end_page >= start_page),
  foreign key (circle_id, book_id) references book (circle_id, id),
  unique (circle_id, id),
  unique (circle_id, book_id, id),
  -- deferred so that sections can be reordered in one transaction
  unique (book_id, position) deferrable initially deferred
);

create table reading (
  id bigint generated always as identity primary key,
  circle_id bigint not null references circle,
  book_id bigint not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  created_by bigint not null references person,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  submission_key uuid not null,
  foreign key (circle_id, book_id) references book (circle_id, id),
  unique (circle_id, id),
  unique (circle_id, id, book_id),
  unique (created_by, submission_key)
);

-- A reading ended before, or confirmed at, its end date.
create table reading_end (
  circle_id bigint not null,
  reading_id bigint not null,
  by_person_id bigint not null references person,
  -- the day it ended in the circle's zone: from then on another reading may begin
  ended_on date not null,
  at timestamptz not null default now(),
  primary key (circle_id, reading_id),
  foreign key (circle_id, reading_id) references reading (circle_id, id)
);

create table milestone (
  id bigint generated always as identity primary key,
  circle_id bigint not null references circle,
  reading_id bigint not null,
  title text not null default '',
  due_on date not null,
  foreign key (circle_id, reading_id) references reading (circle_id, id),
  unique (circle_id, id),
  unique (circle_id, reading_id, id)
);
create index reading_starts on reading (circle_id, starts_on);
create index milestone_due on milestone (circle_id, reading_id, due_on);

create table milestone_section (
  circle_id bigint not null,
  reading_id bigint not null,
  milestone_id bigint not null,
  section_id bigint not null,
  primary key (circle_id, milestone_id, section_id),
  -- a section belongs to one milestone of a reading
  unique (circle_id, reading_id, section_id),
  foreign key (circle_id, reading_id, milestone_id)
    references milestone (circle_id, reading_id, id) on delete cascade,
  foreign key (circle_id, section_id) references section (circle_id, id)
);
`)
    .execute(db);
}
