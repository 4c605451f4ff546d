import { type SqlBool, sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import type { OngoingReading } from '#app/reading/queries/ongoing-readings.server.ts';
import { readBefore } from '#app/reading/queries/read-before.server.ts';
import {
  asSession,
  earliestRunning,
  isClosed,
  notCancelled,
  notOver,
  over,
  type SessionWithoutReading,
  sessionRows,
} from '#app/sessions/rows/session-rows.server.ts';
import { isStale, type ReplyAnswer, sessionState } from '#app/sessions/rules/session.ts';
import type { Clock } from '#app/time/clock.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';
import { keptStatement } from '#db/kept-statement.server.ts';
import type { SessionLine, SessionView } from './session-view.ts';

const theNext = keptStatement((of: { circleId: number; now: Date; earliest: Date }) =>
  sessionRows(of)
    .where(notOver(of.now, of.earliest))
    .where(notCancelled)
    .orderBy('session.starts_at')
    .orderBy('session.id')
    .limit(1),
);

const theOne = keptStatement((of: { circleId: number; sessionId: number }) =>
  sessionRows(of).where('session.id', '=', of.sessionId),
);

/**
 * The session the circle holds now, else the next one; null when none is scheduled.
 * @param clock.ongoing the circle's readings, where they are asked for anyway
 */
export async function nextSession(
  member: Member,
  { now = new Date(), ongoing }: Clock & { ongoing?: Promise<OngoingReading[]> } = {},
): Promise<SessionView | null> {
  const { circleId } = member;
  const asked = theNext({ circleId, now, earliest: earliestRunning(now) });
  const [[row], readings] = await Promise.all([asked, ongoing]);
  return row ? withReading(asSession(row, member, now), member, { now, ongoing: readings }) : null;
}

/**
 * One session of the circle.
 * @param clock.ongoing the circle's readings, where they are asked for anyway
 */
export async function sessionOf(
  member: Member,
  sessionId: number,
  { now = new Date(), ongoing }: Clock & { ongoing?: Promise<OngoingReading[]> } = {},
): Promise<SessionView | null> {
  const asked = theOne({ circleId: member.circleId, sessionId });
  const [[row], readings] = await Promise.all([asked, ongoing]);
  return row ? withReading(asSession(row, member, now), member, { now, ongoing: readings }) : null;
}

async function withReading(
  session: SessionWithoutReading,
  member: Member,
  clock: { now: Date; ongoing?: readonly OngoingReading[] | undefined },
): Promise<SessionView> {
  const { milestoneId, day, state, cancelled } = session;
  const unplanned = milestoneId === null && (state === 'past' || cancelled !== null);
  if (unplanned) return { ...session, read: null };
  const meeting = { circleId: member.circleId, milestoneId, day };
  const [read = null] = await readBefore(member.viewer, [meeting], clock);
  return { ...session, read };
}

export interface SessionPage {
  coming: SessionLine[];
  past: SessionLine[];
  /** where the next page of past sessions begins; null on the last */
  older: string | null;
}

const PAGE = 20;

/**
 * The circle's sessions: those to come from the next on, and a page of those that are over, the
 * latest first.
 * @param before a page's `older`; anything else is the first page
 */
export async function sessionsOf(
  member: Member,
  before: string | null,
  { now = new Date() }: Clock = {},
): Promise<SessionPage> {
  const from = /^(\d{1,15})-(\d{1,15})$/.exec(before ?? '');
  const cursor = from && { at: new Date(Number(from[1])), id: Number(from[2]) };
  const [coming, past] = await Promise.all([
    cursor
      ? []
      : lines(member)
          .where(notOver(now))
          .orderBy('session.starts_at')
          .orderBy('session.id')
          .limit(100)
          .execute(),
    lines(member)
      .where(over(now))
      .$if(cursor !== null, (query) =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(
            refTuple('session.starts_at', 'session.id'),
            '<',
            tuple(cursor?.at ?? now, cursor?.id ?? 0),
          ),
        ),
      )
      .orderBy('session.starts_at', 'desc')
      .orderBy('session.id', 'desc')
      .limit(PAGE + 1)
      .execute(),
  ]);
  const last = past.length > PAGE ? past[PAGE - 1] : undefined;
  return {
    coming: coming.map((row) => asLine(row, now)),
    past: past.slice(0, PAGE).map((row) => asLine(row, now)),
    older: last ? `${last.starts_at.getTime()}-${last.id}` : null,
  };
}

function lines({ circleId, personId }: Member) {
  return (
    db
      .selectFrom('session')
      .leftJoin('session_cancellation as cancellation', (join) =>
        join.on(joined('cancellation.session_id', 'session.id')),
      )
      .leftJoin('person as facilitator', 'facilitator.id', 'session.facilitator_id')
      .leftJoin('session_reply as mine', (join) =>
        join.on(joined('mine.session_id', 'session.id')).on('mine.person_id', '=', personId),
      )
      .select([
        'session.id',
        'session.title',
        'session.starts_at',
        'session.minutes',
        'session.moved_at',
        'cancellation.reason as cancelled',
        'facilitator.name as facilitator',
        'mine.answer',
        'mine.replied_at',
      ])
      .select(isClosed)
      .select(({ selectFrom }) =>
        selectFrom('session_reply as yes')
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .where(joined('yes.session_id', 'session.id'))
          .where('yes.answer', '=', 'yes')
          .where(({ or, eb }) =>
            or([
              eb('session.moved_at', 'is', null),
              eb('yes.replied_at', '>=', eb.ref('session.moved_at')),
            ]),
          )
          .as('coming'),
      )
      // What went with its series before anybody answered is nothing to look for.
      .where(({ or, exists, selectFrom }) =>
        or([
          sql<SqlBool>`cancellation.of_series is not true`,
          exists(
            selectFrom('session_reply as any')
              .select('any.person_id')
              .where(joined('any.session_id', 'session.id')),
          ),
        ]),
      )
      .where(inCircle({ circleId }, 'session'))
  );
}

type LineRow = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];

function asLine(row: LineRow, now: Date): SessionLine {
  const { minutes, closed } = row;
  const stale = row.replied_at !== null && isStale(row.replied_at, row.moved_at);
  return {
    id: row.id,
    title: row.title,
    startsAt: row.starts_at.toISOString(),
    minutes,
    state: sessionState({ startsAt: row.starts_at, minutes, cancelled: null, closed }, now),
    cancelled: row.cancelled,
    facilitator: row.facilitator,
    coming: row.coming ?? 0,
    mine: stale ? null : (row.answer as ReplyAnswer | null),
  };
}
