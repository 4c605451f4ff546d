import { addressOfSession } from '#app/sessions/addresses.ts';
import { apart } from '#app/ui/apart.ts';
import { calendarText } from './calendar-text.server.ts';
import { type CalendarEvent, eventPart, type OccurrenceOf } from './event.server.ts';
import { zonesOf } from './zone.server.ts';

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
  /** which one of a series it is */
  occurrence?: OccurrenceOf | null;
}

/**
 * Sessions as an iCalendar file. It says what stands on an invitation and no more: an agenda or a
 * reading does not belong in calendars that colleagues can open.
 */
export const calendarFile = (...sessions: readonly CalendarSession[]): string =>
  calendarOf('Sessions', sessions.map(eventOf));

export function eventOf({ circle, id, title, ...session }: CalendarSession): CalendarEvent {
  return { ...session, summary: called(circle, title), path: addressOfSession(circle.slug, id) };
}

/** What a session or a series is called in calendars that hold other things, too. */
export const called = (circle: { name: string }, title: string) =>
  title ? `${apart(circle.name)}: ${apart(title)}` : circle.name;

/**
 * Meetings as an iCalendar file (RFC 5545). It has no METHOD and no ORGANIZER: those are for messages
 * between calendars. Without a METHOD, DTSTAMP says when a meeting was last changed (3.8.7.2).
 */
export const calendarOf = (product: string, events: readonly CalendarEvent[]): string =>
  calendarText({ product }, [
    ...zonesOf(events),
    ...events.map((event) => eventPart(event, event.changedAt)),
  ]);
