import { rm } from 'node:fs/promises';
import { Migrator } from 'kysely';
import pg from 'pg';
import { connect } from '#db/database.server.ts';
import { migrations } from '#db/migrations/all.ts';
import { startApp } from '#tests/faults/app.ts';
import type { Fault } from '#tests/faults/fault.ts';
import { endedByItself, noOutcome } from '#tests/faults/outcome.ts';
import { createDatabase, dropDatabase, nameOf } from '#tests/support/database.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';

/** A version from before notes knew their section: the later migrations rewrite rows of it. */
const OLDER = '0006-joining';
const NOTES = 500;

/** Two processes start at the same moment on one database that is empty, or of an older version. */
export const migrateAtOnce: Fault = {
  name: 'migrate-at-once',
  words: 'Two processes migrate at once, an empty and an older database',
  tries: { long: 20, short: 2 },
  async run(ground, tries) {
    const server = await ground.server();
    const tag = `octavo_faults_${process.pid}_${Date.now()}`;
    const dataDir = temporaryFolder();
    ground.atTheEnd(() => rm(dataDir, { recursive: true, force: true }));
    const older = await createDatabase(server, `${tag}_older`);
    const outcome = noOutcome();
    try {
      await fillOlder(older);
      for (; outcome.tries < tries; outcome.tries++) {
        const template = outcome.tries % 2 ? nameOf(older) : 'template0';
        const url = await createDatabase(server, `${tag}_${outcome.tries}`, template);
        try {
          outcome.back.push(
            await startTwo({ DATABASE_URL: url, DATA_DIR: dataDir }, outcome.wrong),
          );
          const expected = outcome.tries % 2 ? NOTES : 0;
          outcome.acknowledged += expected;
          await look(url, expected, outcome);
        } finally {
          await dropDatabase(url);
        }
      }
    } finally {
      await dropDatabase(older);
    }
    return outcome;
  },
};

/** @returns how long both took until they answered */
async function startTwo(env: Record<string, string>, wrong: string[]): Promise<number> {
  const from = Date.now();
  const apps = await Promise.all([startApp(env), startApp(env)]);
  try {
    await Promise.all(apps.map((app) => app.ready()));
    return Date.now() - from;
  } finally {
    wrong.push(...endedByItself(apps.flatMap(({ ends }) => ends)));
    await Promise.all(apps.map((app) => app.stop()));
  }
}

/** An older database with a thread of notes in it. */
async function fillOlder(url: string): Promise<void> {
  const { db, pool } = connect(url, 2);
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
    const { error } = await migrator.migrateTo(OLDER);
    if (error) throw error;
    await pool.query(`
      with host as (
        insert into person (name, email, password_hash)
        values ('Ines', 'ines@example.org', '-') returning id
      ), circle_made as (
        insert into circle (slug, name, time_zone, created_by)
        select 'tuesday-leads', 'Tuesday leads', 'UTC', id from host returning id, created_by
      ), seat as (
        insert into membership (circle_id, person_id, role)
        select id, created_by, 'host' from circle_made
      ), thread_made as (
        insert into thread (circle_id, title, started_by, submission_key, note_count)
        select id, 'Kept', created_by, gen_random_uuid(), ${NOTES} from circle_made
        returning id, circle_id, started_by
      )
      insert into note (circle_id, thread_id, author_id, body, body_html, submission_key)
      select circle_id, id, started_by, 'note ' || n, '<p>note</p>', gen_random_uuid()
        from thread_made, generate_series(1, ${NOTES}) n`);
  } finally {
    await db.destroy();
  }
}

/** Every note is there once, every migration ran once, and there is one site. */
async function look(
  url: string,
  expected: number,
  { lost, doubled, wrong }: { lost: string[]; doubled: string[]; wrong: string[] },
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ notes: number; told: number; sites: number }>(
      `select (select count(*)::int from note) as notes,
              (select count(distinct body)::int from note) as told,
              (select count(*)::int from site) as sites`,
    );
    const { notes = 0, told = 0, sites = 0 } = rows[0] ?? {};
    for (let n = told; n < expected; n++) lost.push('a note of the older database');
    for (let n = told; n < notes; n++) doubled.push('a note of the older database');
    if (sites !== 1) wrong.push(`there are ${sites} sites`);
    const ran = await client.query<{ name: string }>(
      'select name from kysely_migration order by 1',
    );
    const names = ran.rows.map(({ name }) => name).join();
    if (names !== Object.keys(migrations).sort().join()) wrong.push(`these ran: ${names}`);
  } finally {
    await client.end();
  }
}
