import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Member } from '#app/access/proofs.ts';
import { absolute } from '#app/platform/links.server.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { MINUTE } from '#app/time/spans.ts';
import { db, type Executor } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

export interface CalendarSession {
  circle: { slug: string; name: string };
  id: number;
  uid: string;
  sequence: number;
  title: string;
  startsAt: Date;
  minutes: number;
  place: string;
  changedAt: Date;
  cancelled: boolean;
}

/**
 * A session as an iCalendar file (RFC 5545). It says what stands on an invitation and no more: an
 * agenda or a reading does not belong in calendars that colleagues can open.
 */
export function calendarFile(session: CalendarSession): string {
  const { circle, title, startsAt, minutes, place } = session;
  const link = absolute(addressOfSession(circle.slug, session.id));
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Octavo', product: 'Sessions', language: 'EN' },
  });
  calendar.createEvent({
    id: session.uid,
    sequence: session.sequence,
    stamp: session.changedAt,
    start: startsAt,
    end: new Date(startsAt.getTime() + minutes * MINUTE),
    summary: title ? `${circle.name}: ${title}` : circle.name,
    location: place || null,
    description: link,
    url: link,
    status: session.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  // Every line ends in CRLF, the last one too.
  return `${calendar.toString().trimEnd()}\r\n`;
}

/** What the calendar file of a session of this circle says; null when there is none. */
export async function calendarSession(
  member: Member,
  sessionId: number,
): Promise<CalendarSession | null> {
  const row = await calendarRows(db)
    .where(inCircle(member, 'session'))
    .where('session.id', '=', sessionId)
    .executeTakeFirst();
  return row ? asCalendarSession(row) : null;
}

export function calendarRows(from: Executor) {
  return from
    .selectFrom('session')
    .innerJoin('circle', 'circle.id', 'session.circle_id')
    .leftJoin('session_cancellation as cancellation', (join) =>
      join.on(joined('cancellation.session_id', 'session.id')),
    )
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
});
