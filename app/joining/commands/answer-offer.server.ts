import type { Host, Viewer } from '#app/access/proofs.ts';
import { settleSeats } from '#app/circles/rows/offers.server.ts';
import {
  endPlace,
  lockAsHost,
  lockCircle,
  openPlace,
  seat,
} from '#app/circles/rows/seats.server.ts';
import { settleWaysIn } from '#app/circles/rows/settling.server.ts';
import { placeState } from '#app/circles/rules/circles.ts';
import { tellOfJoining } from '#app/joining/rows/telling.server.ts';
import { tell } from '#app/notifications/commands/tell.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type AcceptOutcome = { ok: true } | { ok: false; reason: 'not-yet' | 'lapsed' | 'archived' };

/** Takes the seat that was offered. Null for a person who holds no place in this circle's line. */
export async function acceptSeat(viewer: Viewer, slug: string): Promise<AcceptOutcome | null> {
  return inLine(viewer, slug, async (tx, circle, place, now): Promise<AcceptOutcome> => {
    if (circle.archived) return { ok: false, reason: 'archived' };
    const state = placeState(place, now);
    if (state === 'offered') {
      await seat(tx, circle.id, viewer.personId, place.role as 'member' | 'facilitator', now);
      await endPlace(tx, circle, place.id, 'joined', now);
      await tellOfJoining(tx, circle.id, viewer.personId, now);
      return { ok: true };
    }
    await settleSeats(tx, circle, now);
    return { ok: false, reason: state === 'lapsed' ? 'lapsed' : 'not-yet' };
  });
}

/** Declines an offer or leaves the line; the seat goes to the next. Null as in `acceptSeat`. */
export async function leaveLine(viewer: Viewer, slug: string): Promise<{ ok: true } | null> {
  return inLine(viewer, slug, async (tx, circle, place, now) => {
    await endPlace(tx, circle, place.id, 'withdrawn', now);
    await settleSeats(tx, circle, now);
    return { ok: true } as const;
  });
}

/** Takes someone out of the line. @returns false when the place has ended or is not this circle's */
export async function removeFromLine(host: Host, placeId: number): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const circle = await lockAsHost(tx, host);
    if (!circle) return false;
    const place = await tx
      .selectFrom('waiting_place')
      .select('person_id')
      .where(inCircle({ circleId: circle.id }, 'waiting_place'))
      .where('id', '=', placeId)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (!place) return false;
    const now = new Date();
    await endPlace(tx, circle, placeId, 'removed', now);
    await settleWaysIn(tx, circle.id, place.person_id, now);
    await tell(
      tx,
      host,
      {
        ...{ occasion: 'line-removed', thing: placeId, detail: {} },
        ...{ by: host.personId, at: now },
        mail: { message: 'line-removal', given: { placeId }, occasion: `place:${placeId}` },
      },
      { outside: [place.person_id] },
    );
    await settleSeats(tx, circle, now);
    return true;
  });
}

/** Ends offers that lapsed and offers free seats to those first in line. */
export async function settleCircle(circleId: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await settleSeats(tx, await lockCircle(tx, circleId), new Date());
  });
}

type Circle = Awaited<ReturnType<typeof lockCircle>>;
type Place = NonNullable<Awaited<ReturnType<typeof openPlace>>>;

async function inLine<T>(
  viewer: Viewer,
  slug: string,
  act: (tx: Tx, circle: Circle, place: Place, now: Date) => Promise<T>,
): Promise<T | null> {
  return db.transaction().execute(async (tx) => {
    const named = await tx
      .selectFrom('circle')
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirst();
    if (!named) return null;
    const circle = await lockCircle(tx, named.id);
    const place = await openPlace(tx, circle.id, viewer.personId);
    return place ? act(tx, circle, place, new Date()) : null;
  });
}
