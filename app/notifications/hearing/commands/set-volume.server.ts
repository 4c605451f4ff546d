import type { Member } from '#app/access/proofs.ts';
import { changeVolumes, takeBackVolumes } from '#app/notifications/hearing/rows/volumes.server.ts';
import type { Volume } from '#app/notifications/hearing/rules/volumes.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';

/**
 * Sets how much mail a member wants of the circle, and when what waits for them is mailed.
 * @returns the moment it is taken back by; null when it was so already
 */
export async function setVolume(
  member: Member,
  volume: Volume,
  { now = new Date() }: Clock = {},
): Promise<Date | null> {
  const changed = await db
    .transaction()
    .execute((tx) => changeVolumes(tx, only(member), volume, now));
  return changed.length > 0 ? now : null;
}

/** Takes back what was set at a moment, and nothing that was set since. Twice is once. */
export async function undoVolume(
  member: Member,
  at: Date,
  { now = new Date() }: Clock = {},
): Promise<void> {
  await db.transaction().execute((tx) => takeBackVolumes(tx, only(member), at, now));
}

const only = ({ personId, circleId }: Member) => ({ personId, circleIds: [circleId] });
