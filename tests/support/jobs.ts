import { Logger, runOnce } from 'graphile-worker';
import { sql } from 'kysely';
import { taskList } from '#app/jobs.server.ts';
import { outboxMessage, outboxPage } from '#app/platform/mail/outbox.server.ts';
import { databasePool, db } from '#db/database.server.ts';

const silent = new Logger(() => () => {});

/** Runs the background jobs that wait, and those they add. @throws when one of them failed */
export async function runJobs(): Promise<void> {
  await runOnce({ pgPool: databasePool(), taskList, logger: silent, noHandleSignals: true });
  const { rows } = await sql<{ task_identifier: string; last_error: string }>`
    select task_identifier, last_error from graphile_worker.jobs where last_error is not null
  `.execute(db);
  const [failed] = rows;
  if (failed) throw new Error(`${failed.task_identifier} failed: ${failed.last_error}`);
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
