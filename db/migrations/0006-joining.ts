import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table circle
  add column version integer not null default 1,
  add column submission_key uuid,
  add constraint circle_submission unique (created_by, submission_key);

-- The link in the mail is made when the mail is sent (a token never waits in the job queue), beside
-- the link that the host was shown. Both are one invitation, used once.
alter table invitation
  add column mailed_token_hash text unique,
  add column submission_key uuid;

create index invitation_address on invitation (lower(email))
  where accepted_at is null and revoked_at is null;

-- A circle always has a host: membership_one_host allows one at most, this one at least.
create function circle_keeps_a_host() returns trigger language plpgsql as $$
begin
  if not exists (select from membership where circle_id = old.circle_id and role = 'host')
     and exists (select from circle where id = old.circle_id) then
    raise exception 'circle % would be without a host', old.circle_id
      using errcode = 'check_violation', constraint = 'circle_keeps_a_host';
  end if;
  return null;
end $$;
create constraint trigger circle_keeps_a_host
  after update or delete on membership deferrable initially deferred
  for each row when (old.role = 'host') execute function circle_keeps_a_host();
`)
    .execute(db);
}
