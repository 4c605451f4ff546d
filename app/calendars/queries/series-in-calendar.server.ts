import { called } from '#app/calendars/rules/calendar-file.server.ts';
import type { CalendarEvent } from '#app/calendars/rules/event.server.ts';
import type { CalendarSeries } from '#app/calendars/rules/series.server.ts';
import { addressOfSeries } from '#app/series/addresses.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { db } from '#db/database.server.ts';
import { type InCircle, inCircle, joined } from '#db/in-circle.server.ts';

/** Series of a circle as calendars are told them, by the sessions there are; in no order. */
export async function seriesInCalendar(
  circle: InCircle,
  seriesIds: readonly number[],
): Promise<CalendarSeries[]> {
  if (seriesIds.length === 0) return [];
  const [rows, skips, sessions] = await Promise.all([
    seriesRows(circle, seriesIds),
    db
      .selectFrom('series_skip')
      .select(['series_id', 'occurs_on'])
      .where(inCircle(circle, 'series_skip'))
      .where('series_id', 'in', seriesIds)
      .execute(),
    unlikeTheRule(circle, seriesIds),
  ]);
  return rows.map((row) => {
    const { uid, zone, time, slug, name, endedAt, last, readUntil, ...series } = row;
    const path = addressOfSeries(slug, row.id);
    // One that ended keeps what was of it.
    const ends = endedAt ? [last] : [row.untilOn, readUntil];
    const [untilOn = null] = ends.filter((day) => day !== null).sort();
    const mine = sessions.filter(({ series_id }) => series_id === row.id);
    const off = mine.filter(({ off }) => off !== null);
    return {
      ...{ ...series, uid, zone, time, path, circle: { slug, name }, untilOn },
      isOver:
        (endedAt !== null && last === null) || (untilOn !== null && untilOn < series.startsOn),
      without: [...skips.filter(({ series_id }) => series_id === row.id), ...off]
        .map(({ occurs_on }) => occurs_on ?? '')
        .filter((day) => untilOn === null || day <= untilOn)
        .sort(),
      otherwise: mine
        .filter(({ off }) => off === null)
        .map(
          ({ occurs_on, ...session }): CalendarEvent => ({
            ...{ uid, sequence: series.sequence, minutes: session.minutes, place: session.place },
            ...{ startsAt: session.starts_at, changedAt: session.changed_at, cancelled: false },
            summary: called({ name }, session.title),
            path: addressOfSession(slug, session.id),
            occurrence: { uid, zone, date: occurs_on ?? '', time },
          }),
        ),
    };
  });
}

const seriesRows = (circle: InCircle, seriesIds: readonly number[]) =>
  db
    .selectFrom('series')
    .innerJoin('circle', 'circle.id', 'series.circle_id')
    .leftJoin('reading', (join) => join.on(joined('reading.id', 'series.reading_id')))
    .leftJoin('reading_end as read', (join) => join.on(joined('read.reading_id', 'reading.id')))
    .select('series.ended_at as endedAt')
    .select(({ fn }) => fn.coalesce('read.ended_on', 'reading.ends_on').as('readUntil'))
    .select(({ selectFrom }) =>
      selectFrom('session')
        .leftJoin('session_cancellation as off', (join) =>
          join.on(joined('off.session_id', 'session.id')),
        )
        .select(({ fn }) => fn.max('session.occurs_on').as('last'))
        .where(joined('session.series_id', 'series.id'))
        .where('off.at', 'is', null)
        .as('last'),
    )
    .select([
      ...(['series.id', 'series.title', 'series.minutes', 'series.place', 'series.rule'] as const),
      ...(['series.calendar_uid as uid', 'series.calendar_sequence as sequence'] as const),
      ...(['series.starts_on as startsOn', 'series.until_on as untilOn'] as const),
      ...(['series.at_time as time', 'series.time_zone as zone'] as const),
      ...(['series.changed_at as changedAt', 'circle.slug', 'circle.name'] as const),
    ])
    .where(inCircle(circle, 'series'))
    .where('series.id', 'in', seriesIds)
    .execute();

/** The sessions that are off, or of another time, length, name or place. */
const unlikeTheRule = (circle: InCircle, seriesIds: readonly number[]) =>
  db
    .selectFrom('session')
    .innerJoin('series', (join) => join.on(joined('series.id', 'session.series_id')))
    .leftJoin('session_cancellation as gone', (join) =>
      join.on(joined('gone.session_id', 'session.id')),
    )
    .select(['session.id', 'session.series_id', 'session.occurs_on', 'session.title'])
    .select(['session.starts_at', 'session.minutes', 'session.place', 'session.changed_at'])
    .select('gone.at as off')
    .where(inCircle(circle, 'session'))
    .where('session.series_id', 'in', seriesIds)
    .where(({ eb, or, ref }) =>
      or([
        eb('gone.at', 'is not', null),
        eb('session.on_date', 'is distinct from', ref('session.occurs_on')),
        eb('session.at_time', 'is distinct from', ref('series.at_time')),
        eb('session.time_zone', '<>', ref('series.time_zone')),
        eb('session.minutes', '<>', ref('series.minutes')),
        eb('session.title', '<>', ref('series.title')),
        eb('session.place', '<>', ref('series.place')),
      ]),
    )
    .orderBy('session.occurs_on')
    .execute();
