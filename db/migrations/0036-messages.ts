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
  // An empty database gets its queue later.
  const { rows } = await sql<{ queue: string | null }>`
    select to_regclass('graphile_worker._private_jobs') as queue`.execute(db);
  if (rows[0]?.queue) await sql.raw(MAILS_THAT_WAIT).execute(db);
}

/** Mails were jobs of many names. What waits is sent all the same, and what was given up is kept. */
const MAILS_THAT_WAIT = `
with old as (
  select j.id, t.identifier as task, j.payload::jsonb as p, j.run_at, j.updated_at,
    j.attempts, j.attempts >= j.max_attempts as given_up, coalesce(j.last_error, '') as error
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  where t.identifier like 'send-%'
), made (id, kind, recipient, person_id, circle_id, given) as (
  select id, 'email-confirmation', 'address:' || address_key(p ->> 'email'),
    (p ->> 'personId')::bigint, null::bigint, p
  from old where task = 'send-email-confirmation'
  union all
  select id, substr(task, 6), 'address:' || address_key(p ->> 'email'), null, null,
    p || case task when 'send-password-reset' then jsonb_build_object('at', now()) else '{}' end
  from old where task in ('send-password-reset', 'send-account-notice')
  union all
  select old.id, 'sign-up', 'address:' || address_key(s.email), null, null, p
  from old join sign_up s on s.id = (p ->> 'signUpId')::bigint where task = 'send-sign-up'
  union all
  select old.id, 'invitation', 'address:' || address_key(i.email), null, i.circle_id,
    p || jsonb_build_object('at',
      to_char(i.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  from old join invitation i on i.id = (p ->> 'invitationId')::bigint where task = 'send-invitation'
  union all
  select old.id, substr(task, 6), null, w.person_id, w.circle_id, p
  from old join waiting_place w on w.id = (p ->> 'placeId')::bigint
  where task in ('send-seat-offered', 'send-waiting', 'send-line-removal')
  union all
  select old.id, 'request-received', null, m.person_id, r.circle_id, p
  from old join join_request r on r.id = (p ->> 'requestId')::bigint
  join membership m on m.circle_id = r.circle_id and m.role = 'host'
  where task = 'send-request-received'
  union all
  select old.id, 'request-answered', null, r.person_id, r.circle_id, p
  from old join join_request r on r.id = (p ->> 'requestId')::bigint
  where task = 'send-request-answered'
  union all
  select old.id, 'removal', null, d.person_id, d.circle_id, p
  from old join departure d on d.id = (p ->> 'departureId')::bigint where task = 'send-removal'
  union all
  select id, case task when 'send-host-handed-over' then 'hosting-handed-over'
      else substr(task, 6) end,
    null, (p ->> 'personId')::bigint, (p ->> 'circleId')::bigint, p - 'personId'
  from old where task in ('send-host-handed-over', 'send-hosting-passed', 'send-wrap-opened',
    'send-wrap-reminder', 'send-list-open')
  union all
  select old.id, case when task = 'send-session-reminder' then 'session-reminder'
      when p ->> 'what' = 'cancelled' then 'session-cancelled' else 'session-told' end,
    null, (p ->> 'personId')::bigint, s.circle_id, p - 'personId'
  from old join session s on s.id = (p ->> 'sessionId')::bigint
  where task in ('send-session-mail', 'send-session-reminder')
  union all
  select old.id, case when task = 'send-choice-reminder' then 'choice-reminder'
      when p ->> 'what' = 'closed' then 'choice-closed' else 'choice-told' end,
    null, (p ->> 'personId')::bigint, c.circle_id, p - 'personId'
  from old join book_choice c on c.id = (p ->> 'choiceId')::bigint
  where task in ('send-choice-mail', 'send-choice-reminder')
), posted as (
  insert into message (kind, occasion, recipient, person_id, circle_id, given, attempts, tried_at,
    said, failed_at)
  select kind, 'job:' || old.id, coalesce(recipient, 'person:' || person_id), person_id, circle_id,
    given, old.attempts, case when old.attempts > 0 then old.updated_at end,
    left(split_part(old.error, E'\\n', 1), 500), case when old.given_up then old.updated_at end
  from made join old on old.id = made.id
  returning id, substr(occasion, 5)::bigint as job, failed_at
), gone as (
  delete from graphile_worker._private_jobs j using posted where j.id = posted.job
)
select graphile_worker.add_job('send-message', json_build_object('messageId', posted.id),
  run_at := old.run_at, max_attempts := 1000, job_key := 'message:' || posted.id)
from posted join old on old.id = posted.job where posted.failed_at is null`;
