import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';
import { memberOf, viewerForPerson } from './membership.server.ts';
import type { Member, Runner, Scribe } from './proofs.ts';

/** Mints the proofs of who may do what at one session. Each answers null where the right is missing. */

type Duty = 'facilitator_id' | 'note_taker_id';

export const runnerOf = (member: Member, sessionId: number): Promise<Runner | null> =>
  withDuty<Runner>(member, sessionId, ['facilitator_id']);

export const scribeOf = (member: Member, sessionId: number): Promise<Scribe | null> =>
  withDuty<Scribe>(member, sessionId, ['facilitator_id', 'note_taker_id']);

/**
 * The proof of somebody at a session, for who holds a link that was mailed to them; null where they
 * are in its circle no more, or their account is closed.
 */
export async function memberAtSession(personId: number, sessionId: number): Promise<Member | null> {
  const viewer = await viewerForPerson(personId);
  const session = await acrossCircles(db, 'a link knows its session alone')
    .selectFrom('session')
    .innerJoin('circle', 'circle.id', 'session.circle_id')
    .select('circle.slug')
    .where('session.id', '=', sessionId)
    .executeTakeFirst();
  return viewer && session ? memberOf(viewer, session.slug) : null;
}

/** Facilitators have every duty by their role. */
async function withDuty<Proof extends Member>(
  member: Member,
  sessionId: number,
  duties: readonly Duty[],
): Promise<Proof | null> {
  const session = await db
    .selectFrom('session')
    .select(['facilitator_id', 'note_taker_id'])
    .where(inCircle(member, 'session'))
    .where('id', '=', sessionId)
    .executeTakeFirst();
  if (!session) return null;
  const holds =
    member.role !== 'member' || duties.some((duty) => session[duty] === member.personId);
  return holds ? ({ ...member, sessionId } as unknown as Proof) : null;
}
