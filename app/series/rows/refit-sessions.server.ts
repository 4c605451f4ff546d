import { type SqlBool, sql } from 'kysely';
import { daysAhead } from '#app/series/rules/recurrence.server.ts';
import { pairDays } from '#app/series/rules/refit.ts';
import { setSessionReminder } from '#app/sessions/rows/session-jobs.server.ts';
import { addDays, todayIn } from '#app/time/days.ts';
import { momentOf } from '#app/time/local-time.ts';
import { wallClock } from '#app/time/wall-clock.ts';
import type { Tx } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';
import { type InCircle, inCircle } from '#db/in-circle.server.ts';
import { lastDay, type SeriesRow } from './series-row.server.ts';
import { dropSessions, type ToCome } from './sessions-to-come.server.ts';

interface Refitted {
  /** what they are to be, as its row is now */
  series: SeriesRow;
  /** who ran each before */
  facilitatorBefore: number | null;
  sessions: readonly ToCome[];
  /** said of those that fall on no day any more */
  reason: string;
  by: number;
}

/**
 * Makes sessions of a series what it has become: each moves to the nearest of its days, with what was
 * answered; those changed for themselves keep their time and words, those called off stay off, and what
 * falls on no day any more is off with the series. The series and the sessions are locked.
 */
export async function refitSessions(
  tx: Tx,
  circle: InCircle,
  { series, facilitatorBefore, sessions, reason, by }: Refitted,
  now: Date,
): Promise<void> {
  const { zone, startsOn } = series;
  const ids = sessions.map(({ id }) => id);
  const [until, others] = await together(tx, (at) => [
    lastDay(at, circle, series),
    // What has begun keeps its day.
    at
      .selectFrom('session')
      .select('occurs_on')
      .where(inCircle(circle, 'session'))
      .where('series_id', '=', series.id)
      .where(sql<SqlBool>`not id = any(${ids}::bigint[])`)
      .execute(),
  ]);
  const { days } = daysAhead(series, {
    ...{ madeUntil: addDays(startsOn, -1), today: todayIn(zone, now), until, coming: 0 },
  });
  const wanted = days.filter(
    (day) =>
      !others.some(({ occurs_on }) => occurs_on === day) &&
      momentOf({ date: day, time: series.time, zone }) > now,
  );
  const pairs = pairDays(
    sessions.map(({ day }) => day),
    wanted,
  );
  const lost = sessions.filter((one) => !pairs.has(one.day) && !one.isAlone && one.offAt === null);
  await dropSessions(
    tx,
    circle,
    lost.map(({ id }) => id),
    { reason, by, at: now },
  );
  for (const session of sessions) {
    const day = pairs.get(session.day);
    const isFree = !session.isAlone && (session.offAt === null || session.isOffWithSeries === true);
    const isFitted = day !== undefined && isFree;
    await moveSession(tx, circle, session, {
      ...{ series, day: day ?? session.day, isFitted, facilitatorBefore, now },
    });
  }
}

interface Move {
  series: SeriesRow;
  day: string;
  /** it becomes what the series says */
  isFitted: boolean;
  facilitatorBefore: number | null;
  now: Date;
}

async function moveSession(tx: Tx, circle: InCircle, session: ToCome, move: Move): Promise<void> {
  const { series, day, isFitted, facilitatorBefore, now } = move;
  const { id } = session;
  const place = { series_id: series.id, occurs_on: day };
  const write = (columns: object) =>
    tx
      .updateTable('session')
      .set({ ...place, ...columns })
      .where(inCircle(circle, 'session'))
      .where('id', '=', id)
      .execute();
  if (!isFitted) {
    await write({});
    return;
  }
  const startsAt = momentOf({ date: day, time: series.time, zone: series.zone });
  const isMoved = startsAt.getTime() !== session.startsAt.getTime();
  const isBack = session.offAt !== null;
  // Whoever took it on for this one keeps it.
  const isTaken = session.facilitatorId !== facilitatorBefore;
  const facilitatorId = isTaken ? session.facilitatorId : series.facilitatorId;
  const isSame =
    session.title === series.title &&
    session.minutes === series.minutes &&
    session.place === series.place &&
    session.facilitatorId === facilitatorId;
  if (!isMoved && !isBack && isSame) {
    await write({});
    return;
  }
  await write({
    ...{ title: series.title, minutes: series.minutes, place: series.place, changed_at: now },
    facilitator_id: facilitatorId,
    ...(isMoved && { ...wallClock(startsAt, series.zone), moved_at: afterAnswers(id, now) }),
    version: sql`version + 1`,
    calendar_sequence: sql`calendar_sequence + 1`,
  });
  if (isBack) {
    await tx
      .deleteFrom('session_cancellation')
      .where(inCircle(circle, 'session_cancellation'))
      .where('session_id', '=', id)
      .execute();
  }
  if (isMoved || isBack) await setSessionReminder(tx, id, startsAt, now);
}

/** Later than every answer there is, also one that came while this waited for the session. */
const afterAnswers = (sessionId: number, now: Date) => sql<Date>`greatest(${now}::timestamptz, (
  select max(r.replied_at) + interval '1 millisecond' from session_reply r
  where r.circle_id = session.circle_id and r.session_id = ${sessionId}))`;
