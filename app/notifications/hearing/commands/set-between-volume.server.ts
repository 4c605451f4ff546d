import type { Viewer } from '#app/access/proofs.ts';
import {
  changeBetweenVolume,
  takeBackBetweenVolume,
} from '#app/notifications/hearing/rows/between-volume.server.ts';
import type { BetweenVolume } from '#app/notifications/hearing/rules/volumes.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';

/**
 * Sets how much mail a person wants of asks and conversations, and when what waits is mailed.
 * @returns the moment it is taken back by; null when it was so already
 */
export async function setBetweenVolume(
  { personId }: Viewer,
  volume: BetweenVolume,
  { now = new Date() }: Clock = {},
): Promise<Date | null> {
  const changed = await db
    .transaction()
    .execute((tx) => changeBetweenVolume(tx, personId, volume, now));
  return changed ? now : null;
}

/** Takes back what was set at a moment, and nothing that was set since. Twice is once. */
export async function undoBetweenVolume(
  { personId }: Viewer,
  at: Date,
  { now = new Date() }: Clock = {},
): Promise<void> {
  await db.transaction().execute((tx) => takeBackBetweenVolume(tx, personId, at, now));
}
