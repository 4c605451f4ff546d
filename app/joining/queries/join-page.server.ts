import type { Viewer } from '#app/access/proofs.ts';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { agreementOf } from '#app/circles/agreement/rows/agreements.server.ts';
import { rulesOf } from '#app/circles/agreement/rules.ts';
import { freeSeats } from '#app/circles/rules/circles.ts';
import { addressOfSeat } from '#app/joining/addresses.ts';
import { endsOf } from '#app/joining/rows/ends.server.ts';
import { circleBehind, type Key, wayInFor } from '#app/joining/rows/openings.server.ts';
import { meetsKeptApart } from '#app/mentoring/apart/queries/kept-apart.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { countsOf, outerFaceOf } from './face.server.ts';

/**
 * What a way into a circle shows to this person: the circle, where they belong already (`to`), or
 * that its host sent them away (`turnedAwayFrom`, its name), as they were told before, or that it is
 * `archived` (its name). Null when it does not work (any more) for them; nothing of the circle is told
 * then.
 */
export async function joinPageFor(viewer: Viewer | null, key: Key) {
  const circleId = await circleBehind(db, key);
  if (circleId === null) return null;
  const known = viewer?.memberships.find(({ circle }) => circle.id === circleId);
  if (known) return { to: addressOfCircle(known.circle.slug) };
  const now = new Date();
  const circle = await outerFaceOf(circleId);
  if (viewer && (await holdsPlace(viewer, circleId))) return { to: addressOfSeat(circle.slug) };
  const opening = await wayInFor(db, key, viewer?.personId ?? null, now);
  if (!opening) {
    const { turnedAway } = await endsOf(db, circleId, viewer?.personId ?? null);
    return turnedAway ? { turnedAwayFrom: circle.name } : null;
  }
  if (opening.archived) return { archived: circle.name };
  const personal = opening.kind === 'invitation';
  const [counts, agreement, names, meets] = await Promise.all([
    countsOf(circleId, now),
    agreementOf(db, circleId),
    personal ? namesIn(circleId) : [],
    viewer && meetsKeptApart(viewer, circle.slug),
  ]);
  return {
    page: {
      personal,
      invitedBy: opening.invitedBy,
      word: opening.word,
      email: opening.email,
      role: opening.role,
      until: opening.expiresAt.toISOString(),
      name: circle.name,
      purpose: circle.purpose,
      cloth: circle.cloth,
      timeZone: circle.timeZone,
      host: circle.host,
      /** empty but for someone holding a personal invitation */
      names,
      seats: circle.seats,
      members: counts.members,
      free: freeSeats({ seats: circle.seats, ...counts }),
      inLine: counts.waiting,
      agreement: { version: agreement.version, rules: rulesOf(agreement.body) },
      /** somebody whom the viewer keeps apart is in it: for their eyes alone */
      meetsKeptApart: meets === true,
    },
  };
}

export type JoinPage = Extract<Awaited<ReturnType<typeof joinPageFor>>, { page: unknown }>['page'];

async function holdsPlace(viewer: Viewer, circleId: number): Promise<boolean> {
  const place = await db
    .selectFrom('waiting_place')
    .select('id')
    .where(inCircle({ circleId }, 'waiting_place'))
    .where('person_id', '=', viewer.personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return place !== undefined;
}

async function namesIn(circleId: number): Promise<string[]> {
  const people = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select('person.name')
    .where(inCircle({ circleId }, 'membership'))
    .orderBy('membership.joined_at')
    .orderBy('person.id')
    .execute();
  return people.map(({ name }) => name);
}
