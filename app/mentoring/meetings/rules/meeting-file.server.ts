import { addressOfConversation } from '#app/mentoring/addresses.ts';
import { calendarOf } from '#app/sessions/rules/calendar-file.server.ts';
import { apart } from '#app/ui/apart.ts';

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
export const meetingFile = ({ conversationId, with: other, ...meeting }: CalendarMeeting): string =>
  calendarOf('Meetings', [
    {
      ...meeting,
      summary: `With ${apart(other)}`,
      path: addressOfConversation(conversationId),
    },
  ]);
