import { todayIn } from '#app/time/days.ts';
import type { Helping } from './helping.ts';

/** What says whether somebody can be asked now by one other person. */
export interface Capacity extends Pick<Helping, 'atOnce' | 'pausedUntil'> {
  /** conversations they have as the helper */
  busy: number;
  /** three asks went unanswered, and they have not said that they are back */
  isResting: boolean;
  /** their account is closed */
  isClosed: boolean;
  /** one of the two has blocked the other */
  isBlocked: boolean;
  /** they are who would ask */
  isAsker: boolean;
  timeZone: string;
}

export type NotAsked = 'oneself' | 'closed' | 'blocked' | 'out' | 'paused' | 'resting' | 'full';

/** Whether somebody can be asked by themselves now. */
export function canBeAsked(
  of: Capacity,
  now: Date,
): { ok: true } | { ok: false; reason: NotAsked; until: string | null } {
  const no = (reason: NotAsked, until: string | null = null) => ({
    ...{ ok: false as const, reason, until },
  });
  if (of.isAsker) return no('oneself');
  if (of.isClosed) return no('closed');
  if (of.isBlocked) return no('blocked');
  if (of.atOnce === 0) return no('out');
  if (isPaused(of, now)) return no('paused', of.pausedUntil);
  if (of.isResting) return no('resting');
  if (of.busy >= of.atOnce) return no('full');
  return { ok: true };
}

export const isPaused = (
  { pausedUntil, timeZone }: Pick<Capacity, 'pausedUntil' | 'timeZone'>,
  now: Date,
) => pausedUntil !== null && todayIn(timeZone, now) < pausedUntil;
