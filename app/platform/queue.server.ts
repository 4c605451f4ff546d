import { sql } from 'kysely';
import type { Executor } from '#db/database.server.ts';

/** Payload of every background job by name. A domain adds its jobs by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the domains' jobs.server.ts
export interface Jobs {}

export type JobName = keyof Jobs & string;

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
    max_attempts := ${options.maxAttempts ?? 10}::int,
    job_key := ${options.key ?? null}::text
  )`.execute(tx);
}

/** Removes a waiting job by its key, in the caller's transaction. */
export async function dequeue(tx: Executor, key: string): Promise<void> {
  await sql`select graphile_worker.remove_job(${key}::text)`.execute(tx);
}

/** A job's handler. Shallow: it calls a command or sends a mail. */
export type JobHandler<N extends JobName> = (payload: Jobs[N]) => Promise<void>;
