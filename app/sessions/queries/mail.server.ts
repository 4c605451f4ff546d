import { asCalendarSession, calendarRows } from '#app/sessions/rules/calendar-file.server.ts';
import { isStale, type ReplyAnswer } from '#app/sessions/rules/session.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';

/**
 * What a mail about a session says to one member, read when it is sent; null when they left the
 * circle or their account is closed.
 */
export async function sessionToMail(sessionId: number, personId: number, byPersonId: number) {
  const row = await calendarRows(acrossCircles(db, 'a job knows its session alone'))
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.circle_id', '=', 'session.circle_id')
        .on('membership.person_id', '=', personId),
    )
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoin('person_deactivation as closed', 'closed.person_id', 'person.id')
    .leftJoin('person as by', (join) => join.on('by.id', '=', byPersonId))
    .leftJoin('person as facilitator', 'facilitator.id', 'session.facilitator_id')
    .leftJoin('session_reply as reply', (join) =>
      join
        .onRef('reply.circle_id', '=', 'session.circle_id')
        .onRef('reply.session_id', '=', 'session.id')
        .on('reply.person_id', '=', personId),
    )
    .select([
      'person.name as person_name',
      'person.email',
      'person.time_zone as person_zone',
      'circle.time_zone as circle_zone',
      'by.name as by_name',
      'facilitator.name as facilitator',
      'cancellation.reason',
      'reply.answer',
      'reply.replied_at',
      'session.moved_at',
    ])
    .where('session.id', '=', sessionId)
    .where('closed.person_id', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const stale = row.replied_at !== null && isStale(row.replied_at, row.moved_at);
  return {
    session: asCalendarSession(row),
    to: { name: row.person_name, address: row.email },
    zone: row.person_zone,
    circleZone: row.circle_zone,
    by: row.by_name ?? 'A facilitator',
    facilitator: row.facilitator,
    reason: row.reason ?? '',
    answer: stale ? null : (row.answer as ReplyAnswer | null),
  };
}

export type SessionToMail = NonNullable<Awaited<ReturnType<typeof sessionToMail>>>;

/** Whom a reminder goes to: everyone who did not say no. Nobody when the session moved or is off. */
export async function toBeReminded(sessionId: number, startsAt: string): Promise<number[]> {
  const rows = await calendarRows(acrossCircles(db, 'a job knows its session alone'))
    .innerJoin('membership', 'membership.circle_id', 'session.circle_id')
    .leftJoin('session_reply as reply', (join) =>
      join
        .onRef('reply.circle_id', '=', 'session.circle_id')
        .onRef('reply.session_id', '=', 'session.id')
        .onRef('reply.person_id', '=', 'membership.person_id'),
    )
    .select(['membership.person_id', 'reply.answer', 'reply.replied_at', 'session.moved_at'])
    .where('session.id', '=', sessionId)
    .where('session.starts_at', '=', new Date(startsAt))
    .where('cancellation.at', 'is', null)
    .execute();
  return rows
    .filter(({ answer, replied_at, moved_at }) => {
      const stale = replied_at !== null && isStale(replied_at, moved_at);
      return answer !== 'no' || stale;
    })
    .map(({ person_id }) => person_id);
}
