import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- Choosing the next book: members propose, each ranks, the count names one. At most one is open in a
-- circle, which is kept under the lock on the circle's row.
create table book_choice (
  id bigint generated always as identity primary key,
  circle_id bigint not null references circle,
  opened_by bigint not null references person,
  opened_at timestamptz not null default now(),
  closes_at timestamptz not null,
  time_zone text not null,
  version integer not null default 1,
  submission_key uuid not null,
  unique (circle_id, id),
  unique (opened_by, submission_key)
);

-- Stays when its proposer leaves the circle.
create table book_proposal (
  id bigint generated always as identity primary key,
  circle_id bigint not null,
  choice_id bigint not null,
  proposed_by bigint not null references person,
  title text not null check (length(title) between 1 and 200),
  author text not null default '',
  isbn text,
  pages integer check (pages between 1 and 99999),
  why text not null default '' check (length(why) <= 500),
  -- a book the circle has entered already
  book_id bigint,
  proposed_at timestamptz not null default now(),
  submission_key uuid not null,
  foreign key (circle_id, choice_id) references book_choice (circle_id, id),
  foreign key (circle_id, book_id) references book (circle_id, id),
  unique (circle_id, choice_id, id),
  unique (proposed_by, submission_key)
);

create table book_proposal_withdrawal (
  circle_id bigint not null,
  choice_id bigint not null,
  proposal_id bigint not null,
  by_person_id bigint not null references person,
  at timestamptz not null default now(),
  primary key (circle_id, choice_id, proposal_id),
  foreign key (circle_id, choice_id, proposal_id)
    references book_proposal (circle_id, choice_id, id)
);

-- How a member ranks, until it closes: what was counted is deleted, so that nobody can look it up.
create table ballot (
  circle_id bigint not null,
  choice_id bigint not null,
  person_id bigint not null,
  cast_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (circle_id, choice_id, person_id),
  foreign key (circle_id, choice_id) references book_choice (circle_id, id),
  foreign key (circle_id, person_id) references membership (circle_id, person_id) on delete cascade
);
create index ballot_of_person on ballot (circle_id, person_id);

create table ballot_rank (
  circle_id bigint not null,
  choice_id bigint not null,
  person_id bigint not null,
  rank smallint not null check (rank > 0),
  proposal_id bigint not null,
  primary key (circle_id, choice_id, person_id, rank),
  unique (circle_id, choice_id, person_id, proposal_id),
  foreign key (circle_id, choice_id, person_id)
    references ballot (circle_id, choice_id, person_id) on delete cascade,
  foreign key (circle_id, choice_id, proposal_id)
    references book_proposal (circle_id, choice_id, id)
);

create table book_choice_close (
  circle_id bigint not null,
  choice_id bigint not null,
  -- null when it closed by itself, at its time
  by_person_id bigint references person,
  at timestamptz not null,
  -- how many had ranked, and of how many
  ballots smallint not null,
  members smallint not null,
  -- null when nobody ranked
  winner_proposal_id bigint,
  -- the count, round by round; null where it would say who ranked how
  rounds jsonb,
  -- the reading the winner became
  reading_id bigint,
  primary key (circle_id, choice_id),
  foreign key (circle_id, choice_id) references book_choice (circle_id, id),
  foreign key (circle_id, choice_id, winner_proposal_id)
    references book_proposal (circle_id, choice_id, id),
  foreign key (circle_id, reading_id) references reading (circle_id, id),
  unique (circle_id, reading_id)
);

create table book_choice_cancellation (
  circle_id bigint not null,
  choice_id bigint not null,
  by_person_id bigint not null references person,
  at timestamptz not null default now(),
  primary key (circle_id, choice_id),
  foreign key (circle_id, choice_id) references book_choice (circle_id, id)
);
`)
    .execute(db);
}
