import type { Viewer } from '#app/access/proofs.ts';
import { enqueue } from '#app/platform/queue.server.ts';
import { db } from '#db/database.server.ts';
import { jobKey } from './receive-export.server.ts';

/** Has an import that stands still taken up again: its worker was killed, say. */
export async function takeUpImport(viewer: Viewer, importId: number): Promise<{ ok: boolean }> {
  return db.transaction().execute(async (tx) => {
    const open = await tx
      .selectFrom('shelf_import')
      .select('id')
      .where('person_id', '=', viewer.personId)
      .where('id', '=', importId)
      .where('finished_at', 'is', null)
      .executeTakeFirst();
    if (!open) return { ok: false };
    await enqueue(tx, 'read-shelf-import', { importId }, { key: jobKey(importId) });
    return { ok: true };
  });
}

/** Takes off the shelf what an import put there, but for what the person has changed since. */
export async function undoImport(
  viewer: Viewer,
  importId: number,
): Promise<{ ok: true } | { ok: false; reason: 'gone' | 'still-read' }> {
  return db.transaction().execute(async (tx) => {
    const found = await tx
      .selectFrom('shelf_import')
      .select(['finished_at', 'undone_at'])
      .where('person_id', '=', viewer.personId)
      .where('id', '=', importId)
      .forUpdate()
      .executeTakeFirst();
    if (!found) return { ok: false, reason: 'gone' };
    if (!found.finished_at) return { ok: false, reason: 'still-read' };
    if (found.undone_at) return { ok: true };
    await tx
      .deleteFrom('shelf_book')
      .where('person_id', '=', viewer.personId)
      .where('import_id', '=', importId)
      .where('changed_at', 'is', null)
      .where('taken_off_at', 'is', null)
      .execute();
    await tx
      .updateTable('shelf_import')
      .set({ undone_at: new Date() })
      .where('id', '=', importId)
      .execute();
    return { ok: true };
  });
}
