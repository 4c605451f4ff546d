import { sql } from 'kysely';
import type { Host, Role } from '#app/access/proofs.ts';
import { isArchived } from '#app/circles/rows/archive.server.ts';
import { replaceAbsentHost } from '#app/circles/rows/hosting.server.ts';
import { closeRequest, settleWaysIn } from '#app/circles/rows/settling.server.ts';
import { freeSeats, type GivenRole, OFFER_DAYS } from '#app/circles/rules/circles.ts';
import { dequeue, enqueue } from '#app/platform/queue.server.ts';
import { daysAfter, MINUTE } from '#app/time/spans.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/**
 * Seats. Everything that gives, takes or counts a seat, and everything that changes a role, holds
 * the lock on the circle's row first: two people never take the last seat, and a circle never
 * loses its host between two requests. The lock leaves the key alone: notes and replies, whose
 * foreign keys look at the circle, do not wait for it.
 */
export interface LockedCircle {
  id: number;
  slug: string;
  name: string;
  seats: number;
  visibility: string;
  version: number;
  archived: boolean;
}

export async function lockCircle(tx: Tx, circleId: number): Promise<LockedCircle> {
  const circle = await tx
    .selectFrom('circle')
    .select(['id', 'slug', 'name', 'seats', 'visibility', 'version'])
    .where('id', '=', circleId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  // Asked once the lock is held: whoever held it before may have archived the circle.
  return { ...circle, archived: await isArchived(tx, circleId) };
}

export async function roleIn(tx: Tx, circleId: number, personId: number): Promise<Role | null> {
  const row = await tx
    .selectFrom('membership')
    .select('role')
    .where(inCircle({ circleId }, 'membership'))
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return (row?.role as Role | undefined) ?? null;
}

/**
 * The circle, locked, when `host` still is its host: a proof is as old as its request, and another
 * request may have handed the circle over since.
 */
export async function lockAsHost(tx: Tx, host: Host): Promise<LockedCircle | null> {
  const circle = await lockCircle(tx, host.circleId);
  return (await roleIn(tx, circle.id, host.personId)) === 'host' ? circle : null;
}

export async function countSeats(tx: Tx, circle: LockedCircle, now: Date) {
  const { rows } = await sql<{ members: number; offers: number }>`
    select
      (select count(*) from membership where circle_id = ${circle.id}) as members,
      (select count(*) from waiting_place where circle_id = ${circle.id}
        and ended_at is null and offer_expires_at > ${now}) as offers`.execute(tx);
  const { members = 0, offers = 0 } = rows[0] ?? {};
  return { members, offers, free: freeSeats({ seats: circle.seats, members, offers }) };
}

/**
 * Ends offers that lapsed, and offers free seats to those first in line. A circle that is archived
 * offers none. Holds the lock.
 */
export async function settleSeats(tx: Tx, circle: LockedCircle, now: Date): Promise<void> {
  if (circle.archived) return;
  await tx
    .updateTable('waiting_place')
    .set({ ended_at: now, outcome: 'lapsed' })
    .where(inCircle({ circleId: circle.id }, 'waiting_place'))
    .where('ended_at', 'is', null)
    .where('offer_expires_at', '<=', now)
    .execute();
  const { free } = await countSeats(tx, circle, now);
  if (free === 0) return;
  const first = await tx
    .selectFrom('waiting_place')
    .select('id')
    .where(inCircle({ circleId: circle.id }, 'waiting_place'))
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
    .orderBy('id')
    .limit(free)
    .execute();
  const expires = daysAfter(now, OFFER_DAYS);
  for (const { id } of first) {
    await tx
      .updateTable('waiting_place')
      .set({ offered_at: now, offer_expires_at: expires })
      .where(inCircle({ circleId: circle.id }, 'waiting_place'))
      .where('id', '=', id)
      .execute();
    await enqueue(tx, 'send-seat-offered', { placeId: id });
    await enqueue(
      tx,
      'settle-seats',
      { circleId: circle.id },
      // A minute late, so that a database clock ahead of ours does not run it for nothing.
      { key: `seat-offer-${id}`, runAt: new Date(expires.getTime() + MINUTE) },
    );
  }
}

export type Seating =
  | { kind: 'seated'; already: boolean }
  | { kind: 'waiting'; placeId: number; already: boolean };

/** Seats a person, or puts them in line when nothing is free. Holds the lock. */
export async function takeSeat(
  tx: Tx,
  circle: LockedCircle,
  personId: number,
  role: GivenRole,
  now: Date,
): Promise<Seating> {
  if (await roleIn(tx, circle.id, personId)) return { kind: 'seated', already: true };
  await settleSeats(tx, circle, now);
  await closeRequest(tx, circle.id, personId, now);
  const place = await openPlace(tx, circle.id, personId);
  // After settling, a seat that is still free has nobody in line for it.
  if (place?.offered_at || (await countSeats(tx, circle, now)).free > 0) {
    await seat(tx, circle.id, personId, role, now);
    if (place) await endPlace(tx, circle, place.id, 'joined', now);
    return { kind: 'seated', already: false };
  }
  if (place) {
    if (role === 'facilitator' && place.role !== role) {
      await tx
        .updateTable('waiting_place')
        .set({ role })
        .where(inCircle({ circleId: circle.id }, 'waiting_place'))
        .where('id', '=', place.id)
        .execute();
    }
    return { kind: 'waiting', placeId: place.id, already: true };
  }
  const { id } = await tx
    .insertInto('waiting_place')
    .values({ circle_id: circle.id, person_id: personId, role, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { kind: 'waiting', placeId: id, already: false };
}

/**
 * Gives a seat, which settles the other ways in. The first to come to a circle whose only account is
 * closed hosts it.
 */
export async function seat(tx: Tx, circleId: number, personId: number, role: Role, now: Date) {
  await tx
    .insertInto('membership')
    .values({ circle_id: circleId, person_id: personId, role, joined_at: now })
    .execute();
  await settleWaysIn(tx, circleId, personId, now);
  await replaceAbsentHost(tx, circleId);
}

export function openPlace(tx: Tx, circleId: number, personId: number) {
  return tx
    .selectFrom('waiting_place')
    .select(['id', 'role', 'offered_at', 'offer_expires_at', 'ended_at'])
    .where(inCircle({ circleId }, 'waiting_place'))
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

export async function endPlace(
  tx: Tx,
  circle: Pick<LockedCircle, 'id'>,
  placeId: number,
  outcome: 'joined' | 'withdrawn' | 'removed',
  now: Date,
): Promise<void> {
  await tx
    .updateTable('waiting_place')
    .set({ ended_at: now, outcome })
    .where(inCircle({ circleId: circle.id }, 'waiting_place'))
    .where('id', '=', placeId)
    .execute();
  await dequeue(tx, `seat-offer-${placeId}`);
}
