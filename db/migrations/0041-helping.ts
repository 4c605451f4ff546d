import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- How much somebody can take on; none: two at once, and whoever is here may ask.
create table helping (
  person_id bigint primary key references person,
  -- how many conversations at once as the helper; 0: out
  at_once smallint not null default 2 check (at_once between 0 and 9),
  -- a day on their own clock; not asked before it
  paused_until date,
  -- somebody in none of their circles may ask them, where “ask me about” fits
  beyond_circles boolean not null default true,
  -- asks to them alone that were left unanswered, in a row
  unanswered smallint not null default 0,
  -- since then they rest, after three of those
  resting_since timestamptz,
  -- mail about a conversation carries what was said there
  said_in_mail boolean not null default false,
  version integer not null default 1
);
-- Who filled in “ask me about” before this did so for their circles.
insert into helping (person_id, beyond_circles)
select id, false from person where ask_me_about <> '';

-- Whom somebody would rather not be with: by their account or by an address. Theirs alone.
create table keep_apart (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  other_id bigint references person,
  -- what they typed, and its key
  address text,
  address_key text,
  at timestamptz not null default now(),
  -- it holds no more, and is forgotten a day later
  taken_off_at timestamptz,
  check (num_nonnulls(other_id, address_key) = 1),
  check ((address is null) = (address_key is null)),
  check (other_id <> person_id)
);
create unique index keep_apart_person on keep_apart (person_id, other_id)
  where other_id is not null;
create unique index keep_apart_address on keep_apart (person_id, address_key)
  where address_key is not null;
create index keep_apart_other on keep_apart (other_id) where other_id is not null;
create index keep_apart_address_of on keep_apart (address_key) where address_key is not null;
create index keep_apart_taken_off on keep_apart (taken_off_at) where taken_off_at is not null;

-- Whoever changes their address is still kept apart by the one they had.
create index address_before_key on address_before (address_key(email));

-- The other is a stranger to what this person asks and says between two people.
create table person_block (
  person_id bigint not null references person,
  blocked_id bigint not null references person,
  at timestamptz not null default now(),
  primary key (person_id, blocked_id),
  check (person_id <> blocked_id)
);
create index person_block_of_blocked on person_block (blocked_id);
`)
    .execute(db);
}
