import { sql } from 'kysely';
import type { Executor } from '#db/database.server.ts';

/** Payload of every background job by name. A domain adds its jobs by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the domains' jobs.server.ts
export interface Jobs {}

export type JobName = keyof Jobs & string;

const MOST_ATTEMPTS = 10;

/**
 * Adds a job in the caller's own transaction: it runs only if that commits.
 * @param options.key replaces a waiting job of the same key (a reminder that moves)
 * @param options.runAt not before this moment
 */
export async function enqueue<N extends JobName>(
  tx: Executor,
  name: N,
  payload: Jobs[N],
  options: { key?: string; runAt?: Date; maxAttempts?: number } = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(
    ${name}, payload := ${JSON.stringify(payload)}::json,
    run_at := ${options.runAt ?? null}::timestamptz,
    max_attempts := ${options.maxAttempts ?? MOST_ATTEMPTS}::int,
    job_key := ${options.key ?? null}::text
  )`.execute(tx);
}

/** A job to be added, as `enqueue` takes it. */
type Added = {
  [N in JobName]: { name: N; payload: Jobs[N]; key?: string; runAt?: Date };
}[JobName];

/** Adds several jobs in one statement, as `enqueue` adds one. Each key once. */
export async function enqueueAll(tx: Executor, jobs: readonly Added[]): Promise<void> {
  await sql`
    select from (
      select array_agg((
        name, payload, null, "runAt", ${MOST_ATTEMPTS}::smallint, key, null, null
      )::graphile_worker.job_spec) as specs
      from json_to_recordset(${JSON.stringify(jobs)}::json)
        as each(name text, payload json, key text, "runAt" timestamptz)
      having count(*) > 0
    ) as jobs, graphile_worker.add_jobs(jobs.specs)`.execute(tx);
}

/** Removes a waiting job by its key, in the caller's transaction. */
export async function dequeue(tx: Executor, key: string): Promise<void> {
  await sql`select graphile_worker.remove_job(${key}::text)`.execute(tx);
}

/** The payload of a job of that name and with these values that has not been done; null for none. */
export async function undoneJob<N extends JobName>(
  from: Executor,
  name: N,
  of: Partial<Jobs[N]>,
): Promise<Jobs[N] | null> {
  const { rows } = await sql<{ payload: Jobs[N] }>`
    select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = ${name} and j.payload::jsonb @> ${JSON.stringify(of)}::jsonb
    order by j.id desc limit 1`.execute(from);
  return rows[0]?.payload ?? null;
}

/** A job's handler. Shallow: it calls a command or sends a mail. */
export type JobHandler<N extends JobName> = (payload: Jobs[N]) => Promise<void>;
