import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger, parseCrontab, run, type WorkerEvents } from 'graphile-worker';
import { sql } from 'kysely';
import { taskList } from '#app/jobs.server.ts';
import { log } from '#app/platform/log.server.ts';
import { crontab } from '#app/schedule.server.ts';
import { databasePool, db } from '#db/database.server.ts';
import { aborted, type Stop } from './stop.server.ts';

const MOMENT_MS = 500;

// graphile-worker speaks through our log, at its own levels.
const quietLogger = new Logger(() => (level, message) => {
  if (level === 'error') log.error(message);
  else log.debug(message);
});

/** Starts the background jobs. Stopping lets those under way finish, or else gives them back. */
export async function startWorker(): Promise<Stop> {
  const events: WorkerEvents = new EventEmitter();
  const workers: string[] = [];
  events.on('worker:create', ({ worker }) => workers.push(worker.workerId));
  const runner = await run({
    pgPool: databasePool(),
    taskList,
    parsedCronItems: parseCrontab(crontab),
    concurrency: 3,
    noHandleSignals: true,
    logger: quietLogger,
    events,
  });
  return async (patience) => {
    const finished = runner.stop().then(() => true);
    // A worker that was just looking for a job ends in a moment, and must not find what is given back.
    const tooLate = aborted(patience).then(() => pause(MOMENT_MS, false));
    if (await Promise.race([finished, tooLate])) return;
    // Simply left, a job would count as being worked on for four hours.
    await sql`select graphile_worker.force_unlock_workers(${workers}::text[])`.execute(db);
  };
}
