import { type SqlBool, sql } from 'kysely';
import { fitToBook } from '#app/series/rows/fit-to-book.server.ts';
import { makeSessions } from '#app/series/rows/make-sessions.server.ts';
import { lockedSeries } from '#app/series/rows/series-row.server.ts';
import { tellOfSeries } from '#app/series/rows/tell-of-series.server.ts';
import { AHEAD_DAYS, AHEAD_LEAST } from '#app/series/rules/recurrence.server.ts';
import { addDays, todayIn } from '#app/time/days.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db, type Tx } from '#db/database.server.ts';
import { type InCircle, inCircle } from '#db/in-circle.server.ts';

/**
 * Every hour: makes the sessions that series are to have by now, and fits those that end with a book to
 * its last day. Nobody is told of each session: its series was. In a circle that is archived nothing is
 * done.
 */
export async function tendSeries({ now = new Date() } = {}): Promise<void> {
  const horizon = addDays(todayIn('UTC', now), AHEAD_DAYS - 1);
  const due = await goingOn()
    .where(
      sql<SqlBool>`((until_on is null or made_until < until_on)
        and (book_ends_on is null or made_until < book_ends_on)
        and (made_until < ${horizon} or (
          select count(*) from session o where o.circle_id = series.circle_id
            and o.series_id = series.id and o.starts_at > ${now}) < ${AHEAD_LEAST})
        or book_ends_on <> (
          select coalesce(e.ended_on, r.ends_on) from reading r
          left join reading_end e on e.circle_id = r.circle_id and e.reading_id = r.id
          where r.circle_id = series.circle_id and r.id = series.reading_id))`,
    )
    .execute();
  for (const { circleId, id } of due) await tend({ circleId }, id, { now });
}

interface OfBook {
  circleId: number;
  readingId: number;
  byPersonId: number;
}

/** At once where somebody moved the last day of a book: fits the series that end with it. */
export async function tendSeriesOfBook(
  { circleId, readingId, byPersonId }: OfBook,
  { now = new Date() }: { now?: Date } = {},
): Promise<void> {
  const theirs = await goingOn()
    .where('circle_id', '=', circleId)
    .where('reading_id', '=', readingId)
    .execute();
  for (const { id } of theirs) await tend({ circleId }, id, { by: byPersonId, now });
}

const goingOn = () =>
  acrossCircles(db, 'a job tends the series of every circle')
    .selectFrom('series')
    .select(['circle_id as circleId', 'id'])
    .where('ended_at', 'is', null)
    .where(
      sql<SqlBool>`not exists (select from circle_archive a where a.circle_id = series.circle_id)`,
    )
    .orderBy('id');

interface Tending {
  /** who moved its book’s last day, where that is known */
  by?: number;
  now: Date;
}

const tend = (circle: InCircle, seriesId: number, { by, now }: Tending) =>
  db.transaction().execute(async (tx) => {
    const series = await lockedSeries(tx, circle, seriesId);
    // It may have ended and the circle may have been archived meanwhile.
    const archive = await tx
      .selectFrom('circle_archive')
      .select('at')
      .where(inCircle(circle, 'circle_archive'))
      .executeTakeFirst();
    if (!series || series.endedAt !== null || archive) return;
    const isFitted = await fitToBook(tx, circle, series, { by: by ?? series.createdBy }, now);
    await makeSessions(tx, circle, series, now);
    if (!isFitted) return;
    const sequence = await nextSequence(tx, circle, seriesId, now);
    await tellOfSeries(tx, circle, { seriesId, sequence, what: 'refitted', by: null, at: now });
  });

async function nextSequence(tx: Tx, circle: InCircle, seriesId: number, now: Date) {
  const { sequence } = await tx
    .updateTable('series')
    .set((row) => ({ calendar_sequence: row('calendar_sequence', '+', 1), changed_at: now }))
    .where(inCircle(circle, 'series'))
    .where('id', '=', seriesId)
    .returning('calendar_sequence as sequence')
    .executeTakeFirstOrThrow();
  return sequence;
}
