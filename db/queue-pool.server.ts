import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { isDatabaseAway } from './away.ts';
import { JOB_LIMITS } from './limits.ts';
import { PatientClient, type PatientConfig } from './patient-client.server.ts';
import { PatientPool } from './pool.server.ts';

type Config = PatientConfig & { stopping: AbortSignal };

const AGAIN_MS = 1_000;

/** graphile-worker tries again what fails with this code of PostgreSQL's, and nothing of the others. */
const TRIED_AGAIN = '57P03';

/**
 * The connections of the job queue itself: the one that listens, the ones that take jobs and say
 * that they are done. graphile-worker gives a worker up for good when it cannot say that a job is
 * done, and all of them when the clock's jobs cannot be added. So what fails here because the
 * database is away is tried again until it is back. They keep locks and listen: what stands between
 * must not share a connection out by transactions.
 */
export class QueuePool extends PatientPool {
  readonly #stopping: AbortSignal;

  /** @param stopping aborted when nothing is tried again any more */
  constructor(connectionString: string, max: number, stopping: AbortSignal) {
    super({
      ...{ connectionString, max, stopping },
      limits: JOB_LIMITS,
      name: 'queue',
      Client: QueueClient as typeof PatientClient,
    });
    this.#stopping = stopping;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(connected: Parameters<pg.Pool['connect']>[0]): void;
  // biome-ignore lint/suspicious/noConfusingVoidType: as pg has it
  override connect(connected?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | void {
    if (connected) return super.connect(connected);
    return triedAgain(super.connect(), this.#stopping);
  }

  /** Only the clock's jobs are asked for in this way, and asking twice adds them once. */
  // biome-ignore lint/suspicious/noExplicitAny: pg's overloads, passed on as they come
  override async query(...asked: any[]): Promise<any> {
    while (!this.#stopping.aborted) {
      try {
        return await super.query(...(asked as [string]));
      } catch (error) {
        if (!isDatabaseAway(error)) throw error;
        await pause(AGAIN_MS, undefined, { ref: false });
      }
    }
    return { rows: [] };
  }
}

class QueueClient extends PatientClient {
  readonly #stopping: AbortSignal;

  constructor(config: Config) {
    super(config);
    this.#stopping = config.stopping;
  }

  // biome-ignore lint/suspicious/noExplicitAny: pg's overloads, passed on as they come
  override query(...asked: any[]): any {
    const answer = super.query(...asked);
    return answer instanceof Promise ? triedAgain(answer, this.#stopping) : answer;
  }
}

function triedAgain<T>(answer: Promise<T>, stopping: AbortSignal): Promise<T> {
  return answer.catch((error) => {
    if (isDatabaseAway(error) && !stopping.aborted) error.code = TRIED_AGAIN;
    throw error;
  });
}
