import { setTimeout as pause } from 'node:timers/promises';
import { type Octavo, refusedStart } from '#tests/support/octavo.ts';
import { type Ground, onGround } from './ground.ts';
import { books, circleOf, sendBooks, signIn, startThread } from './main-job.ts';
import { pgbouncer } from './pgbouncer.ts';
import { debiansPostgres } from './postgres.ts';
import { type Group, must, type Situation } from './situation.ts';

const JOB = 'first start with --demo; sign in, write; an import that a job reads; a second start';
const JOB_MS = 30_000;

/** A PostgreSQL that is not the bundled one. */
export const ownPostgres: Group = {
  name: 'your own PostgreSQL',
  needs: ['postgres', 'openssl'],
  within: (use) =>
    onGround(async (ground) => {
      const { url, inLocale } = await debiansPostgres(ground);
      const verified = `${url}?sslmode=verify-full&sslrootcert=${ground.certificate.ca}`;
      await use([
        {
          ...{ where: 'PostgreSQL 15 with SSL: sslmode=verify-full, sslrootcert', needs: [] },
          tried: JOB,
          run: () => holds(ground, verified),
        },
        {
          ...{ where: 'PostgreSQL 15 with SSL: sslmode=require, its authority unknown', needs: [] },
          tried: JOB,
          run: () => holds(ground, `${url}?sslmode=require`),
        },
        {
          ...{ where: 'PostgreSQL 15 in Turkish, by its socket: host=/… dbname=…', needs: [] },
          tried: JOB,
          run: async () => holds(ground, await inLocale('tr-TR')),
        },
        {
          ...{ where: 'PostgreSQL 15 with SSL: its authority unknown here', needs: [] },
          tried: 'sslmode=verify-full without sslrootcert is refused at start',
          async run() {
            const { status, said } = await refusedStart({
              DATABASE_URL: `${url}?sslmode=verify-full`,
            });
            must(
              status === 1 && /certificate|UNABLE_TO_VERIFY/i.test(said),
              `ended with ${status}: ${said}`,
            );
            return `refused: “${(said.split('\n').at(-1) ?? '').replace(/:\d{4,5}\b/, '')}”`;
          },
        },
      ]);
    }),
};

/** pgbouncer between Octavo and that PostgreSQL. */
export const behindPgbouncer: Group = {
  name: 'pgbouncer',
  needs: ['pgbouncer', 'postgres', 'openssl'],
  within: (use) =>
    onGround(async (ground) => {
      const postgres = await debiansPostgres(ground);
      const session: Situation = {
        ...{ where: 'pgbouncer in session mode, as the guide has it', tried: JOB, needs: [] },
        run: async () => holds(ground, await pgbouncer(ground, postgres)),
      };
      const transaction: Situation = {
        ...{ where: 'pgbouncer in transaction mode', tried: 'refused at start', needs: [] },
        async run() {
          const DATABASE_URL = await pgbouncer(ground, postgres, 'transaction');
          const { status, said } = await refusedStart({ DATABASE_URL });
          must(
            status === 1 && said.includes('pool_mode = session'),
            `ended with ${status}: ${said}`,
          );
          return 'refused, with what to set';
        },
      };
      await use([session, transaction]);
    }),
};

/** Starts Octavo on a database twice, and does there what needs pages, transactions and jobs. */
async function holds(ground: Ground, url: string): Promise<undefined> {
  const first = await ground.octavo({ DATABASE_URL: url });
  const { origin } = new URL(first.url);
  const entrance = { origin, port: Number(new URL(origin).port) };
  const visitor = await signIn(entrance, 'with scripts', first.links[0]?.url ?? '');
  const circle = await circleOf(visitor);
  await startThread(visitor, circle);
  const sent = await sendBooks(visitor, books(1));
  const ends = Date.now() + JOB_MS;
  for (let page = ''; !page.includes('Your import is done'); await pause(200)) {
    must(Date.now() < ends, `the import is not read: ${first.said().slice(-300)}`);
    page = (await visitor.get(sent.leadsTo)).body;
  }
  await stopped(first);
  const second = await ground.octavo({ DATABASE_URL: url, PORT: new URL(origin).port });
  must((await visitor.get(circle)).status === 200, 'the sign-in did not outlive a restart');
  await stopped(second);
  return undefined;
}

async function stopped(octavo: Octavo): Promise<void> {
  const status = await octavo.end('SIGTERM');
  must(status === 0, `SIGTERM ended it with ${status}: ${octavo.said().slice(-300)}`);
}
