import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { ZipFile } from 'yazl';
import { migrationOf, sequencesOf, tablesOf } from './catalogue.ts';
import { copying, onConnection } from './connection.ts';
import { BackupError } from './error.ts';
import { waitingJobs } from './jobs.ts';
import { type BackupEntry, FORMAT, JOBS, MANIFEST_FILE, type Manifest } from './manifest.ts';
import { measured, type Progress } from './measured.ts';

export interface Written {
  /** how many rows of all tables together */
  rows: number;
  /** of the file */
  bytes: number;
}

/**
 * Writes the whole database, as it is at one moment, to `file`: a zip of COPY texts with a manifest.
 * The site goes on meanwhile; memory stays the same however much there is. The file appears under
 * its name when it is complete and on disk.
 * @throws BackupError when the database is not Octavo's or is being upgraded; what PostgreSQL or the
 * disk says otherwise. No unfinished file remains.
 */
export async function writeBackup(
  url: string,
  file: string,
  progress: Progress,
  stop?: AbortSignal,
): Promise<Written> {
  const unfinished = `${file}.unfinished`;
  try {
    const rows = await onConnection(
      url,
      'octavo backup',
      (client, lost) =>
        inOneMoment(client, () => writeZip({ client, lost, file: unfinished, progress })),
      stop,
    );
    return { rows, bytes: await settle(unfinished, file) };
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw inWords(error, file);
  }
}

const DISK: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOENT: 'there is no such folder',
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'the disk is read-only',
  EISDIR: 'there is a folder of that name',
};

function inWords(error: unknown, file: string): unknown {
  const why = DISK[(error as NodeJS.ErrnoException).code ?? ''];
  return why ? new BackupError(`${file} could not be written: ${why}.`) : error;
}

/** Runs `work` in one snapshot of the database, in which no migration is half done. */
async function inOneMoment<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  const named = await tablesOf(client);
  if (named.length === 0 || !(await migrationOf(client))) {
    throw new BackupError('There is nothing to back up: this database is not Octavo’s yet.');
  }
  await client.query('begin transaction isolation level repeatable read, read only');
  // Locked before the snapshot is taken, as pg_dump does: no migration can come in between.
  await client.query(
    `lock table ${named.map(({ name }) => quoted(name)).join()} in access share mode`,
  );
  if (JSON.stringify(await tablesOf(client)) !== JSON.stringify(named)) {
    throw new BackupError('The database is being upgraded at this moment: try again in a minute.');
  }
  const result = await work();
  await client.query('commit');
  return result;
}

interface Writing {
  client: pg.Client;
  lost: AbortSignal;
  file: string;
  progress: Progress;
}

async function writeZip({ client, lost, file, progress }: Writing): Promise<number> {
  const zip = new ZipFile();
  const onDisk = createWriteStream(file, { mode: 0o600 });
  const written = pipeline(zip.outputStream, onDisk, { signal: lost });
  // Heard at once: a full disk or a lost connection ends the work, whatever it waits for.
  const failed = new Promise<never>((_, reject) => {
    written.catch(reject);
    zip.on('error', reject);
  });
  failed.catch(() => {});
  /** Adds what `source` says to the zip, and waits until it is in. */
  const add = (name: string, source: () => Readable): Promise<BackupEntry> => {
    const { through, sum, result } = measured();
    progress(() => `${name}, ${sum.rows.toLocaleString('en-GB')} rows`);
    const added = new Promise<BackupEntry>((resolve, reject) => {
      zip.addReadStreamLazy(name, { mode: 0o100600, forceZip64Format: true }, (give) => {
        pipeline(source(), through, { signal: lost }).then(
          () => resolve({ file: name, ...result() }),
          reject,
        );
        give(null, through);
      });
    });
    return Promise.race([added, failed]);
  };

  const tables: Manifest['tables'] = [];
  for (const { name, columns } of await tablesOf(client)) {
    const copy = `copy ${quoted(name)} (${columns.map(quoted).join()}) to stdout`;
    const entry = await add(`tables/${name}.copy`, () => copying(client.query(copyTo(copy))));
    tables.push({ name, columns, ...entry });
  }
  const jobs = await add(JOBS, () => Readable.from(waitingJobs(client)));
  const { rows: server } = await client.query<{ server_version: string }>('show server_version');
  const manifest: Manifest = {
    format: 'octavo-backup',
    version: FORMAT,
    migration: (await migrationOf(client)) ?? '',
    madeAt: new Date().toISOString(),
    postgres: server[0]?.server_version ?? '',
    tables,
    sequences: await sequencesOf(client),
    jobs,
  };
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`), MANIFEST_FILE, {
    mode: 0o100600,
  });
  zip.end();
  await Promise.race([written, failed]);
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}

/** Brings the file to the disk and then to its name. @returns its bytes */
async function settle(unfinished: string, file: string): Promise<number> {
  const made = await open(unfinished, 'r+');
  try {
    await made.sync();
    const { size } = await made.stat();
    await rename(unfinished, file);
    return size;
  } finally {
    await made.close();
    await syncFolder(dirname(file));
  }
}

/** So that the name survives a power failure as well. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  // Not every file system syncs a folder; the file itself is safe.
  await folder.sync().catch(() => {});
  await folder.close();
}

const quoted = (name: string) => pg.escapeIdentifier(name);
