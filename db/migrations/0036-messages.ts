import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- A mail to one recipient: one row for what it is about, its recipient and its kind, from which its
-- Message-ID is made. What it says is read when it is sent.
create table message (
  id bigint generated always as identity primary key,
  kind text not null,
  occasion text not null,
  recipient text not null,
  -- null for whoever has no account
  person_id bigint references person,
  -- whose business it is; null for a person's own account
  circle_id bigint references circle,
  given jsonb not null default '{}',
  made_at timestamptz not null default now(),
  -- how often it was tried in vain, when last, and what was said then
  attempts smallint not null default 0,
  tried_at timestamptz,
  said text not null default '',
  sent_at timestamptz,
  sent_to text,
  -- when it was due there was nothing to say any more
  dropped_at timestamptz,
  -- given up; whoever runs the site may have it sent again
  failed_at timestamptz,
  unique (kind, occasion, recipient),
  check (num_nonnulls(sent_at, dropped_at, failed_at) <= 1),
  check ((sent_at is null) = (sent_to is null)),
  check ((attempts = 0) = (tried_at is null))
);
create index message_failed on message (failed_at desc, id desc) where failed_at is not null;
create index message_waiting on message (made_at)
  where sent_at is null and dropped_at is null and failed_at is null;
create index message_made on message (made_at);

-- An address that mail servers refuse for good. Nothing is sent there until it is taken off.
create table refused_address (
  address_key text primary key,
  address text not null,
  said text not null,
  at timestamptz not null default now()
);
`)
    .execute(db);
}
