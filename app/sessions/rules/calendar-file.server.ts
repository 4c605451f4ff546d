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

/** A meeting as a calendar holds it. */
export interface CalendarEvent {
  uid: string;
  sequence: number;
  summary: string;
  startsAt: Date;
  minutes: number;
  place: string;
  /** the path of its page */
  path: string;
  changedAt: Date;
  cancelled: boolean;
}

/**
 * Sessions as an iCalendar file. It says what stands on an invitation and no more: an agenda or a
 * reading does not belong in calendars that colleagues can open.
 */
export const calendarFile = (...sessions: readonly CalendarSession[]): string =>
  calendarOf('Sessions', sessions.map(eventOf));

function eventOf({ circle, id, title, ...session }: CalendarSession): CalendarEvent {
  const summary = title ? `${apart(circle.name)}: ${apart(title)}` : circle.name;
  return { ...session, summary, path: addressOfSession(circle.slug, id) };
}

/**
 * Meetings as an iCalendar file (RFC 5545). It has no METHOD: that is for messages between calendars,
 * which name an organizer by their address.
 */
export function calendarOf(product: string, events: readonly CalendarEvent[]): string {
  const calendar = ical({ prodId: { company: 'Octavo', product, language: 'EN' } });
  for (const event of events) calendar.createEvent(asEvent(event));
  // Every line ends in CRLF, the last one too.
  return `${calendar.toString().trimEnd()}\r\n`;
}

function asEvent(event: CalendarEvent): ICalEventData {
  const { startsAt, minutes } = event;
  const link = absolute(event.path);
  return {
    id: event.uid,
    sequence: event.sequence,
    // Without a METHOD both say when it was last changed (RFC 5545, 3.8.7.2).
    stamp: event.changedAt,
    lastModified: event.changedAt,
    start: startsAt,
    end: new Date(startsAt.getTime() + minutes * MINUTE),
    summary: event.summary,
    location: event.place || null,
    description: link,
    url: link,
    status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  };
}
