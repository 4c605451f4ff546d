import { createHash, randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Viewer } from '#app/access/proofs.ts';
import { cleanLine } from '#app/platform/forms/clean-text.ts';
import { type UploadedFile, UploadTooLarge } from '#app/platform/forms/upload.server.ts';
import { enqueue } from '#app/platform/queue.server.ts';
import { type HeadRead, readHead } from '#app/shelves/imports/rules/export-head.ts';
import { imports } from '#app/shelves/limits.server.ts';
import { MOST_BYTES } from '#app/shelves/rules.ts';
import { db } from '#db/database.server.ts';
import type { ShelfImport } from '#db/schema.ts';

const CHUNK = 256 * 1024;

export type ExportReceived =
  | { ok: true; importId: number }
  | { ok: false; reason: 'too-large' }
  /** another file was sent under its key */
  | { ok: false; reason: 'another-first'; importId: number }
  | Extract<HeadRead, { ok: false }>;

/**
 * Keeps an export in pieces while it comes in, then has it read in the background. The same
 * submission key again answers with the first. Counted before anything of it is kept: what is limited
 * is the receiving, also of a file that turns out too large or breaks off.
 * @throws LimitReached; what reading the file throws, with nothing kept
 */
export async function receiveExport(
  viewer: Viewer,
  submissionKey: string,
  file: UploadedFile,
): Promise<ExportReceived> {
  const earlier = await sentBefore(viewer, submissionKey);
  if (earlier?.digest === null) return { ok: true, importId: earlier.id };
  const hash = createHash('sha256');
  if (!earlier) await countOne(viewer);
  const uploadId = randomUUID();
  let head: HeadRead | undefined;
  let bytes = 0;
  try {
    let position = 0;
    for await (const chunk of pieces(file.data)) {
      head ??= readHead(chunk);
      bytes += chunk.length;
      hash.update(chunk);
      if (!head.ok) break;
      if (bytes > MOST_BYTES) {
        await forget(uploadId);
        return { ok: false, reason: 'too-large' };
      }
      // What was sent before is compared with this, and that is all.
      if (earlier) continue;
      await keepPiece(uploadId, position++, chunk);
    }
  } catch (error) {
    await forget(uploadId);
    if (error instanceof UploadTooLarge) return { ok: false, reason: 'too-large' };
    throw error;
  }
  if (!head?.ok) {
    if (!earlier) await imports.giveBack(db, viewer.personId);
    return head ?? { ok: false, reason: 'empty' };
  }
  const digest = hash.digest('base64url');
  if (earlier) {
    const answer = asBefore(earlier, digest);
    // Another file was received, whatever comes of it.
    if (!answer.ok) await countOne(viewer);
    return answer;
  }
  const { source, delimiter } = head;
  const importId = await takeIn({
    person_id: viewer.personId,
    submission_key: submissionKey,
    upload_id: uploadId,
    submission_digest: digest,
    file_name: plainName(file.name),
    ...{ source, delimiter, bytes },
  });
  if (importId !== undefined) return { ok: true, importId };
  await forget(uploadId);
  const first = await sentBefore(viewer, submissionKey);
  if (!first) throw new Error('An import is there and is not.');
  await imports.giveBack(db, viewer.personId);
  return asBefore(first, digest);
}

/** The answer to a file whose key another has had: the same one, or not. */
function asBefore(first: { id: number; digest: string | null }, digest: string): ExportReceived {
  return first.digest === null || first.digest === digest
    ? { ok: true, importId: first.id }
    : { ok: false, reason: 'another-first', importId: first.id };
}

export const jobKey = (importId: number) => `read-shelf-import-${importId}`;

function sentBefore({ personId }: Viewer, submissionKey: string) {
  return db
    .selectFrom('shelf_import')
    .select(['id', 'submission_digest as digest'])
    .where('person_id', '=', personId)
    .where('submission_key', '=', submissionKey)
    .executeTakeFirst();
}

const countOne = ({ personId }: Viewer) =>
  db.transaction().execute((tx) => imports.count(tx, personId));

/** Each on its own: a slow upload holds no transaction open. */
async function keepPiece(uploadId: string, position: number, bytes: Buffer): Promise<void> {
  await db
    .insertInto('shelf_import_chunk')
    .values({ upload_id: uploadId, position, bytes })
    .execute();
}

/** @returns its id; undefined when another has its key */
function takeIn(row: Insertable<ShelfImport>): Promise<number | undefined> {
  return db.transaction().execute(async (tx) => {
    const made = await tx
      .insertInto('shelf_import')
      .values(row)
      .onConflict((conflict) => conflict.columns(['person_id', 'submission_key']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (made)
      await enqueue(tx, 'read-shelf-import', { importId: made.id }, { key: jobKey(made.id) });
    return made?.id;
  });
}

async function forget(uploadId: string): Promise<void> {
  await db.deleteFrom('shelf_import_chunk').where('upload_id', '=', uploadId).execute();
}

/** A file's bytes in pieces of CHUNK: as they come, they are often far smaller. */
async function* pieces(data: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of data) {
    held.push(bytes);
    size += bytes.length;
    if (size < CHUNK) continue;
    const whole = Buffer.concat(held);
    let at = 0;
    for (; at + CHUNK <= whole.length; at += CHUNK) yield whole.subarray(at, at + CHUNK);
    held = [whole.subarray(at)];
    size = whole.length - at;
  }
  if (size > 0) yield Buffer.concat(held);
}

/** Shown to its owner only: no path, no invisible characters. */
function plainName(name: string): string {
  const plain = cleanLine(name.replace(/^.*[\\/]/, '').replaceAll('\0', ''));
  return plain.slice(0, 120) || 'export.csv';
}
