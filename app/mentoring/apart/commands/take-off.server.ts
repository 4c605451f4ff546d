import type { Viewer } from '#app/access/proofs.ts';
import { MOST_KEPT_APART, PUT_BACK_WITHIN } from '#app/mentoring/apart/rules.ts';
import { holdHelping } from '#app/mentoring/helping/rows/hold-helping.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';

/** Takes one off the viewer's list. Twice is once. @returns null where it is not on theirs */
export async function takeOff(
  viewer: Viewer,
  entryId: number,
  { now = new Date() }: Clock = {},
): Promise<true | null> {
  const { numUpdatedRows } = await db
    .updateTable('keep_apart')
    .set(({ fn, val }) => ({ taken_off_at: fn.coalesce('taken_off_at', val(now)) }))
    .where('id', '=', entryId)
    .where('person_id', '=', viewer.personId)
    .executeTakeFirst();
  return numUpdatedRows > 0n ? true : null;
}

/** Puts back what was taken off. @returns null where there is none of theirs, or none any more */
export function putBack(
  viewer: Viewer,
  entryId: number,
): Promise<{ ok: true } | { ok: false; reason: 'full' } | null> {
  return db.transaction().execute(async (tx) => {
    await holdHelping(tx, viewer.personId);
    const all = await tx
      .selectFrom('keep_apart')
      .select(['id', 'taken_off_at'])
      .where('person_id', '=', viewer.personId)
      .execute();
    const one = all.find(({ id }) => id === entryId);
    if (!one) return null;
    if (!one.taken_off_at) return { ok: true };
    const on = all.filter((other) => other.taken_off_at === null).length;
    if (on >= MOST_KEPT_APART) return { ok: false, reason: 'full' };
    await tx
      .updateTable('keep_apart')
      .set({ taken_off_at: null })
      .where('id', '=', entryId)
      .execute();
    return { ok: true };
  });
}

/** Forgets what was taken off a day ago and more. */
export async function forgetTakenOff(now = new Date()): Promise<void> {
  await db
    .deleteFrom('keep_apart')
    .where('taken_off_at', '<', new Date(now.getTime() - PUT_BACK_WITHIN))
    .execute();
}
