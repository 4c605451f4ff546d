import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- What was found when clocks were last looked at: by the zone data of this Node and of PostgreSQL.
create table clock_check (
  id smallint primary key default 1 check (id = 1),
  at timestamptz not null,
  -- release of the zone data in Node: '2026c'
  zones text not null,
  found jsonb not null
);
`)
    .execute(db);
  // An empty database gets its queue later.
  const { rows } = await sql<{ queue: string | null }>`
    select to_regclass('graphile_worker._private_jobs') as queue`.execute(db);
  if (!rows[0]?.queue) return;
  await sql.raw(REMINDERS_THAT_WAIT).execute(db);
  await sql.raw(REMINDERS_TO_COME).execute(db);
}

/**
 * Sessions had one reminder, a day before. What waits becomes the next of three: two weeks, two days or
 * two hours before, whichever is to come first. Less than two hours before a session it has been said.
 */
const REMINDERS_THAT_WAIT = `
with waits as (
  select j.id, j.payload, (j.payload ->> 'startsAt')::timestamptz as starts_at
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  where t.identifier = 'remind-of-session' and j.payload ->> 'lead' is null
), next as (
  select w.id, w.payload, w.starts_at, lead.minutes
  from waits w
  cross join lateral (
    select max(l) as minutes from unnest(array[20160, 2880, 120]) as l
    where w.starts_at - l * interval '1 minute' > now()
  ) lead
)
update graphile_worker._private_jobs j
set payload = (next.payload::jsonb || jsonb_build_object('lead', coalesce(next.minutes, 120)))::json,
  run_at = next.starts_at - coalesce(next.minutes, 120) * interval '1 minute'
from next where j.id = next.id`;

/** Less than a day before a session its one reminder has been said; that of two hours before is to come. */
const REMINDERS_TO_COME = `
select graphile_worker.add_job('remind-of-session',
  payload := json_build_object('sessionId', s.id, 'startsAt', s.starts_at, 'lead', 120),
  run_at := s.starts_at - interval '2 hours', max_attempts := 10,
  job_key := 'session-reminder:' || s.id)
from session s
where s.starts_at > now() + interval '2 hours' and s.starts_at <= now() + interval '1 day'
  and not exists (select from session_cancellation off
    where off.circle_id = s.circle_id and off.session_id = s.id)`;
