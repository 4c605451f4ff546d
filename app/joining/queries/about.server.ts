import type { Viewer } from '#app/access/proofs.ts';
import { agreementOf } from '#app/circles/agreement/rows/agreements.server.ts';
import { rulesOf } from '#app/circles/agreement/rules.ts';
import { isArchived } from '#app/circles/rows/archive.server.ts';
import { freeSeats } from '#app/circles/rules/circles.ts';
import { meetsKeptApart } from '#app/mentoring/apart/queries/kept-apart.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { countsOf, outerFaceOf } from './face.server.ts';

/**
 * A circle as one looks at it before asking for a seat; names of its members are not told. Null for
 * a private circle, or one that is archived, that the viewer is not in.
 */
export async function aboutCircle(viewer: Viewer, slug: string) {
  const circle = await db
    .selectFrom('circle')
    .select(['id', 'visibility'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!circle) return null;
  const member = viewer.memberships.some((one) => one.circle.id === circle.id);
  if (!member && circle.visibility !== 'listed') return null;
  if (!member && (await isArchived(db, circle.id))) return null;
  const now = new Date();
  const [face, counts, agreement, request, place, meets] = await Promise.all([
    outerFaceOf(circle.id),
    countsOf(circle.id, now),
    agreementOf(db, circle.id),
    openRequest(viewer, circle.id),
    openPlaceOf(viewer, circle.id),
    meetsKeptApart(viewer, slug),
  ]);
  return {
    ...face,
    members: counts.members,
    free: freeSeats({ seats: face.seats, ...counts }),
    waiting: counts.waiting,
    agreement: { version: agreement.version, rules: rulesOf(agreement.body) },
    viewerIs: member
      ? ('member' as const)
      : place
        ? ('in-line' as const)
        : request
          ? ('asking' as const)
          : ('outside' as const),
    /** somebody whom the viewer keeps apart is in it: for their eyes alone */
    meetsKeptApart: meets,
    request: request && { word: request.word, since: request.created_at.toISOString() },
  };
}

export type AboutCircle = NonNullable<Awaited<ReturnType<typeof aboutCircle>>>;

function openRequest(viewer: Viewer, circleId: number) {
  return db
    .selectFrom('join_request')
    .select(['word', 'created_at'])
    .where(inCircle({ circleId }, 'join_request'))
    .where('person_id', '=', viewer.personId)
    .where('decided_at', 'is', null)
    .executeTakeFirst();
}

function openPlaceOf(viewer: Viewer, circleId: number) {
  return db
    .selectFrom('waiting_place')
    .select('id')
    .where(inCircle({ circleId }, 'waiting_place'))
    .where('person_id', '=', viewer.personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}
