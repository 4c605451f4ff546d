import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Member } from '#app/access/proofs.ts';
import type { PersonComing, SessionView } from '#app/sessions/queries/session-view.ts';
import { endOf, isStale, type ReplyAnswer, sessionState } from '#app/sessions/rules/session.ts';
import { todayIn } from '#app/time/days.ts';
import { HOUR } from '#app/time/spans.ts';
import { db } from '#db/database.server.ts';
import { type InCircle, inCircle, joined } from '#db/in-circle.server.ts';
import type { DB } from '#db/schema.ts';

/** Sessions of the circle with all their page needs, in one round trip. */
export function sessionRows({ circleId }: InCircle) {
  return db
    .selectFrom('session')
    .select([
      'session.id',
      'session.version',
      'session.title',
      'session.starts_at',
      'session.minutes',
      'session.place',
      'session.milestone_id',
      'session.moved_at',
    ])
    .select(isClosed)
    .select((from) => [
      jsonObjectFrom(
        from
          .selectFrom('session_cancellation as cancellation')
          .innerJoin('person', 'person.id', 'cancellation.by_person_id')
          .select(['cancellation.reason', 'cancellation.at', 'person.name as by'])
          .where(joined('cancellation.session_id', 'session.id')),
      ).as('cancelled'),
      jsonObjectFrom(
        from
          .selectFrom('person')
          .select(['person.id', 'person.name'])
          .whereRef('person.id', '=', 'session.facilitator_id'),
      ).as('facilitator'),
      jsonArrayFrom(
        from
          .selectFrom('agenda_item as item')
          .select(['item.id', 'item.title', 'item.minutes', 'item.deck', 'item.card'])
          .where(joined('item.session_id', 'session.id'))
          .orderBy('item.position'),
      ).as('agenda'),
      jsonArrayFrom(
        from
          .selectFrom('membership')
          .innerJoin('person', 'person.id', 'membership.person_id')
          .leftJoin('session_reply as reply', (join) =>
            join
              .on(joined('reply.person_id', 'membership.person_id'))
              .onRef('reply.session_id', '=', 'session.id'),
          )
          .select(['person.id', 'person.name', 'reply.answer', 'reply.word', 'reply.replied_at'])
          .whereRef('membership.circle_id', '=', 'session.circle_id')
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('person_deactivation')
                  .select('person_deactivation.person_id')
                  .whereRef('person_deactivation.person_id', '=', 'person.id'),
              ),
            ),
          )
          .orderBy('membership.joined_at')
          .orderBy('person.id'),
      ).as('people'),
    ])
    .where(inCircle({ circleId }, 'session'));
}

/** Whether somebody said that a session is over, or it closed itself. */
export const isClosed = (from: ExpressionBuilder<DB, 'session'>) => closed(from).as('closed');

const closed = ({ exists, selectFrom }: ExpressionBuilder<DB, 'session'>) =>
  exists(
    selectFrom('session_close as done')
      .select('done.session_id')
      .where(joined('done.session_id', 'session.id')),
  );

/** A session's last moment, for telling what is over. */
const endsAt = sql<Date>`session.starts_at + session.minutes * interval '1 minute'`;

/** A session is at most eight hours long: what began before this runs no more. */
export const earliestRunning = (now: Date) => new Date(now.getTime() - 8 * HOUR);

/** Whether a session runs now or is to come, cancelled or not. */
export const notOver =
  (now: Date, earliest = earliestRunning(now)) =>
  (from: ExpressionBuilder<DB, 'session'>) => {
    const { eb, and, not } = from;
    // The index finds those that can still run.
    return and([eb('session.starts_at', '>', earliest), eb(endsAt, '>', now), not(closed(from))]);
  };

export const over = (now: Date) => (from: ExpressionBuilder<DB, 'session'>) => {
  const { eb, and, or } = from;
  return and([eb('session.starts_at', '<=', now), or([eb(endsAt, '<=', now), closed(from)])]);
};

export const notCancelled = ({ not, exists, selectFrom }: ExpressionBuilder<DB, 'session'>) =>
  not(
    exists(
      selectFrom('session_cancellation as gone')
        .select('gone.session_id')
        .where(joined('gone.session_id', 'session.id')),
    ),
  );

type SessionRow = Awaited<ReturnType<ReturnType<typeof sessionRows>['execute']>>[number];

export type SessionWithoutReading = Omit<SessionView, 'read'>;

export function asSession(row: SessionRow, member: Member, now: Date): SessionWithoutReading {
  const cancelled = row.cancelled && {
    ...row.cancelled,
    at: new Date(row.cancelled.at).toISOString(),
  };
  const closed = Boolean(row.closed);
  const timed = { startsAt: row.starts_at, minutes: row.minutes, cancelled, closed };
  const people = row.people.map((person): PersonComing => {
    const answer = person.answer as ReplyAnswer | null;
    const repliedAt = new Date(person.replied_at ?? 0);
    const stale = answer !== null && isStale(repliedAt, row.moved_at);
    return {
      id: person.id,
      name: person.name,
      answer: stale ? null : answer,
      word: stale ? '' : (person.word ?? ''),
      before: stale ? answer : null,
    };
  });
  const mine = people.find(({ id }) => id === member.personId);
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    startsAt: row.starts_at.toISOString(),
    day: todayIn(member.circle.timeZone, row.starts_at),
    moved: row.moved_at !== null,
    endsAt: new Date(endOf(timed)).toISOString(),
    minutes: row.minutes,
    place: row.place,
    state: sessionState(timed, now),
    closed,
    cancelled,
    facilitator: row.facilitator,
    milestoneId: row.milestone_id,
    agenda: row.agenda,
    people,
    mine: {
      answer: mine?.answer ?? null,
      word: mine?.word ?? '',
      before: mine?.before ?? null,
    },
  };
}
