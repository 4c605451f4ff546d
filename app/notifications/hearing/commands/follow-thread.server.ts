import type { Member } from '#app/access/proofs.ts';
import { changeFollowing } from '#app/notifications/hearing/rows/following.server.ts';
import type { Following } from '#app/notifications/hearing/rules/following.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';

/**
 * Sets whether a member hears of a thread's notes, whatever they want of the circle.
 * @returns what it was before; null when the circle has no such thread
 */
export const followThread = (
  member: Member,
  threadId: number,
  following: Following,
  { now = new Date() }: Clock = {},
): Promise<Following | null> =>
  db.transaction().execute((tx) => changeFollowing(tx, member, threadId, following, now));
