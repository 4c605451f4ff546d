import type { Viewer } from '#app/access/proofs.ts';
import { lockWeek } from '#app/mentoring/week/rows/weeks.server.ts';
import { db } from '#db/database.server.ts';

type Kept =
  | { ok: true }
  | { ok: false; reason: 'gone' }
  | { ok: false; reason: 'changed'; now: string };

/** Keeps what somebody takes from a week, for themselves; an empty line keeps nothing. */
export async function keepLine(
  { personId }: Viewer,
  weekId: number,
  { kept, version }: { kept: string; version: number },
): Promise<Kept> {
  return db.transaction().execute(async (tx): Promise<Kept> => {
    const week = await lockWeek(tx, personId, weekId);
    if (!week) return { ok: false, reason: 'gone' };
    if (week.kept === kept) return { ok: true };
    // Where nothing is kept, nothing is written over.
    if (week.kept !== '' && week.version !== version) {
      return { ok: false, reason: 'changed', now: week.kept };
    }
    await tx
      .updateTable('weekly_ask')
      .set({ kept, version: week.version + 1 })
      .where('id', '=', weekId)
      .execute();
    return { ok: true };
  });
}
