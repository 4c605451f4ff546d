import { sql } from 'kysely';
import type { Cloth, Viewer } from '#app/access/proofs.ts';
import { placeState } from '#app/circles/rules/circles.ts';
import type { Clock } from '#app/time/clock.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { inCircleAt } from '#db/in-circle.server.ts';

interface PlaceRow {
  visibility: string;
  slug: string;
  name: string;
  cloth: Cloth;
  seats: number;
  members: number;
  offered_at: Date | null;
  offer_expires_at: Date | null;
  ended_at: Date | null;
  ahead: number;
}

const OWN = 'circles the viewer is in, or asks to be in';

/** Where the viewer stands in line, offers first. A lapsed offer stays until it is tidied up. */
async function placesOf(viewer: Viewer) {
  const now = new Date();
  const { rows } = await sql<PlaceRow>`
    select c.slug, c.name, c.cloth, c.visibility, c.seats,
      (select count(*) from membership m where m.circle_id = c.id) as members,
      w.offered_at, w.offer_expires_at, w.ended_at,
      (select count(*) from waiting_place a where a.circle_id = w.circle_id
        and a.ended_at is null and a.offered_at is null and a.id < w.id) as ahead
    from waiting_place w join circle c on c.id = w.circle_id
    where w.person_id = ${viewer.personId} and w.ended_at is null
      and not exists (select from circle_archive z where z.circle_id = w.circle_id)
    order by w.offer_expires_at nulls last, w.id`.execute(acrossCircles(db, OWN));
  return rows.map((row) => ({
    slug: row.slug,
    name: row.name,
    cloth: row.cloth,
    seats: row.seats,
    members: row.members,
    state: placeState(row, now),
    until: row.offer_expires_at?.toISOString() ?? null,
    ahead: row.ahead,
    listed: row.visibility === 'listed',
  }));
}

export type MyPlace = Awaited<ReturnType<typeof placesOf>>[number];

/**
 * The viewer's place in one circle's line; null when they hold none. An offer that lapsed is told to
 * the one who held it until they stand in line anew.
 */
export async function placeIn(viewer: Viewer, slug: string) {
  const open = (await placesOf(viewer)).find((place) => place.slug === slug);
  if (open) return open;
  const last = await db
    .selectFrom('waiting_place')
    .innerJoin('circle', 'circle.id', 'waiting_place.circle_id')
    .select(['circle.name', 'circle.cloth', 'circle.seats', 'circle.visibility'])
    .select(['waiting_place.outcome', 'waiting_place.offer_expires_at'])
    .where(inCircleAt(slug, 'waiting_place'))
    .where('person_id', '=', viewer.personId)
    .orderBy('waiting_place.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last?.outcome !== 'lapsed') return null;
  return {
    slug,
    name: last.name,
    cloth: last.cloth as Cloth,
    seats: last.seats,
    members: last.seats,
    state: 'lapsed' as const,
    until: last.offer_expires_at?.toISOString() ?? null,
    ahead: 0,
    listed: last.visibility === 'listed',
  };
}

/** A circle's seats, for its leaves. */
const leaves = sql`c.seats, (select count(*) from membership t where t.circle_id = c.id) as taken`;

interface LeavesRow {
  slug: string;
  name: string;
  cloth: Cloth;
  seats: number;
  taken: number;
}

/** Requests of the viewer that wait, and circles of theirs with requests to answer: their number n. */
async function requestsOf({ memberships, personId }: Viewer) {
  const hosted = memberships.flatMap(({ circle, role }) => (role === 'host' ? circle.id : []));
  const { rows } = await sql<LeavesRow & { created_at: Date; mine: boolean; n: number }>`
    select c.slug, c.name, c.cloth, ${leaves}, min(q.created_at) as created_at,
      q.person_id = ${personId} as mine, count(*) as n
    from join_request q join circle c on c.id = q.circle_id
    where q.decided_at is null
      and (q.person_id = ${personId} or q.circle_id = any(${hosted}::bigint[]))
      and not exists (select from circle_archive z where z.circle_id = q.circle_id)
    group by c.id, mine
    order by c.id`.execute(acrossCircles(db, OWN));
  return rows;
}

/** Invitations to the address of the viewer, who has shown that they read it. */
async function invitationsTo({ personId, email }: Viewer, now: Date) {
  const { rows } = await sql<
    Omit<LeavesRow, 'slug'> & { id: number; host: string; expires_at: Date }
  >`
    select i.id, c.name, c.cloth, ${leaves}, p.name as host, i.expires_at
    from invitation i join circle c on c.id = i.circle_id join person p on p.id = i.invited_by
    where address_key(i.email) = address_key(${email}) and i.accepted_at is null
      and i.revoked_at is null and i.expires_at > ${now}
      and not exists (select from circle_archive z where z.circle_id = i.circle_id)
      and not exists (select from membership m
        where m.circle_id = i.circle_id and m.person_id = ${personId})
    order by i.expires_at`.execute(acrossCircles(db, OWN));
  return rows;
}

/** The ways in that are open to a person or that they wait for, and who asks a circle of theirs. */
export async function waysInOf(viewer: Viewer, { now = new Date() }: Clock = {}) {
  const [places, requests, invitations] = await Promise.all([
    placesOf(viewer),
    requestsOf(viewer),
    viewer.emailConfirmed ? invitationsTo(viewer, now) : [],
  ]);
  return {
    offers: places.filter((place) => place.state === 'offered'),
    inLine: places.filter((place) => place.state === 'waiting'),
    asked: requests
      .filter(({ mine }) => mine)
      .map(({ created_at, mine, n, ...row }) => ({ ...row, since: created_at.toISOString() })),
    invitations: invitations.map(({ expires_at, ...row }) => ({
      ...row,
      until: expires_at.toISOString(),
    })),
    requests: requests.filter(({ mine }) => !mine).map(({ created_at, mine, ...row }) => row),
  };
}

export type WaysIn = Awaited<ReturnType<typeof waysInOf>>;

/** True when the viewer has an open request to this circle, else null. */
export async function hasAsked(viewer: Viewer, slug: string): Promise<true | null> {
  const request = await db
    .selectFrom('join_request')
    .select('join_request.id')
    .where(inCircleAt(slug, 'join_request'))
    .where('join_request.person_id', '=', viewer.personId)
    .where('join_request.decided_at', 'is', null)
    .executeTakeFirst();
  return request ? true : null;
}
