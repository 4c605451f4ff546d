import {
  changeBetweenVolume,
  takeBackBetweenVolume,
} from '#app/notifications/hearing/rows/between-volume.server.ts';
import { changeFollowing } from '#app/notifications/hearing/rows/following.server.ts';
import { type Hearer, hearerBy } from '#app/notifications/hearing/rows/hearers.server.ts';
import { changeVolumes, takeBackVolumes } from '#app/notifications/hearing/rows/volumes.server.ts';
import type { Following } from '#app/notifications/hearing/rules/following.ts';
import { betweenVolume, isVolume, type Volume } from '#app/notifications/hearing/rules/volumes.ts';
import type { Clock } from '#app/time/clock.ts';
import { db, type Tx } from '#db/database.server.ts';

type Wish = Volume | Following;

/** What the link set, and by what it is taken back: a moment, or how a thread was followed before. */
export type SetByLink =
  | { ok: true; set: Wish; before: string | null }
  | { ok: false; reason: 'no-link' | 'nothing-to-set' };

/**
 * Sets the one thing that a mail's link is about, for whoever holds it.
 * @param wish none: what one click stands for, which is to hear no more of it
 */
export function setByLink(
  token: string,
  wish?: Wish,
  { now = new Date() }: Clock = {},
): Promise<SetByLink> {
  return byLink(token, async (tx, hearer) => {
    if (hearer.threadId !== null) return follow(tx, hearer, hearer.threadId, wish ?? 'muted', now);
    const volume = wish ?? 'nothing';
    if (!isVolume(volume)) return { ok: false, reason: 'nothing-to-set' };
    const changed = await changeVolumes(tx, inThem(hearer), volume, now);
    const also =
      hearer.about !== 'circle' &&
      (await changeBetweenVolume(tx, hearer.personId, betweenVolume(volume), now));
    const before = changed.length > 0 || also ? String(now.getTime()) : null;
    return { ok: true, set: volume, before };
  });
}

/** Takes back what a link set at a moment, and nothing that was set since. Twice is once. */
export function undoByLink(
  token: string,
  at: Date,
  { now = new Date() }: Clock = {},
): Promise<SetByLink | { ok: true }> {
  return byLink(token, async (tx, hearer) => {
    await takeBackVolumes(tx, inThem(hearer), at, now);
    if (hearer.about !== 'circle') await takeBackBetweenVolume(tx, hearer.personId, at, now);
    return { ok: true };
  });
}

function byLink<T>(token: string, act: (tx: Tx, hearer: Hearer) => Promise<T>) {
  return db.transaction().execute(async (tx) => {
    const hearer = await hearerBy(tx, token);
    if (!hearer) return { ok: false as const, reason: 'no-link' as const };
    if (hearer.about === 'nothing') {
      return { ok: false as const, reason: 'nothing-to-set' as const };
    }
    return act(tx, hearer);
  });
}

const inThem = ({ personId, circles }: Hearer) => ({
  personId,
  circleIds: circles.map(({ id }) => id),
});

async function follow(
  tx: Tx,
  { personId, circles }: Hearer,
  threadId: number,
  wish: Wish,
  now: Date,
): Promise<SetByLink> {
  if (isVolume(wish)) return { ok: false, reason: 'nothing-to-set' };
  const circleId = circles[0]?.id ?? 0;
  const before = await changeFollowing(tx, { circleId, personId }, threadId, wish, now);
  if (before === null) return { ok: false, reason: 'nothing-to-set' };
  return { ok: true, set: wish, before: before === wish ? null : before };
}
