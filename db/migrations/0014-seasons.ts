import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- The end of a season: what a reading left, and who stays for the next book.
create table wrap (
  circle_id bigint not null,
  reading_id bigint not null,
  -- null when it opened by itself, the day after the reading's last
  opened_by bigint references person,
  opened_at timestamptz not null default now(),
  -- until then members say whether they stay
  answer_by timestamptz not null check (answer_by > opened_at),
  time_zone text not null,
  primary key (circle_id, reading_id),
  foreign key (circle_id, reading_id) references reading (circle_id, id)
);

-- Whether a member stays for the next book. A wrap that is taken back asks anew.
create table recommitment (
  circle_id bigint not null,
  reading_id bigint not null,
  person_id bigint not null,
  -- 'unsure' counts as no answer
  answer text not null check (answer in ('staying', 'leaving', 'unsure')),
  answered_at timestamptz not null default now(),
  primary key (circle_id, reading_id, person_id),
  foreign key (circle_id, reading_id) references wrap (circle_id, reading_id) on delete cascade,
  foreign key (circle_id, person_id) references membership (circle_id, person_id) on delete cascade
);
create index recommitment_of_person on recommitment (circle_id, person_id);

-- From then on everyone sees who stays. Once: its mail goes out with the row.
create table list_opening (
  circle_id bigint not null,
  reading_id bigint not null,
  at timestamptz not null default now(),
  primary key (circle_id, reading_id),
  foreign key (circle_id, reading_id) references wrap (circle_id, reading_id) on delete cascade
);

-- What a reader took from a book. It stays when they leave the circle, and when the wrap is taken back.
create table takeaway (
  circle_id bigint not null,
  reading_id bigint not null,
  person_id bigint not null references person,
  body text not null check (length(body) between 1 and 2000),
  body_html text not null,
  version integer not null default 1,
  written_at timestamptz not null default now(),
  edited_at timestamptz,
  primary key (circle_id, reading_id, person_id),
  foreign key (circle_id, reading_id) references reading (circle_id, id)
);

create table takeaway_removal (
  circle_id bigint not null,
  reading_id bigint not null,
  person_id bigint not null,
  at timestamptz not null default now(),
  primary key (circle_id, reading_id, person_id),
  foreign key (circle_id, reading_id, person_id)
    references takeaway (circle_id, reading_id, person_id) on delete cascade
);

-- A member who has not finished the book and wants to see what the others took from it.
create table takeaway_opening (
  circle_id bigint not null,
  reading_id bigint not null,
  person_id bigint not null,
  opened_at timestamptz not null default now(),
  primary key (circle_id, reading_id, person_id),
  foreign key (circle_id, reading_id) references reading (circle_id, id),
  foreign key (circle_id, person_id) references membership (circle_id, person_id) on delete cascade
);
create index takeaway_opening_of_person on takeaway_opening (circle_id, person_id);
`)
    .execute(db);
}
