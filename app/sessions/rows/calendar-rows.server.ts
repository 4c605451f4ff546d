import type { CalendarSession } from '#app/calendars/rules/calendar-file.server.ts';
import type { Executor } from '#db/database.server.ts';
import { joined } from '#db/in-circle.server.ts';

/** Sessions as their calendar files say them. */
export function calendarRows(from: Executor) {
  return from
    .selectFrom('session')
    .innerJoin('circle', 'circle.id', 'session.circle_id')
    .leftJoin('session_cancellation as cancellation', (join) =>
      join.on(joined('cancellation.session_id', 'session.id')),
    )
    .leftJoin('series', (join) => join.on(joined('series.id', 'session.series_id')))
    .select(['session.series_id', 'session.occurs_on', 'series.at_time as series_time'])
    .select(['series.calendar_uid as series_uid', 'series.time_zone as series_zone'])
    .select([
      'session.id',
      'session.calendar_uid',
      'session.calendar_sequence',
      'session.title',
      'session.starts_at',
      'session.minutes',
      'session.place',
      'session.changed_at',
      'circle.slug',
      'circle.name',
      'cancellation.at as cancelled_at',
    ]);
}

type CalendarRow = Awaited<ReturnType<ReturnType<typeof calendarRows>['execute']>>[number];

export const asCalendarSession = (row: CalendarRow): CalendarSession => ({
  circle: { slug: row.slug, name: row.name },
  id: row.id,
  uid: row.calendar_uid,
  sequence: row.calendar_sequence,
  title: row.title,
  startsAt: row.starts_at,
  minutes: row.minutes,
  place: row.place,
  changedAt: row.changed_at,
  cancelled: row.cancelled_at !== null,
  occurrence: occurrenceOf(row),
});

function occurrenceOf(row: CalendarRow): CalendarSession['occurrence'] {
  const { series_uid: uid, series_zone: zone, series_time: time, occurs_on: date } = row;
  return uid !== null && zone !== null && time !== null && date !== null
    ? { uid, zone, date, time }
    : null;
}
