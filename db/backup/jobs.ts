import type { Client } from 'pg';

/**
 * The background jobs that wait: mail to be sent, reminders to come. They are read and added in
 * graphile-worker's terms, not as its tables' rows, whose form changes with its versions.
 */
const WAITING = `
select jsonb_build_object(
         'task', t.identifier, 'payload', j.payload, 'queue', q.queue_name,
         'runAt', j.run_at, 'attempts', j.attempts, 'maxAttempts', j.max_attempts,
         'key', j.key, 'priority', j.priority)::text as job
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
 order by j.id`;

interface WaitingJob {
  task: string;
  payload: unknown;
  queue: string | null;
  runAt: string;
  attempts: number;
  maxAttempts: number;
  key: string | null;
  priority: number;
}

const BATCH = 500;

/** The waiting jobs of the client's transaction, a JSON line each. */
export async function* waitingJobs(client: Client): AsyncGenerator<string> {
  await client.query(`declare waiting_jobs no scroll cursor for ${WAITING}`);
  for (;;) {
    const { rows } = await client.query<{ job: string }>(`fetch ${BATCH} from waiting_jobs`);
    if (rows.length === 0) break;
    yield rows.map(({ job }) => `${job}\n`).join('');
  }
  await client.query('close waiting_jobs');
}

/** Adds a job as it waited, its failed tries counted. */
export async function addWaitingJob(client: Client, line: string): Promise<void> {
  const job = JSON.parse(line) as WaitingJob;
  await client.query(
    `select graphile_worker.reschedule_jobs(array[j.id], attempts => $8)
       from graphile_worker.add_job(
              $1, payload := $2::json, queue_name := $3, run_at := $4::timestamptz,
              max_attempts := $5, job_key := $6, priority := $7) j`,
    [
      job.task,
      JSON.stringify(job.payload),
      job.queue,
      job.runAt,
      job.maxAttempts,
      job.key,
      job.priority,
      job.attempts,
    ],
  );
}

/** Removes every job of a database that is about to be filled with another's. */
export async function forgetJobs(client: Client): Promise<void> {
  await client.query('delete from graphile_worker._private_jobs');
}
