import { createHash } from 'node:crypto';
import type { Viewer } from '#app/access/proofs.ts';
import { pictures } from '#app/accounts/limits.server.ts';
import { MOST_PICTURE_BYTES } from '#app/accounts/rules/accounts.ts';
import { type UploadedFile, UploadTooLarge } from '#app/platform/forms/upload.server.ts';
import { type Squared, squared } from '#app/platform/picture.server.ts';
import { db } from '#db/database.server.ts';

export type PictureOutcome =
  | { ok: true }
  | { ok: false; reason: 'too-large' | 'empty' }
  | { ok: false; reason: 'limited'; retryAfter: number }
  | Extract<Squared, { ok: false }>;

/**
 * Keeps a picture of the viewer, cut square and made anew, in place of the one before. Counted before
 * anything is decoded.
 */
export async function savePicture(viewer: Viewer, file: UploadedFile): Promise<PictureOutcome> {
  const allowance = await pictures.take(String(viewer.personId));
  if (!allowance.ok) return { ...allowance, reason: 'limited' };
  const bytes = await gathered(file);
  if (bytes === null) return { ok: false, reason: 'too-large' };
  if (bytes.length === 0) return { ok: false, reason: 'empty' };
  const made = await squared(bytes);
  if (!made.ok) return made;
  const picture = {
    hash: createHash('sha256').update(made.webp).digest('hex'),
    image: made.webp,
    at: new Date(),
  };
  await db
    .insertInto('person_picture')
    .values({ person_id: viewer.personId, ...picture })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(picture))
    .execute();
  return { ok: true };
}

export async function removePicture(viewer: Viewer): Promise<void> {
  await db.deleteFrom('person_picture').where('person_id', '=', viewer.personId).execute();
}

/** Null when it is larger than a picture may be. */
async function gathered(file: UploadedFile): Promise<Buffer | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of file.data) {
      size += piece.length;
      if (size > MOST_PICTURE_BYTES) return null;
      pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof UploadTooLarge) return null;
    throw error;
  }
  return Buffer.concat(pieces);
}
