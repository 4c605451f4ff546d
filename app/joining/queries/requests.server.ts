import type { Host } from '#app/access/proofs.ts';
import { type GivenRole, placeState } from '#app/circles/rules/circles.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** Requests to decide, oldest first, with what the host needs to know of the person. */
export async function openRequests(host: Host) {
  const rows = await db
    .selectFrom('join_request')
    .innerJoin('person', 'person.id', 'join_request.person_id')
    .select([
      'join_request.id',
      'join_request.word',
      'join_request.created_at',
      'person.name',
      'person.what_i_do',
      'person.company',
      'person.time_zone',
    ])
    .where(inCircle(host, 'join_request'))
    .where('decided_at', 'is', null)
    .orderBy('join_request.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    word: row.word,
    since: row.created_at.toISOString(),
    name: row.name,
    whatIDo: row.what_i_do,
    company: row.company,
    timeZone: row.time_zone,
  }));
}

export type OpenRequest = Awaited<ReturnType<typeof openRequests>>[number];

/** The waiting list in order; an offer that lapsed is no longer in it. */
export async function waitingLine(host: Host) {
  const now = new Date();
  const rows = await db
    .selectFrom('waiting_place')
    .innerJoin('person', 'person.id', 'waiting_place.person_id')
    .select([
      'waiting_place.id',
      'waiting_place.role',
      'waiting_place.created_at',
      'waiting_place.offered_at',
      'waiting_place.offer_expires_at',
      'waiting_place.ended_at',
      'person.name',
      'person.company',
    ])
    .where(inCircle(host, 'waiting_place'))
    .where('ended_at', 'is', null)
    .orderBy('waiting_place.id')
    .execute();
  return rows
    .filter((row) => placeState(row, now) !== 'lapsed')
    .map((row) => ({
      id: row.id,
      name: row.name,
      company: row.company,
      role: row.role as GivenRole,
      since: row.created_at.toISOString(),
      offeredUntil: row.offer_expires_at?.toISOString() ?? null,
    }));
}
