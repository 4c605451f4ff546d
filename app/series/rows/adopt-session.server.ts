import { daysBetween } from '#app/series/rules/recurrence.server.ts';
import { lockedSession } from '#app/sessions/rows/session-row.server.ts';
import { todayIn } from '#app/time/days.ts';
import { momentOf } from '#app/time/local-time.ts';
import type { Tx } from '#db/database.server.ts';
import { type InCircle, inCircle } from '#db/in-circle.server.ts';
import type { SeriesRow } from './series-row.server.ts';

/** Makes a session that is to come the one of its day of a series, if it is in none and the rule has that day. */
export async function adoptSession(
  tx: Tx,
  circle: InCircle,
  series: SeriesRow,
  sessionId: number,
  now: Date,
): Promise<void> {
  const session = await lockedSession(tx, circle, sessionId);
  if (!session || session.cancelled || session.startsAt <= now) return;
  const { zone, time } = series;
  const day = todayIn(zone, session.startsAt);
  const [isOne] = daysBetween(series, day, day);
  if (!isOne) return;
  const isLike =
    momentOf({ date: day, time, zone }).getTime() === session.startsAt.getTime() &&
    session.minutes === series.minutes &&
    session.place === series.place &&
    session.title === series.title;
  await tx
    .updateTable('session')
    .set({ series_id: series.id, occurs_on: day, changed_alone: !isLike })
    .where(inCircle(circle, 'session'))
    .where('id', '=', sessionId)
    .where('series_id', 'is', null)
    .execute();
}
