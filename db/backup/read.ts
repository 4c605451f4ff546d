import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { BackupError, stoppedEarly } from './error.ts';
import { type BackupEntry, FORMAT, MANIFEST_FILE, Manifest, ManifestHead } from './manifest.ts';
import { measured } from './measured.ts';

export interface Backup {
  manifest: Manifest;
  /** Contents of one of the manifest's files. */
  stream(entry: BackupEntry): Promise<Readable>;
  close(): void;
}

const MOST_MANIFEST = 4 * 1024 * 1024;

/**
 * Opens a backup and reads it through once, so that nothing of a damaged one is ever restored.
 * @param known names of the migrations this Octavo has
 * @throws BackupError when it is no backup, is damaged or incomplete, or was made by a newer Octavo
 */
export async function openBackup(
  file: string,
  known: readonly string[],
  stop?: AbortSignal,
): Promise<Backup> {
  const zip = await opened(file);
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const stream = (name: string) => {
      const entry = entries.get(name);
      if (!entry) throw damaged(file, `${name} is missing from it`);
      return zip.openReadStreamPromise(entry);
    };
    const manifest = manifestIn(file, await textOf(await stream(MANIFEST_FILE)), known);
    for (const entry of [...manifest.tables, manifest.jobs]) {
      await verify(file, entry, await stream(entry.file), stop);
    }
    return { manifest, stream: ({ file: name }) => stream(name), close: () => zip.close() };
  } catch (error) {
    zip.close();
    if (error instanceof BackupError) throw error;
    throw damaged(file, (error as Error).message);
  }
}

async function opened(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { autoClose: false, lazyEntries: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new BackupError(`There is no file ${file}.`);
    if (code) throw new BackupError(`${file} cannot be read (${code}).`);
    throw damaged(file, message);
  }
}

function manifestIn(file: string, text: string, known: readonly string[]): Manifest {
  const said: unknown = JSON.parse(text);
  const head = ManifestHead.safeParse(said);
  if (!head.success) throw new BackupError(`${file} is not a backup of Octavo.`);
  const { version, migration } = head.data;
  if (version > FORMAT || !known.includes(migration)) {
    throw new BackupError(
      `${file} was made by a newer Octavo (${migration}). Update this one, then restore it.`,
    );
  }
  return Manifest.parse(said);
}

async function verify(
  file: string,
  entry: BackupEntry,
  stream: Readable,
  stop?: AbortSignal,
): Promise<void> {
  const { through, result } = measured();
  stream.on('error', (error) => through.destroy(error));
  for await (const _ of stream.pipe(through)) if (stop?.aborted) throw stoppedEarly();
  const { rows, bytes, sha256 } = result();
  if (rows !== entry.rows || bytes !== entry.bytes || sha256 !== entry.sha256) {
    throw damaged(file, `${entry.file} is not what was written`);
  }
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_MANIFEST) throw new Error('its list of contents is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function damaged(file: string, why: string): BackupError {
  return new BackupError(
    `${file} is damaged (${why}). Nothing was restored; take an older backup.`,
  );
}
