import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table circle (
  id bigint generated always as identity primary key,
  slug text not null unique,
  name text not null check (length(name) between 1 and 80),
  purpose text not null default '',
  seats smallint not null default 8 check (seats between 3 and 12),
  time_zone text not null,
  visibility text not null default 'private' check (visibility in ('private', 'listed')),
  cloth text not null default 'pine'
    check (cloth in ('pine', 'indigo', 'plum', 'madder', 'ochre', 'slate')),
  created_by bigint not null references person,
  created_at timestamptz not null default now()
);
create index circle_listed on circle (id) where visibility = 'listed';

create table membership (
  circle_id bigint not null references circle,
  person_id bigint not null references person,
  role text not null check (role in ('member', 'facilitator', 'host')),
  joined_at timestamptz not null default now(),
  primary key (circle_id, person_id)
);
create index membership_person on membership (person_id);
create unique index membership_one_host on membership (circle_id) where role = 'host';

create table departure (
  id bigint generated always as identity primary key,
  circle_id bigint not null references circle,
  person_id bigint not null references person,
  role text not null,
  joined_at timestamptz not null,
  left_at timestamptz not null default now(),
  -- null when the person left of their own accord
  removed_by bigint references person,
  word text not null default ''
);
create index departure_person on departure (circle_id, person_id);

create table agreement (
  circle_id bigint not null references circle,
  version integer not null,
  body text not null,
  written_by bigint not null references person,
  created_at timestamptz not null default now(),
  primary key (circle_id, version)
);

create table agreement_consent (
  circle_id bigint not null references circle,
  version integer not null,
  person_id bigint not null references person,
  at timestamptz not null default now(),
  primary key (circle_id, version, person_id),
  foreign key (circle_id, version) references agreement (circle_id, version)
);

create table invitation (
  id bigint generated always as identity,
  circle_id bigint not null references circle,
  email text not null,
  role text not null check (role in ('member', 'facilitator')),
  word text not null default '',
  token_hash text not null unique,
  invited_by bigint not null references person,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_by bigint references person,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (id),
  unique (circle_id, id)
);
create unique index invitation_open on invitation (circle_id, lower(email))
  where accepted_at is null and revoked_at is null;

-- The reusable link into a circle: at most one is in force.
create table join_link (
  id bigint generated always as identity primary key,
  circle_id bigint not null references circle,
  token_hash text not null unique,
  created_by bigint not null references person,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create unique index join_link_open on join_link (circle_id) where ended_at is null;

create table join_request (
  id bigint generated always as identity,
  circle_id bigint not null references circle,
  person_id bigint not null references person,
  word text not null default '',
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by bigint references person,
  decision text check (decision in ('accepted', 'declined', 'withdrawn')),
  answer text not null default '',
  primary key (id),
  unique (circle_id, id),
  check ((decided_at is null) = (decision is null))
);
create unique index join_request_open on join_request (circle_id, person_id) where decided_at is null;
create index join_request_person on join_request (person_id);

-- A place in the waiting list, in order of id. An offer holds a seat until offer_expires_at.
create table waiting_place (
  id bigint generated always as identity,
  circle_id bigint not null references circle,
  person_id bigint not null references person,
  role text not null default 'member' check (role in ('member', 'facilitator')),
  created_at timestamptz not null default now(),
  offered_at timestamptz,
  offer_expires_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('joined', 'withdrawn', 'lapsed', 'removed')),
  primary key (id),
  unique (circle_id, id),
  check ((ended_at is null) = (outcome is null)),
  check ((offered_at is null) = (offer_expires_at is null))
);
create unique index waiting_place_open on waiting_place (circle_id, person_id) where ended_at is null;
create index waiting_place_person on waiting_place (person_id);
`)
    .execute(db);
}
