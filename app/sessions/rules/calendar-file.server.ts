import ical, { type ICalEventData, ICalEventStatus } from 'ical-generator';
import { absolute } from '#app/platform/links.server.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { MINUTE } from '#app/time/spans.ts';
import { apart } from '#app/ui/apart.ts';

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
 * Sessions as an iCalendar file (RFC 5545). It says what stands on an invitation and no more: an
 * agenda or a reading does not belong in calendars that colleagues can open. It has no METHOD: that
 * is for messages between calendars, which name an organizer by their address.
 */
export function calendarFile(...sessions: readonly CalendarSession[]): string {
  const calendar = ical({
    prodId: { company: 'Octavo', product: 'Sessions', language: 'EN' },
  });
  for (const session of sessions) calendar.createEvent(eventOf(session));
  // Every line ends in CRLF, the last one too.
  return `${calendar.toString().trimEnd()}\r\n`;
}

function eventOf(session: CalendarSession): ICalEventData {
  const { circle, title, startsAt, minutes, place } = session;
  const link = absolute(addressOfSession(circle.slug, session.id));
  return {
    id: session.uid,
    sequence: session.sequence,
    // Without a METHOD both say when the session was last changed (RFC 5545, 3.8.7.2).
    stamp: session.changedAt,
    lastModified: session.changedAt,
    start: startsAt,
    end: new Date(startsAt.getTime() + minutes * MINUTE),
    summary: title ? `${apart(circle.name)}: ${apart(title)}` : circle.name,
    location: place || null,
    description: link,
    url: link,
    status: session.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  };
}
