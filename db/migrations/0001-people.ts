import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table site (
  id smallint primary key default 1 check (id = 1),
  name text not null default 'Octavo',
  registration text not null default 'invitation' check (registration in ('invitation', 'open')),
  -- signs short-lived cookies and form keys; made once per installation
  secret text not null
);

create table person (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 100),
  email text not null,
  password_hash text not null,
  what_i_do text not null default '',
  company text not null default '',
  ask_me_about text not null default '',
  time_zone text not null default 'UTC',
  created_at timestamptz not null default now()
);
create unique index person_email_key on person (lower(email));

create table site_admin (
  person_id bigint primary key references person,
  granted_at timestamptz not null default now()
);

create table email_confirmed (
  person_id bigint primary key references person,
  email text not null,
  at timestamptz not null default now()
);

create table person_deactivation (
  person_id bigint primary key references person,
  by_person_id bigint references person,
  at timestamptz not null default now()
);

create table sign_in (
  -- hex SHA-256 of the token in the cookie; the token itself is never stored
  token_hash text primary key,
  person_id bigint not null references person,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  user_agent text not null default ''
);
create index sign_in_person on sign_in (person_id);

-- Single-purpose links sent by mail or printed once. purpose decides what the token may do.
create table account_link (
  token_hash text primary key,
  purpose text not null check (purpose in ('setup', 'confirm-email', 'reset-password', 'demo-sign-in')),
  person_id bigint references person,
  email text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((purpose = 'setup') = (person_id is null))
);
create index account_link_person on account_link (person_id);

-- Written by rate-limiter-flexible.
create table rate_limit (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
`)
    .execute(db);
}
