import { setTimeout as pause } from 'node:timers/promises';
import type { Job, Task, TaskList, WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import { log } from '#app/platform/log.server.ts';
import { CONNECT_MS } from '#db/limits.ts';

// Any number: with a job's id it names the lock of whoever has that job in hand.
const LOCK = 1977;
const AGAIN_MS = 1_000;
/** Twice what a process that lives, and whose connection was cut, takes to hold its jobs again. */
const LOOK_MS = 2 * (CONNECT_MS + AGAIN_MS);

// A machine that is gone says nothing: its connection, and with it its locks, end in a minute.
const KEEPALIVE = `
set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3`;

const NOBODY_HOLDS = `
with in_hand as (
  select objid::bigint as job from pg_locks
  where locktype = 'advisory' and classid = ${LOCK} and objsubid = 2
    and database = (select oid from pg_database where datname = current_database())
)
select id, locked_by as worker, concat_ws(' ', id, locked_by, locked_at) as claim
from graphile_worker.jobs
where locked_by is not null and id not in (select job from in_hand)`;

type Client = Pick<pg.Client, 'query'>;

/**
 * Gives back the jobs that count as being worked on and that nobody had in hand at the look before,
 * either: their process was killed. graphile-worker itself leaves them for four hours.
 * @param before what the look before returned
 * @returns the jobs that nobody has in hand now
 */
export async function giveBackAbandoned(
  client: Client,
  before: ReadonlySet<string> = new Set(),
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: number; worker: string; claim: string }>(NOBODY_HOLDS);
  for (const { id, worker, claim } of rows) {
    if (before.has(claim)) await giveBack(client, id, worker);
  }
  return new Set(rows.map(({ claim }) => claim));
}

/** In our own hand meanwhile, so that it is not begun at the same time. */
async function giveBack(client: Client, id: number, worker: string): Promise<void> {
  if (!(await lock(client, id))) return;
  if (await isWith(client, id, worker)) {
    await client.query('select graphile_worker.force_unlock_workers($1::text[])', [[worker]]);
    log.warn(`background job ${id} was left by a process that ended`);
  }
  await unlock(client, id);
}

/** Whether a job's lock is ours now. Not waited for: when somebody else has it, it is in hand. */
async function lock(client: Client, id: number): Promise<boolean> {
  const asked = 'select pg_try_advisory_lock($1, $2) as held';
  const { rows } = await client.query<{ held: boolean }>(asked, [LOCK, id]);
  return rows[0]?.held === true;
}

const unlock = (client: Client, id: number) =>
  client.query('select pg_advisory_unlock($1, $2)', [LOCK, id]);

/** Whether a worker still has a job that it was given; only who holds the lock can know. */
async function isWith(client: Client, id: number, worker: string): Promise<boolean> {
  const asked = 'select from graphile_worker.jobs where id = $1 and locked_by = $2';
  return (await client.query(asked, [id, worker])).rowCount === 1;
}

export interface JobsInHand {
  /** The tasks, each of which begins once its job is in hand. */
  inHand(tasks: TaskList): TaskList;
  letGo(): Promise<void>;
}

/**
 * Holds a lock for each job while it is worked on: it ends with its process, however that ends. No
 * job is begun without it, so that one that is in nobody's hand is safely given to another. Now and
 * then gives back what nobody holds.
 */
export function holdJobs(pool: pg.Pool, events: WorkerEvents): JobsInHand {
  const inHand = new Map<string, number>();
  /** of those in hand, the ones whose lock this connection has */
  const locked = new Set<number>();
  let holder: pg.PoolClient | undefined;
  let later: NodeJS.Timeout | undefined;
  let asked: Promise<unknown> = Promise.resolve();
  let waiting: (() => void)[] = [];
  let done = false;

  const finished = ({ worker }: { worker: { workerId: string } }) => {
    const id = inHand.get(worker.workerId);
    inHand.delete(worker.workerId);
    if (id === undefined || !locked.delete(id)) return;
    void ask((client) => unlock(client, id));
  };
  events.on('job:complete', finished);
  events.on('worker:fatalError', finished);
  void connect();

  /** One after the other. Undefined when it is not answered: the next connection makes it good. */
  function ask<T>(question: (client: pg.PoolClient) => Promise<T>): Promise<T | undefined> {
    const answer = asked.then(() => holder && question(holder)).catch(() => undefined);
    asked = answer;
    return answer;
  }

  const connected = () =>
    holder ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve));

  async function take({ id, locked_by }: Job): Promise<void> {
    const [job, worker] = [Number(id), locked_by ?? ''];
    let ours: boolean | undefined;
    for (;;) {
      await connected();
      ours = await ask(async (client) => {
        if (!(await lock(client, job))) return undefined;
        const still = await isWith(client, job, worker);
        if (!still) await unlock(client, job);
        else locked.add(job);
        return still;
      });
      if (ours !== undefined) break;
      await pause(AGAIN_MS, undefined, { ref: false });
    }
    if (!ours) throw new Error('This job was given to another worker meanwhile.');
    inHand.set(worker, job);
  }

  async function connect(): Promise<void> {
    const client = await pool.connect().catch(() => undefined);
    if (done) return client?.release();
    if (!client) {
      later = setTimeout(connect, AGAIN_MS).unref();
      return;
    }
    holder = client;
    locked.clear();
    client.once('end', () => {
      if (holder !== client) return;
      holder = undefined;
      clearTimeout(later);
      client.release();
      void connect();
    });
    await ask((one) => one.query(KEEPALIVE));
    void look(client, new Set());
    for (const resolve of waiting) resolve();
    waiting = [];
  }

  async function look(client: pg.PoolClient, before: ReadonlySet<string>): Promise<void> {
    if (holder !== client) return;
    const seen = await ask(async () => {
      for (const id of inHand.values()) {
        if (!locked.has(id) && (await lock(client, id))) locked.add(id);
      }
      return giveBackAbandoned(client, before);
    });
    if (holder !== client) return;
    later = setTimeout(() => void look(client, seen ?? new Set()), LOOK_MS).unref();
  }

  return {
    inHand: (tasks) =>
      Object.fromEntries(
        Object.entries(tasks).map(([name, task]): [string, Task] => [
          name,
          async (payload, helpers) => {
            await take(helpers.job);
            return (task as Task)(payload, helpers);
          },
        ]),
      ),
    async letGo() {
      done = true;
      clearTimeout(later);
      const client = holder;
      holder = undefined;
      // Ended, not handed back: its locks end with it.
      client?.release(true);
    },
  };
}
