import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Logger,
  parseCrontab,
  type Runner,
  run,
  type WorkerEvents,
  type WorkerPool,
} from 'graphile-worker';
import { taskList } from '#app/jobs.server.ts';
import { log } from '#app/platform/log.server.ts';
import { crontab } from '#app/schedule.server.ts';
import { databaseUrl, JOBS_AT_ONCE } from '#db/database.server.ts';
import { QueuePool } from '#db/queue-pool.server.ts';
import { holdJobs } from './jobs-in-hand.server.ts';
import { onAbort, type Stop } from './stop.server.ts';

// One that listens, one that holds the jobs in hand, one for each that takes jobs.
const CONNECTIONS = JOBS_AT_ONCE + 2;
const AGAIN_MS = 2_000;

// graphile-worker speaks through our log, at its own levels.
const quietLogger = new Logger(() => (level, message) => {
  if (level === 'error') log.error(message);
  else log.debug(message);
});

/**
 * Starts the background jobs. What is returned stops them: it lets those under way finish or, once
 * `patience` is aborted, gives them back.
 */
export async function startWorker(): Promise<Stop> {
  const stopping = new AbortController();
  const pool = new QueuePool(databaseUrl(), CONNECTIONS, stopping.signal);
  const events: WorkerEvents = new EventEmitter();
  const workers = new Set<WorkerPool>();
  events.on('pool:create', ({ workerPool }) => workers.add(workerPool));
  events.on('pool:release', ({ workerPool }) => workers.delete(workerPool));
  const jobs = holdJobs(pool, events);
  let running = await start();
  let replacing: Promise<void> | undefined;

  // A worker that failed to say how its job went has ended, and nothing in graphile-worker starts
  // another.
  events.on('worker:fatalError', () => void replace());

  async function start(): Promise<Runner> {
    const runner = await run({
      pgPool: pool,
      taskList: jobs.inHand(taskList),
      parsedCronItems: parseCrontab(crontab),
      concurrency: JOBS_AT_ONCE,
      noHandleSignals: true,
      logger: quietLogger,
      events,
    });
    runner.promise.catch((error) => {
      log.error({ err: error }, 'the job workers ended');
      void replace();
    });
    return runner;
  }

  function replace(): Promise<void> {
    replacing ??= another().finally(() => {
      replacing = undefined;
    });
    return replacing;
  }

  async function another(): Promise<void> {
    await running.stop().catch(() => {});
    while (!stopping.signal.aborted) {
      try {
        running = await start();
        return;
      } catch (error) {
        log.error({ err: error }, 'the job workers did not start');
        await pause(AGAIN_MS);
      }
    }
  }

  return async (patience) => {
    stopping.abort();
    // Simply left, a job would count as being worked on.
    let givenBack: Promise<unknown> | undefined;
    const giveBack = () => {
      const all = [...workers].map((one) => one.forcefulShutdown('Octavo stopped'));
      givenBack = Promise.allSettled(all);
    };
    const waited = onAbort(patience, giveBack);
    await replacing;
    await running.stop().catch(() => {});
    waited();
    await givenBack;
    await jobs.letGo();
    await pool.end();
  };
}
