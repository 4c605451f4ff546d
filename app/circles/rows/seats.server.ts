import { type QueryCreator, sql } from 'kysely';
import type { Host, Role } from '#app/access/proofs.ts';
import { isArchived } from '#app/circles/rows/archive.server.ts';
import { replaceAbsentHost } from '#app/circles/rows/hosting.server.ts';
import { settleWaysIn } from '#app/circles/rows/settling.server.ts';
import { freeSeats } from '#app/circles/rules/circles.ts';
import { dequeue } from '#app/platform/queue.server.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import type { DB } from '#db/schema.ts';

/**
 * Seats. Everything that gives, takes or counts a seat, and everything that changes a role, holds
 * the lock on the circle's row first: two people never take the last seat, and a circle never
 * loses its host between two requests. The lock leaves the key alone: notes and replies, whose
 * foreign keys look at the circle, do not wait for it.
 */
export interface LockedRow {
  id: number;
  slug: string;
  name: string;
  seats: number;
  visibility: string;
  version: number;
}

export interface LockedCircle extends LockedRow {
  archived: boolean;
}

/** A select that locks a circle's row. */
export const lockedCircle = (tx: Tx) =>
  tx
    .selectFrom('circle')
    .select(['id', 'slug', 'name', 'seats', 'visibility', 'version'])
    .forNoKeyUpdate();

export async function lockCircle(tx: Tx, circleId: number): Promise<LockedCircle> {
  const circle = await lockedCircle(tx).where('circle.id', '=', circleId).executeTakeFirstOrThrow();
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

/** A select (members, offers): what holds a seat of a circle. Offers hold theirs until they lapse. */
export const taken = (circleId: number, now: Date) => sql<{ members: number; offers: number }>`(
  select
    (select count(*) from membership where circle_id = ${circleId}) as members,
    (select count(*) from waiting_place where circle_id = ${circleId}
      and ended_at is null and offer_expires_at > ${now}) as offers)`;

export async function countSeats(tx: Tx, circle: LockedCircle, now: Date) {
  const { rows } = await taken(circle.id, now).execute(tx);
  const { members = 0, offers = 0 } = rows[0] ?? {};
  return { members, offers, free: freeSeats({ seats: circle.seats, members, offers }) };
}

/**
 * Gives a seat, which settles the other ways in. The first to come to a circle whose only account is
 * closed hosts it.
 */
export async function seat(tx: Tx, circleId: number, personId: number, role: Role, now: Date) {
  await addMember(tx, circleId, personId, role, now);
  await replaceAbsentHost(tx, circleId);
}

/** A seat in a circle that has its host. */
export async function addMember(tx: Tx, circleId: number, personId: number, role: Role, now: Date) {
  const seated: unknown = tx.with('seated', (cte) =>
    cte
      .insertInto('membership')
      .values({ circle_id: circleId, person_id: personId, role, joined_at: now }),
  );
  await settleWaysIn(seated as QueryCreator<DB>, circleId, personId, now);
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
