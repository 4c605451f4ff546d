import type { Viewer } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';

/**
 * Lets somebody the viewer blocked be one like any other again.
 * @returns false where they were not blocked, or are not any more
 */
export async function liftBlock(viewer: Viewer, personId: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('person_block')
    .where('person_id', '=', viewer.personId)
    .where('blocked_id', '=', personId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
