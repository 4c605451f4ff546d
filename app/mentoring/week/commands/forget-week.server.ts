import type { Viewer } from '#app/access/proofs.ts';
import { untellOfWeek } from '#app/mentoring/week/rows/tell-of-week.server.ts';
import { db } from '#db/database.server.ts';

/** Forgets a week with all its words. What it became stays. @returns whether it was there */
export async function forgetWeek({ personId }: Viewer, weekId: number): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('weekly_ask')
      .where('id', '=', weekId)
      .where('person_id', '=', personId)
      .executeTakeFirst();
    if (numDeletedRows > 0n) await untellOfWeek(tx, personId, weekId);
    return numDeletedRows > 0n;
  });
}
