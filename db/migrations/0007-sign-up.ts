import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- An account somebody asked for and has not finished. It becomes a person only through the link in
-- the mail, so that an address nobody proved to read can neither be taken nor be probed.
create table sign_up (
  id bigint generated always as identity primary key,
  -- null until the mail is written: the token exists only there
  token_hash text unique,
  name text not null check (length(name) between 1 and 100),
  email text not null,
  password_hash text not null,
  time_zone text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sign_up_email on sign_up (lower(email));

-- the people list, a page at a time
create index person_by_name on person (lower(name), id);
`)
    .execute(db);
}
