import { addressOfConversation } from '#app/mentoring/addresses.ts';
import { apart } from '#app/ui/apart.ts';
import { calendarOf } from './calendar-file.server.ts';
import type { CalendarEvent } from './event.server.ts';

export interface CalendarMeeting {
  conversationId: number;
  uid: string;
  sequence: number;
  startsAt: Date;
  minutes: number;
  place: string;
  changedAt: Date;
  cancelled: boolean;
  /** the name of the other of the two */
  with: string;
}

/** A meeting of two for the calendar of one: when, where and with whom; never about what. */
export const meetingFile = (meeting: CalendarMeeting): string =>
  calendarOf('Meetings', [meetingEvent(meeting)]);

/** The same as a calendar holds it. */
export const meetingEvent = ({
  conversationId,
  with: other,
  ...meeting
}: CalendarMeeting): CalendarEvent => ({
  ...meeting,
  summary: `With ${apart(other)}`,
  path: addressOfConversation(conversationId),
});
