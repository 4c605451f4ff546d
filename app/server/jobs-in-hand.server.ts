import type { WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import { log } from '#app/platform/log.server.ts';

// Any number: with a job's id it names the lock of whoever has that job in hand.
const LOCK = 1977;
const SWEEP_MS = 60_000;
const AGAIN_MS = 1_000;

const ABANDONED = `
with in_hand as (
  select objid::bigint as job from pg_locks
  where locktype = 'advisory' and classid = ${LOCK} and objsubid = 2
    and database = (select oid from pg_database where datname = current_database())
)
update graphile_worker._private_jobs
set locked_at = null, locked_by = null, run_at = greatest(run_at, now())
where locked_at < now() - make_interval(secs => $1) and id not in (select job from in_hand)
returning id`;

/** Longer than taking a job's lock can take, when the database is away meanwhile. */
const ABANDONED_AFTER_S = 120;

/**
 * Gives back the jobs that count as being worked on and that nobody has in hand: their process was
 * killed, or never heard that it was given them. graphile-worker itself leaves them for four hours.
 * @param seconds how long ago they were taken, at least
 * @returns how many
 */
export async function giveBackAbandoned(
  client: Pick<pg.Client, 'query'>,
  seconds = ABANDONED_AFTER_S,
): Promise<number> {
  const { rowCount } = await client.query(ABANDONED, [seconds]);
  if (rowCount) log.warn(`${rowCount} background jobs were left by a process that ended`);
  return rowCount ?? 0;
}

// Not waited for: when another process has it already, it is in hand.
const hold = (client: pg.PoolClient, id: number) =>
  client.query('select pg_try_advisory_lock($1, $2)', [LOCK, id]);

/**
 * Holds a lock for each job while it is worked on: it ends with its process, however that ends. Now
 * and then gives back what nobody holds.
 * @returns lets go
 */
export function holdJobs(pool: pg.Pool, events: WorkerEvents): () => Promise<void> {
  const inHand = new Map<string, number>();
  let holder: pg.PoolClient | undefined;
  let connecting: NodeJS.Timeout | undefined;
  let asked: Promise<unknown> = Promise.resolve();
  let done = false;
  const sweep = setInterval(() => void ask(giveBackAbandoned), SWEEP_MS).unref();

  events.on('job:start', ({ worker, job }) => {
    inHand.set(worker.workerId, Number(job.id));
    void ask((client) => hold(client, Number(job.id)));
  });
  const finished = ({ worker }: { worker: { workerId: string } }) => {
    const id = inHand.get(worker.workerId);
    if (!inHand.delete(worker.workerId)) return;
    void ask((client) => client.query('select pg_advisory_unlock($1, $2)', [LOCK, id]));
  };
  events.on('job:complete', finished);
  events.on('worker:fatalError', finished);
  void connect();

  /** One after the other. What is not answered is made good by the next connection. */
  function ask(question: (client: pg.PoolClient) => Promise<unknown>): Promise<unknown> {
    asked = asked.then(() => holder && question(holder)).catch(() => {});
    return asked;
  }

  async function connect(): Promise<void> {
    const client = await pool.connect().catch(() => undefined);
    if (done) return client?.release();
    if (!client) {
      connecting = setTimeout(connect, AGAIN_MS).unref();
      return;
    }
    holder = client;
    client.once('end', () => {
      if (holder !== client) return;
      holder = undefined;
      client.release();
      void connect();
    });
    for (const id of inHand.values()) {
      await ask((one) => hold(one, id));
    }
    await ask(giveBackAbandoned);
  }

  return async () => {
    done = true;
    clearInterval(sweep);
    clearTimeout(connecting);
    const client = holder;
    holder = undefined;
    // Ended, not handed back: its locks end with it.
    client?.release(true);
  };
}
