import { remindOfNotNow, toRemind } from '#app/mentoring/asks/rows/not-now-days.server.ts';
import { db } from '#db/database.server.ts';

/** Every hour: a “not now” comes back to the asker on its day, where they asked for it, once. */
export async function turnNotNows({ now = new Date() } = {}): Promise<void> {
  for (const { askId, offerId } of await toRemind(now)) {
    await db.transaction().execute((tx) => remindOfNotNow(tx, askId, offerId, now));
  }
}
