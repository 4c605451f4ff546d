import { sql } from 'kysely';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Role } from '#app/access/proofs.ts';
import { absentHosts, replaceAbsentHost } from '#app/circles/rows/hosting.server.ts';
import { endLapsed, firstInLine, offerSeats } from '#app/circles/rows/offers.server.ts';
import { addMember, endPlace, type LockedRow, taken } from '#app/circles/rows/seats.server.ts';
import { closeRequest } from '#app/circles/rows/settling.server.ts';
import { freeSeats, type GivenRole } from '#app/circles/rules/circles.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** What a person is to a circle, and how its seats stand: all that giving them a seat asks. */
export type Standing = Awaited<ReturnType<typeof standingOf>>;

/** Read by one statement, once the lock is held: what was read before it may be over. */
export async function standingOf(tx: Tx, circle: LockedRow, personId: number, now: Date) {
  const of = { circleId: circle.id };
  const { members, offers, first, ...standing } = await tx
    .selectFrom(taken(circle.id, now).as('taken'))
    .select(['taken.members', 'taken.offers'])
    .select(({ exists, selectFrom }) => [
      exists(selectFrom('circle_archive').select('at').where(inCircle(of, 'circle_archive'))).as(
        'archived',
      ),
      exists(
        selectFrom('waiting_place')
          .select('waiting_place.id')
          .where(inCircle(of, 'waiting_place'))
          .where('ended_at', 'is', null)
          .where('offer_expires_at', '<=', now),
      ).as('hasLapsed'),
      exists(absentHosts({ selectFrom }).where(inCircle(of, 'membership'))).as('hostIsAbsent'),
      selectFrom('membership')
        .select('membership.role')
        .where(inCircle(of, 'membership'))
        .where('membership.person_id', '=', personId)
        .$castTo<{ role: Role }>()
        .as('role'),
      selectFrom('agreement')
        .select(({ fn }) => fn.max('agreement.version').as('version'))
        .where(inCircle(of, 'agreement'))
        .as('agreementVersion'),
      sql<number[]>`to_json(array(${firstInLine({ selectFrom }, circle, now)}))`.as('first'),
      jsonObjectFrom(
        selectFrom('waiting_place')
          .select(['waiting_place.id', 'waiting_place.role'])
          .select(({ eb }) => eb('offer_expires_at', '>', now).as('isOffered'))
          .where(inCircle(of, 'waiting_place'))
          .where('waiting_place.person_id', '=', personId)
          .where('ended_at', 'is', null)
          .where(({ eb, or }) =>
            or([eb('offer_expires_at', 'is', null), eb('offer_expires_at', '>', now)]),
          ),
      ).as('place'),
    ])
    .executeTakeFirstOrThrow();
  return {
    ...standing,
    free: freeSeats({ seats: circle.seats, members, offers }),
    /** the places in line to which seats are to be offered first */
    first: standing.archived ? [] : first,
  };
}

export type Seating =
  | { kind: 'seated'; already: boolean }
  | { kind: 'waiting'; placeId: number; already: boolean };

/** Seats a person, or puts them in line when nothing is free. Holds the lock. */
export async function takeSeat(
  tx: Tx,
  circle: LockedRow,
  personId: number,
  standing: Standing,
  role: GivenRole,
  now: Date,
): Promise<Seating> {
  if (standing.role) return { kind: 'seated', already: true };
  const { place, first } = standing;
  if (standing.hasLapsed) await endLapsed(tx, circle, now);
  await offerSeats(tx, circle, first, now);
  const isOffered = place?.isOffered || (place && first.includes(place.id));
  // A seat that is still free has nobody in line for it.
  if (isOffered || standing.free > first.length) {
    await addMember(tx, circle.id, personId, role, now);
    if (standing.hostIsAbsent) await replaceAbsentHost(tx, circle.id);
    if (place) await endPlace(tx, circle, place.id, 'joined', now);
    return { kind: 'seated', already: false };
  }
  await closeRequest(tx, circle.id, personId, now);
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
