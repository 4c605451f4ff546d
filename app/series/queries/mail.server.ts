import { seriesInCalendar } from '#app/calendars/queries/series-in-calendar.server.ts';
import { addressOfSeries } from '#app/series/addresses.ts';
import type { SeriesTold } from '#app/series/mail/series-told.tsx';
import { firstOf } from '#app/series/rows/series-row.server.ts';
import { recursWords } from '#app/series/words.ts';
import { asCalendarSession, calendarRows } from '#app/sessions/rows/calendar-rows.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { inCircle, inCircleOfRow } from '#db/in-circle.server.ts';

interface Of {
  seriesId: number;
  personId: number;
  byPersonId: number | null;
  what: SeriesTold;
  word: string;
}

/** More than this nobody puts into a calendar at once. */
const MOST_SESSIONS = 40;

/**
 * What a mail about a series says to one member, read when it is sent; null when they left the circle,
 * their account is closed, or it ended, or did not, meanwhile.
 */
export async function seriesToMail({ seriesId, personId, byPersonId, what, word }: Of) {
  const row = await acrossCircles(db, 'a job knows its series alone')
    .selectFrom('series')
    .innerJoin('circle', 'circle.id', 'series.circle_id')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.circle_id', '=', 'series.circle_id')
        .on('membership.person_id', '=', personId),
    )
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoin('person_deactivation as closed', 'closed.person_id', 'person.id')
    .leftJoin('person as by', (join) => join.on('by.id', '=', byPersonId))
    .leftJoin('person as facilitator', 'facilitator.id', 'series.facilitator_id')
    .select(['series.circle_id', 'series.title', 'series.rule', 'series.at_time'])
    .select(['series.time_zone', 'series.minutes', 'series.place', 'series.until_on'])
    .select(['series.book_ends_on', 'series.follows_id'])
    .select(['series.ended_at', 'circle.slug', 'circle.name as circle', 'person.name'])
    .select(['person.email', 'person.time_zone as zone', 'by.name as by'])
    .select('facilitator.name as facilitator')
    .where(inCircleOfRow('series', { of: 'series', id: seriesId }))
    .where('series.id', '=', seriesId)
    .where('closed.person_id', 'is', null)
    .executeTakeFirst();
  if (!row || (row.ended_at !== null) !== (what === 'ended')) return null;
  const rows = await calendarRows(db)
    .where(inCircle({ circleId: row.circle_id }, 'session'))
    .where('session.series_id', '=', seriesId)
    .where('session.starts_at', '>', new Date())
    .orderBy('session.starts_at')
    .limit(MOST_SESSIONS)
    .execute();
  // Where one begins in the midst of another, that one ends: calendars are told both.
  const ids =
    row.follows_id !== null && what === 'changed' ? [seriesId, row.follows_id] : [seriesId];
  const all = await seriesInCalendar({ circleId: row.circle_id }, ids);
  const series = all.find(({ id }) => id === seriesId);
  if (!series) return null;
  const before = all.find(({ id }) => id === row.follows_id) ?? null;
  const { rule, at_time: time, time_zone: timeZone, zone } = row;
  return {
    to: { name: row.name, address: row.email },
    ...{ circleId: row.circle_id, series, before, at: new Date() },
    circle: row.circle,
    what,
    word,
    by: personId === byPersonId ? 'You' : (row.by ?? 'A facilitator'),
    recurs: recursWords({ rule, time, timeZone }, zone),
    title: row.title,
    minutes: row.minutes,
    place: row.place,
    facilitator: row.facilitator,
    until: firstOf(row.until_on, row.book_ends_on),
    sessions: rows.map(asCalendarSession),
    zone,
    path: addressOfSeries(row.slug, seriesId),
  };
}
