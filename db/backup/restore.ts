import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { connect } from '../database.server.ts';
import { migrateTo, migrateToLatest } from '../migrate.ts';
import { migrations } from '../migrations/all.ts';
import { migrationOf, tablesOf } from './catalogue.ts';
import { copying, onConnection } from './connection.ts';
import { dropForeignKeys, type Guards, putConstraintsBack } from './constraints.ts';
import { BackupError } from './error.ts';
import { addWaitingJob, forgetJobs } from './jobs.ts';
import { measured, type Progress } from './measured.ts';
import { type Backup, openBackup } from './read.ts';

const NAME = 'octavo restore';
const KNOWN = Object.keys(migrations);

/**
 * Restores `file` into the empty database of `url`, and brings it up to date. All of it arrives in
 * one transaction: whatever goes wrong, the database is as empty as before.
 * @returns how many rows there were
 * @throws BackupError when the file is damaged or newer, or the database is not empty
 */
export async function restoreBackup(
  url: string,
  file: string,
  progress: Progress,
  stop?: AbortSignal,
) {
  const backup = await openBackup(file, KNOWN, stop);
  const { pool, db } = connect(url, 2);
  try {
    await requireEmpty(url, backup);
    await migrateTo(db, pool, backup.manifest.migration);
    const rows = await inOneTransaction(
      url,
      (client, lost) => fill({ client, lost, backup, progress }),
      stop,
    );
    await migrateToLatest(db, pool);
    // The files are on the machine that made them: this installation has no backup yet.
    await db.deleteFrom('site_backup').execute();
    return { rows, madeAt: backup.manifest.madeAt };
  } finally {
    backup.close();
    await db.destroy();
  }
}

async function requireEmpty(url: string, { manifest }: Backup): Promise<void> {
  await onConnection(url, NAME, async (client) => {
    const migration = await migrationOf(client);
    if (!migration) return;
    await refusePeople(client);
    if (KNOWN.indexOf(migration) <= KNOWN.indexOf(manifest.migration)) return;
    throw new BackupError(
      'This database was started with a newer Octavo than the backup’s: restore into a new, ' +
        'empty one (for the bundled database, move the folder “postgres” in DATA_DIR away).',
    );
  });
}

async function refusePeople(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ people: number }>(
    'select count(*) as people from (select from person limit 1000) p',
  );
  const people = rows[0]?.people ?? 0;
  if (people === 0) return;
  throw new BackupError(
    `People live in this database (${people === 1000 ? 'a thousand or more' : people}), and a ` +
      'backup is restored into an empty one only. Make a new database, or choose another DATA_DIR.',
  );
}

interface Filling {
  client: pg.Client;
  lost: AbortSignal;
  backup: Backup;
  progress: Progress;
}

async function fill({ client, lost, backup, progress }: Filling): Promise<number> {
  const { tables, sequences, jobs } = backup.manifest;
  const there = await tablesOf(client);
  for (const { name } of tables) {
    if (!there.some((table) => table.name === name)) {
      throw new BackupError(`The backup has a table “${name}” that its migration does not make.`);
    }
  }
  const names = there.map(({ name }) => name);
  await client.query(`lock table ${names.map(quoted).join()} in access exclusive mode`);
  // Asked again under the lock: somebody may have signed up meanwhile.
  await refusePeople(client);
  const guards: Guards = await dropForeignKeys(client, names);
  await client.query(`truncate ${names.map(quoted).join()}`);
  await forgetJobs(client);
  let total = 0;
  for (const table of tables) {
    const columns = table.columns.map(quoted).join();
    const copy = `copy ${quoted(table.name)} (${columns}) from stdin`;
    const into = copying(client.query(copyFrom(copy)));
    const { through, sum } = measured();
    progress(() => `${table.name}, ${sum.rows.toLocaleString('en-GB')} rows`);
    await pipeline(await backup.stream(table), through, into, { signal: lost });
    if (into.rowCount !== table.rows) {
      throw new BackupError(`${table.name} took ${into.rowCount} rows of ${table.rows}.`);
    }
    total += table.rows;
  }
  for (const { table, column, next } of sequences) {
    await client.query('select setval(pg_get_serial_sequence($1, $2), $3, false)', [
      quoted(table),
      column,
      next,
    ]);
  }
  for await (const line of createInterface({ input: await backup.stream(jobs) })) {
    await addWaitingJob(client, line);
  }
  progress(() => 'whether everything belongs together');
  await putConstraintsBack(client, guards);
  return total;
}

const inOneTransaction = <T>(
  url: string,
  work: (client: pg.Client, lost: AbortSignal) => Promise<T>,
  stop?: AbortSignal,
): Promise<T> =>
  onConnection(
    url,
    NAME,
    async (client, lost) => {
      await client.query('begin');
      const result = await work(client, lost);
      await client.query('commit');
      return result;
    },
    stop,
  );

const quoted = (name: string) => pg.escapeIdentifier(name);
