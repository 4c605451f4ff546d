import { type SqlBool, sql } from 'kysely';
import type { Viewer } from '#app/access/proofs.ts';
import type { OngoingReading } from '#app/reading/queries/ongoing-readings.server.ts';
import { readBefore } from '#app/reading/queries/read-before.server.ts';
import { readyToAsk } from '#app/sessions/rows/asked-at.server.ts';
import { notOver } from '#app/sessions/rows/session-rows.server.ts';
import { endOf, isStale, type ReplyAnswer, sessionState } from '#app/sessions/rules/session.ts';
import type { Clock } from '#app/time/clock.ts';
import { todayIn } from '#app/time/days.ts';
import { db } from '#db/database.server.ts';
import { joined } from '#db/in-circle.server.ts';
import type { UpcomingSession } from './session-view.ts';

/**
 * For each circle of the viewer the session it holds now, else its next one; the soonest first. Two
 * round trips, whatever the number of circles.
 * @param clock.ongoing their readings, where they are asked for anyway: then it is one round trip
 */
export async function nextSessions(
  viewer: Viewer,
  { now = new Date(), ongoing }: Clock & { ongoing?: Promise<OngoingReading[]> } = {},
): Promise<UpcomingSession[]> {
  const circles = new Map(viewer.memberships.map(({ circle }) => [circle.id, circle]));
  if (circles.size === 0) return [];
  // Circle by circle: planned for all of them at once, it would look through every reply for each.
  // Their list stands in a select, so that it is planned once for one circle and for many.
  const asked = db
    .selectFrom('circle')
    .innerJoinLateral(
      ({ selectFrom }) =>
        selectFrom('session')
          .leftJoin('session_cancellation as gone', (join) =>
            join.on(joined('gone.session_id', 'session.id')),
          )
          .leftJoin('session_reply as mine', (join) =>
            join
              .on(joined('mine.session_id', 'session.id'))
              .on('mine.person_id', '=', viewer.personId),
          )
          .select(['session.id', 'session.circle_id', 'session.starts_at', 'session.minutes'])
          .select(['session.milestone_id', 'session.moved_at', 'mine.answer', 'mine.replied_at'])
          .select(readyToAsk(viewer.personId).as('ready'))
          .whereRef('session.circle_id', '=', 'circle.id')
          .where(notOver(now))
          .where('gone.at', 'is', null)
          .orderBy('session.starts_at')
          .orderBy('session.id')
          .limit(1)
          .as('next'),
      (join) => join.onTrue(),
    )
    .select(['next.id', 'next.circle_id', 'next.starts_at', 'next.minutes', 'next.milestone_id'])
    .select(['next.moved_at', 'next.answer', 'next.replied_at', 'next.ready'])
    .where(sql<SqlBool>`circle.id = any((select ${[...circles.keys()]}::bigint[])::bigint[])`)
    .execute();
  const [rows, readings] = await Promise.all([asked, ongoing]);
  const meetings = rows.map(({ circle_id, milestone_id, starts_at }) => ({
    circleId: circle_id,
    milestoneId: milestone_id,
    day: todayIn(circles.get(circle_id)?.timeZone ?? 'UTC', starts_at),
  }));
  const reads = await readBefore(viewer, meetings, { now, ongoing: readings });
  return rows
    .flatMap((row, index): UpcomingSession[] => {
      const circle = circles.get(row.circle_id);
      if (!circle) return [];
      const timed = { startsAt: row.starts_at, minutes: row.minutes, cancelled: null };
      const answer = row.answer as ReplyAnswer | null;
      const stale = row.replied_at !== null && isStale(row.replied_at, row.moved_at);
      return [
        {
          id: row.id,
          circle: { slug: circle.slug, name: circle.name, timeZone: circle.timeZone },
          startsAt: row.starts_at.toISOString(),
          endsAt: new Date(endOf(timed)).toISOString(),
          minutes: row.minutes,
          state: sessionState(timed, now),
          cancelled: null,
          read: reads[index] ?? null,
          readyToAsk: row.ready,
          mine: stale ? { answer: null, before: answer } : { answer, before: null },
        },
      ];
    })
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

/** Sessions to come whose agenda the viewer may write: where a card can be put. */
export async function agendasFor(
  viewer: Viewer,
  { now = new Date() }: Clock = {},
): Promise<{ circle: { slug: string; name: string }; sessionId: number; startsAt: string }[]> {
  const circles = new Map(viewer.memberships.map(({ circle }) => [circle.id, circle]));
  if (circles.size === 0) return [];
  const runs = viewer.memberships.flatMap(({ role, circle }) =>
    role === 'member' ? [] : [circle.id],
  );
  const rows = await toComeIn([...circles.keys()], now)
    .where(({ or, eb }) =>
      or([
        eb('next.facilitator_id', '=', viewer.personId),
        sql<boolean>`next.circle_id = any(${runs}::bigint[])`,
      ]),
    )
    .orderBy('next.starts_at')
    .orderBy('next.id')
    .limit(50)
    .execute();
  return rows.flatMap(({ id, circle_id, starts_at }) => {
    const circle = circles.get(circle_id);
    if (!circle) return [];
    const { slug, name } = circle;
    return { circle: { slug, name }, sessionId: id, startsAt: starts_at.toISOString() };
  });
}

/** Whether the viewer is to run a session, now or to come, that has the card on its agenda. */
export async function runsWithCard(
  viewer: Viewer,
  { deck, card }: { deck: string; card: string },
  { now = new Date() }: Clock = {},
): Promise<boolean> {
  const circles = viewer.memberships.map(({ circle }) => circle.id);
  if (circles.length === 0) return false;
  const one = await toComeIn(circles, now)
    .innerJoinLateral(
      ({ selectFrom }) =>
        selectFrom('agenda_item as item')
          .select('item.id')
          .where(joined('item.session_id', 'next.id'))
          .where('item.deck', '=', deck)
          .where('item.card', '=', card)
          .as('found'),
      (join) => join.onTrue(),
    )
    .where('next.facilitator_id', '=', viewer.personId)
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
}

/** Circle by circle, and planned once for one and for many: see `nextSessions`. */
const toComeIn = (circleIds: number[], now: Date) =>
  db
    .selectFrom('circle')
    .innerJoinLateral(
      ({ selectFrom }) =>
        selectFrom('session')
          .leftJoin('session_cancellation as gone', (join) =>
            join.on(joined('gone.session_id', 'session.id')),
          )
          .select(['session.id', 'session.circle_id', 'session.starts_at'])
          .select('session.facilitator_id')
          .whereRef('session.circle_id', '=', 'circle.id')
          .where(notOver(now))
          .where('gone.at', 'is', null)
          .as('next'),
      (join) => join.onTrue(),
    )
    .select(['next.id', 'next.circle_id', 'next.starts_at'])
    .where(sql<SqlBool>`circle.id = any((select ${circleIds}::bigint[])::bigint[])`);
