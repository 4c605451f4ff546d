import type { Executor } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** Whether a circle rests: everything in it is read, nothing is written or mailed. */
export async function isArchived(on: Executor, circleId: number): Promise<boolean> {
  const archive = await on
    .selectFrom('circle_archive')
    .select('at')
    .where(inCircle({ circleId }, 'circle_archive'))
    .executeTakeFirst();
  return archive !== undefined;
}
