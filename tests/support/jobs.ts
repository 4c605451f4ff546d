import { Logger, runOnce } from 'graphile-worker';
import { sql } from 'kysely';
import { taskList } from '#app/jobs.server.ts';
import type { MessageKind, Messages } from '#app/notifications/rules/messages.ts';
import { outboxMessage, outboxPage } from '#app/platform/mail/outbox.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool, db } from '#db/database.server.ts';

const silent = new Logger(() => () => {});

/** Runs the background jobs that wait, and those they add. @throws when one of them failed */
export async function runJobs(): Promise<void> {
  const begun = new Date();
  await runOnce({ pgPool: databasePool(), taskList, logger: silent, noHandleSignals: true });
  const { rows } = await sql<{ task_identifier: string; last_error: string }>`
    select task_identifier, last_error from graphile_worker.jobs where last_error is not null
  `.execute(db);
  const [failed] = rows;
  if (failed) throw new Error(`${failed.task_identifier} failed: ${failed.last_error}`);
  const vain = await acrossCircles(db, 'a message is its recipient’s')
    .selectFrom('message')
    .select(['kind', 'said'])
    .where('failed_at', '>=', begun)
    .executeTakeFirst();
  if (vain) throw new Error(`${vain.kind} failed: ${vain.said}`);
}

/** The messages of a kind that were posted, whatever became of them, in order. */
export async function messagesOf<K extends MessageKind>(kind: K) {
  const rows = await acrossCircles(db, 'a message is its recipient’s')
    .selectFrom('message')
    .select(['id', 'given', 'person_id as personId', 'recipient', 'occasion'])
    .where('kind', '=', kind)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, given: row.given as unknown as Messages[K] }));
}

/** What waits about a thing, jobs and messages alike, by name: those with these values in what they are given. */
export async function waitingAbout(of: Record<string, number>) {
  const { rows } = await sql<{
    name: string;
    given: Record<string, unknown>;
    personId: number | null;
    runAt: Date | null;
    key: string | null;
  }>`
    select task.identifier as name, job.payload as given, null::bigint as "personId",
      job.run_at as "runAt", job.key
    from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where job.payload::jsonb @> ${JSON.stringify(of)}::jsonb
    union all
    select kind, given::json, person_id, null, null from message
    where given @> ${JSON.stringify(of)}::jsonb
      and sent_at is null and dropped_at is null and failed_at is null`.execute(
    acrossCircles(db, 'a message is its recipient’s'),
  );
  return rows.map(({ given, ...row }) => ({ ...given, ...row }) as Waiting);
}

interface Waiting {
  name: string;
  personId: number | null;
  runAt: Date | null;
  key: string | null;
  what?: string;
  startsAt?: string;
}

/** The mail written to an address so far, newest first, after running the jobs that wait. */
export async function mailTo(address: string) {
  await runJobs();
  const { messages } = await outboxPage(null, 1000);
  const theirs = messages.filter(({ to }) => to.includes(`<${address}>`) || to === address);
  const read = await Promise.all(theirs.map(({ id }) => outboxMessage(id)));
  return read.flatMap((message) =>
    message ? [{ ...message, links: message.text.match(/https?:\/\/[^\s<>"]+/g) ?? [] }] : [],
  );
}

/** The path of the first link of the newest mail to an address. */
export async function linkTo(address: string): Promise<string> {
  const [newest] = await mailTo(address);
  const [link] = newest?.links ?? [];
  if (!link) throw new Error(`No link was mailed to ${address}.`);
  return new URL(link).pathname;
}
