import type { Member } from '#app/access/proofs.ts';
import { MARK_READ, UNMARK_READ } from '#app/discussions/rows/marking-statements.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { todayIn } from '#app/time/days.ts';
import { databasePool } from '#db/database.server.ts';

/**
 * Marks every thread of the circle as read for a member, as far as a note: what came after the page
 * they looked at was shown stays new, and so does what is folded for them once it unfolds.
 * @returns the moment it is taken back by; null when nothing was new
 */
export async function markAllRead(
  { circleId, personId, circle }: Member,
  upTo: number,
  { now = new Date() }: Clock = {},
): Promise<Date | null> {
  const { rowCount } = await databasePool().query({
    text: MARK_READ,
    values: [circleId, personId, todayIn(circle.timeZone, now), upTo, now],
  });
  return rowCount ? now : null;
}

/** Makes what was marked as read at a moment, and only that, as unread as it was. Twice is once. */
export async function unmarkRead({ circleId, personId }: Member, at: Date): Promise<void> {
  await databasePool().query({ text: UNMARK_READ, values: [circleId, personId, at] });
}
