import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { postAll } from '#app/notifications/commands/post.server.ts';
import { giveBackAbandoned } from '#app/server/jobs-in-hand.server.ts';
import { connect } from '#db/database.server.ts';
import { migrateToLatest } from '#db/migrate.ts';
import type { DB } from '#db/schema.ts';
import { type App, startApp } from '#tests/faults/app.ts';
import type { Fault, Outcome } from '#tests/faults/fault.ts';
import { noOutcome } from '#tests/faults/outcome.ts';
import { openPostOffice, type PostOffice, STEPS, type Step } from '#tests/faults/post-office.ts';
import { createDatabase, dropDatabase } from '#tests/support/database.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';

/** More than the two workers have in hand at once. */
const AT_A_TIME = 6;
const AGAIN_MS = 1_000;
const CAUGHT_MS = 60_000;
const DRAINED_MS = 120_000;

/** A worker process with the mail server it sends through. */
interface Post {
  office: PostOffice;
  app: App;
}

/** Of two processes that send mail one after the other is killed, at every step of a mail. */
export const killMailing: Fault = {
  name: 'kill-mailing',
  words: 'SIGKILL of a worker at each step of a mail, of two',
  tries: { long: 100, short: STEPS.length },
  async run(ground, tries) {
    const url = await createDatabase(
      await ground.server(),
      `octavo_faults_${process.pid}_${Date.now()}`,
    );
    const dataDir = temporaryFolder();
    const { db, pool } = connect(url, 4);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await migrateToLatest(db, pool);
    await db.insertInto('site').values({ secret: 'of the faults' }).execute();
    const posts = await Promise.all([0, 1].map(() => openPost(url, dataDir)));
    try {
      return await mailUnderFire({ url, db, client, posts, tries });
    } finally {
      await Promise.all(posts.map(({ app }) => app.stop()));
      await Promise.all(posts.map(({ office }) => office.stop()));
      await client.end();
      await db.destroy();
      await dropDatabase(url);
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

async function openPost(url: string, dataDir: string): Promise<Post> {
  const office = await openPostOffice();
  const app = await startApp(
    {
      ...{ DATABASE_URL: url, DATA_DIR: dataDir, SMTP_URL: office.url },
      MAIL_FROM: 'Octavo <octavo@example.org>',
    },
    { worker: true },
  );
  return { office, app };
}

interface Fire {
  url: string;
  db: Kysely<DB>;
  client: pg.Client;
  posts: Post[];
  tries: number;
}

async function mailUnderFire({ url, db, client, posts, tries }: Fire): Promise<Outcome> {
  const outcome = noOutcome();
  const offices = posts.map(({ office }) => office);
  const takenOf = (to: string) =>
    offices.flatMap(({ taken }) => taken).filter((one) => one.to === to);
  const [recorded, doubt] = [new Map<string, number>(), new Map<string, number>()];
  let next = 0;
  await Promise.all(
    posts.map(async (post) => {
      while (next < tries) {
        const nth = next++;
        const step = STEPS[nth % STEPS.length] ?? 'taken';
        const from = Date.now();
        const caught = post.office.catch(step);
        const mail = await postUntil(caught, db, nth);
        if (step === 'taken') doubt.set(mail.to, takenOf(mail.to).length);
        if (step === 'recorded') recorded.set(mail.to, takenOf(mail.to).length);
        await killAt(step, post, mail, url);
        outcome.tries++;
        outcome.back.push(Date.now() - from);
      }
    }),
  );
  await drained(client, outcome);
  await reckon(client, { offices, recorded, doubt }, outcome);
  return outcome;
}

/** The other worker may send what was meant for this one. */
async function postUntil<T>(caught: Promise<T>, db: Kysely<DB>, nth: number): Promise<T> {
  for (const until = Date.now() + CAUGHT_MS; Date.now() < until; ) {
    await postSome(db, nth);
    const one = await Promise.race([caught, pause(AGAIN_MS)]);
    if (one) return one;
  }
  throw new Error('No mail came to its step.');
}

const postSome = (db: Kysely<DB>, nth: number) =>
  postAll(
    db,
    Array.from({ length: AT_A_TIME }, () => `reader-${nth}-${randomUUID()}@example.org`).map(
      (address) => ({
        message: 'account-notice',
        given: { name: 'Noor', email: address, what: 'password' },
        occasion: 'once',
        to: { address },
      }),
    ),
  );

/** Kills the process that sends a mail which is held at a step. */
async function killAt(
  step: Step,
  { office, app }: Post,
  { to, letGo }: { to: string; letGo(): void },
  url: string,
): Promise<void> {
  const kill = async () => {
    await app.signal('SIGKILL');
    office.next();
  };
  if (step !== 'taken' && step !== 'recorded') {
    await kill();
    return letGo();
  }
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  try {
    // What it writes next waits for us, so that the moment between two writes lasts.
    const message = 'select id from message where recipient = $1';
    const job = `select from graphile_worker._private_jobs
      where key = 'message:' || (${message}) for update`;
    await holder.query('begin');
    await holder.query(step === 'taken' ? `${message} for update` : job, [`address:${to}`]);
    letGo();
    const waits = await waitsFor(holder);
    await kill();
    // Its statement would go on without it.
    await holder.query('select pg_terminate_backend($1)', [waits]);
    await holder.query('rollback');
  } finally {
    await holder.end();
  }
}

/** The connection that waits for what `holder` has locked. */
async function waitsFor(holder: pg.Client): Promise<number> {
  for (const until = Date.now() + CAUGHT_MS; Date.now() < until; await pause(20)) {
    // Within a transaction pg_stat_activity stays as it was first read.
    const { rows } = await holder.query(`
      select pid from pg_locks
      where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`);
    if (rows[0]) return rows[0].pid;
  }
  throw new Error('A worker went on without writing down what it had done.');
}

/** Resolves when no job is left. What a killed process had in hand is given back as usual, but soon. */
async function drained(client: pg.Client, { wrong }: Outcome): Promise<void> {
  const left = async () =>
    (await client.query('select count(*)::int as n from graphile_worker._private_jobs')).rows[0].n;
  for (const until = Date.now() + DRAINED_MS; Date.now() < until; await pause(200)) {
    if ((await left()) === 0) return;
    await giveBackAbandoned(client, await giveBackAbandoned(client));
  }
  wrong.push(`${await left()} jobs are left after ${DRAINED_MS / 1000} s`);
}

interface Fates {
  offices: PostOffice[];
  /** whose mail was written down as sent before its process was killed: how often it had come then */
  recorded: ReadonlyMap<string, number>;
  /** whose mail had been taken, and was not */
  doubt: ReadonlyMap<string, number>;
}

/**
 * Every mail came; twice only if its process was killed after the server's yes and before that was
 * written down, and then under the same Message-ID.
 */
async function reckon(client: pg.Client, { offices, recorded, doubt }: Fates, outcome: Outcome) {
  const { lost, doubled, wrong, remarks } = outcome;
  const { rows } = await client.query<{ to: string; sent: boolean }>(
    `select substr(recipient, 9) as to, sent_at is not null as sent from message`,
  );
  const taken = offices.flatMap((office, at) =>
    office.taken.map((one) => ({ ...one, by: `${at}.${one.sender}` })),
  );
  const ids = new Map<string, string>();
  let twice = 0;
  for (const { to, sent } of rows) {
    const times = taken.filter((one) => one.to === to);
    const [first] = times;
    if (!first) lost.push(`${to} never came`);
    else if (!sent) wrong.push(`${to} came and is not written down as sent`);
    if (times.length > 1) twice++;
    if (times.length > (recorded.get(to) ?? times.length)) {
      doubled.push(`${to} was written down as sent before`);
    }
    if (new Set(times.map(({ by }) => by)).size < times.length) {
      doubled.push(`${to} was sent twice by a process that lived`);
    }
    if (times.length <= (doubt.get(to) ?? 0)) {
      wrong.push(`${to}: nobody could know that it had come`);
    }
    for (const { messageId } of times) {
      const whose = ids.get(messageId) ?? to;
      if (whose !== to) wrong.push(`${to} and ${whose} have one Message-ID`);
      ids.set(messageId, to);
    }
    if (new Set(times.map(({ messageId }) => messageId)).size > 1) {
      wrong.push(`${to} came under two Message-IDs`);
    }
  }
  outcome.acknowledged = rows.length;
  remarks.push(`${rows.length} mails, ${twice} of them twice, under one Message-ID each`);
}
