import { sql } from 'kysely';
import type { Member } from '#app/access/proofs.ts';
import type { Clock } from '#app/time/clock.ts';
import { todayIn } from '#app/time/days.ts';
import { db } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

/** A session that is not over, as a plan needs it. */
export interface SessionDay {
  /** 'YYYY-MM-DD' in the circle's zone */
  day: string;
  milestoneId: number | null;
  cancelled: boolean;
  /** its time was changed after it was set */
  moved: boolean;
}

/** Sessions of the circle that have not begun, in order, the cancelled ones too. */
export async function sessionDays(
  { circleId, circle }: Member,
  { now = new Date() }: Clock = {},
): Promise<SessionDay[]> {
  const rows = await db
    .selectFrom('session')
    .leftJoin('session_cancellation as cancellation', (join) =>
      join.on(joined('cancellation.session_id', 'session.id')),
    )
    .select(['session.starts_at', 'session.milestone_id', 'session.moved_at'])
    .select(sql<boolean>`cancellation.session_id is not null`.as('cancelled'))
    .where(inCircle({ circleId }, 'session'))
    .where('session.starts_at', '>', now)
    .orderBy('session.starts_at')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    day: todayIn(circle.timeZone, row.starts_at),
    milestoneId: row.milestone_id,
    cancelled: row.cancelled,
    moved: row.moved_at !== null,
  }));
}

/** The days of the sessions that will be held. */
export const daysHeld = (sessions: readonly SessionDay[]): string[] =>
  sessions.flatMap(({ day, cancelled }) => (cancelled ? [] : [day]));
