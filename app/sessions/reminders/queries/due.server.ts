import { isStale, type ReplyAnswer } from '#app/sessions/rules/session.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { inCircleOfRow, joined } from '#db/in-circle.server.ts';

/**
 * The circle of a session that is to come at this time, and each member with what they said and which
 * reminders they and the circle left. Null when it moved, is off or has begun.
 */
export async function sessionToRemindOf(
  { sessionId, startsAt }: { sessionId: number; startsAt: string },
  now: Date,
) {
  if (new Date(startsAt) <= now) return null;
  const rows = await acrossCircles(db, 'a job knows its session alone')
    .selectFrom('session')
    .innerJoin('membership', 'membership.circle_id', 'session.circle_id')
    .leftJoin('session_cancellation as off', (join) =>
      join.on(joined('off.session_id', 'session.id')),
    )
    .leftJoin('session_reply as reply', (join) =>
      join
        .on(joined('reply.session_id', 'session.id'))
        .onRef('reply.person_id', '=', 'membership.person_id'),
    )
    .leftJoin('circle_reminders as circles', 'circles.circle_id', 'session.circle_id')
    .leftJoin('person_reminders as own', (join) =>
      join
        .onRef('own.circle_id', '=', 'session.circle_id')
        .onRef('own.person_id', '=', 'membership.person_id'),
    )
    .select(['session.circle_id', 'session.moved_at', 'membership.person_id'])
    .select(['reply.answer', 'reply.replied_at', 'circles.leads as circles', 'own.leads as own'])
    .where(inCircleOfRow('session', { of: 'session', id: sessionId }))
    .where('session.id', '=', sessionId)
    .where('session.starts_at', '=', new Date(startsAt))
    .where('off.at', 'is', null)
    .orderBy('membership.person_id')
    .execute();
  const [session] = rows;
  if (!session) return null;
  return {
    circleId: session.circle_id,
    members: rows.map(({ person_id, answer, replied_at, moved_at, circles, own }) => ({
      personId: person_id,
      circle: circles,
      own,
      answer: replied_at && !isStale(replied_at, moved_at) ? (answer as ReplyAnswer | null) : null,
    })),
  };
}
