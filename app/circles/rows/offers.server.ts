import { type ExpressionBuilder, sql } from 'kysely';
import { type LockedCircle, type LockedRow, taken } from '#app/circles/rows/seats.server.ts';
import { OFFER_DAYS } from '#app/circles/rules/circles.ts';
import { tellAll } from '#app/notifications/commands/tell.server.ts';
import { enqueueAll } from '#app/platform/queue.server.ts';
import { daysAfter, MINUTE } from '#app/time/spans.ts';
import type { Tx } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import type { DB } from '#db/schema.ts';

/** What becomes of free seats. Everything here is called under the lock on the circle's row. */

/**
 * Ends offers that lapsed, and offers free seats to those first in line. A circle that is archived
 * offers none.
 */
export async function settleSeats(tx: Tx, circle: LockedCircle, now: Date): Promise<void> {
  if (circle.archived) return;
  await endLapsed(tx, circle, now);
  const first = await firstInLine(tx, circle, now).execute();
  await offerSeats(
    tx,
    circle,
    first.map(({ id }) => id),
    now,
  );
}

export async function endLapsed(tx: Tx, circle: LockedRow, now: Date): Promise<void> {
  await tx
    .updateTable('waiting_place')
    .set({ ended_at: now, outcome: 'lapsed' })
    .where(inCircle({ circleId: circle.id }, 'waiting_place'))
    .where('ended_at', 'is', null)
    .where('offer_expires_at', '<=', now)
    .execute();
}

/** A select (id) of the places in line to which the seats that are free now are to be offered. */
export function firstInLine(
  on: Pick<ExpressionBuilder<DB, never>, 'selectFrom'>,
  { id, seats }: LockedRow,
  now: Date,
) {
  return (
    on
      .selectFrom('waiting_place')
      .select('waiting_place.id')
      .where(inCircle({ circleId: id }, 'waiting_place'))
      .where('ended_at', 'is', null)
      .where('offered_at', 'is', null)
      // Nobody could answer an offer to a deactivated person; the seat would stand empty.
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('person_deactivation')
              .select('person_id')
              .whereRef('person_deactivation.person_id', '=', 'waiting_place.person_id'),
          ),
        ),
      )
      .orderBy('waiting_place.id')
      .limit(sql<number>`(
      select greatest(0, ${seats}::bigint - taken.members - taken.offers)
      from ${taken(id, now)} as taken)`)
  );
}

export async function offerSeats(
  tx: Tx,
  circle: LockedRow,
  places: readonly number[],
  now: Date,
): Promise<void> {
  if (places.length === 0) return;
  const expires = daysAfter(now, OFFER_DAYS);
  const offered = await tx
    .updateTable('waiting_place')
    .set({ offered_at: now, offer_expires_at: expires })
    .where(inCircle({ circleId: circle.id }, 'waiting_place'))
    .where('id', '=', sql<number>`any(${places}::bigint[])`)
    .returning(['id', 'person_id'])
    .execute();
  // A minute late, so that a database clock ahead of ours does not run it for nothing.
  const runAt = new Date(expires.getTime() + MINUTE);
  await together(tx, (at) => [
    tellAll(
      at,
      { circleId: circle.id },
      offered.map(({ id: placeId, person_id: personId }) => [
        {
          ...{ occasion: 'seat-offered', thing: placeId, detail: {}, by: null },
          ...{ at: now, until: expires },
          mail: { message: 'seat-offered', given: { placeId }, occasion: `place:${placeId}` },
        },
        { outside: [personId] },
      ]),
    ),
    enqueueAll(
      at,
      places.map((placeId) => ({
        name: 'settle-seats',
        payload: { circleId: circle.id },
        key: `seat-offer-${placeId}`,
        runAt,
      })),
    ),
  ]);
}
