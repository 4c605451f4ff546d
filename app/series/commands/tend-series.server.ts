import { type SqlBool, sql } from 'kysely';
import { makeSessions } from '#app/series/rows/make-sessions.server.ts';
import { lockedSeries } from '#app/series/rows/series-row.server.ts';
import { AHEAD_DAYS, AHEAD_LEAST } from '#app/series/rules/recurrence.server.ts';
import { addDays, todayIn } from '#app/time/days.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/**
 * Every hour: makes the sessions that series are to have by now. Nobody is told of each: its series
 * was. In a circle that is archived none is made.
 */
export async function tendSeries({ now = new Date() } = {}): Promise<void> {
  const everywhere = acrossCircles(db, 'a job tends the series of every circle');
  const horizon = addDays(todayIn('UTC', now), AHEAD_DAYS - 1);
  const due = await everywhere
    .selectFrom('series')
    .select(['circle_id as circleId', 'id'])
    .where('ended_at', 'is', null)
    .where(
      sql<SqlBool>`not exists (select from circle_archive a where a.circle_id = series.circle_id)`,
    )
    .where(sql<SqlBool>`(until_on is null or made_until < until_on)`)
    .where(
      sql<SqlBool>`(made_until < ${horizon} or (
        select count(*) from session o where o.circle_id = series.circle_id
          and o.series_id = series.id and o.starts_at > ${now}) < ${AHEAD_LEAST})`,
    )
    .orderBy('id')
    .execute();
  for (const { circleId, id } of due) await tend({ circleId }, id, now);
}

const tend = (circle: { circleId: number }, seriesId: number, now: Date) =>
  db.transaction().execute(async (tx) => {
    const series = await lockedSeries(tx, circle, seriesId);
    // The circle may have been archived meanwhile.
    const archive = await tx
      .selectFrom('circle_archive')
      .select('at')
      .where(inCircle(circle, 'circle_archive'))
      .executeTakeFirst();
    if (series && !archive) await makeSessions(tx, circle, series, now);
  });
