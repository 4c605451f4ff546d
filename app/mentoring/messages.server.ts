import { type MessagesOfRoom, message } from '#app/notifications/rules/messages.ts';
import type { MeetingTold } from './meetings/mail/meeting-told.tsx';
import {
  meetingReminderToMail,
  meetingToldToMail,
} from './meetings/queries/meeting-mail.server.ts';
import { type OfWeekMail, weekToMail } from './week/queries/mail.server.ts';

declare module '#app/notifications/rules/messages.ts' {
  interface Messages {
    'meeting-told': { meetingId: number; byPersonId: number } & MeetingTold;
    /** `startsAt` (ISO) is what the reminder was set for: one for another time says nothing */
    'meeting-reminder': { meetingId: number; startsAt: string };
    'week-begins': OfWeekMail;
    'week-reminder': OfWeekMail;
  }
}

const ofMeeting = ({ meetingId }: { meetingId: number }) => `meeting:${meetingId}`;
const aboutWeek = ({ weekId }: OfWeekMail) => `week:${weekId}`;

export const messages = {
  'meeting-told': message({
    called: 'Word of a meeting',
    says: ({ meetingId, byPersonId, ...told }, { personId }) =>
      meetingToldToMail({ meetingId, personId }, byPersonId, told),
    file: () => import('./meetings/mail/meeting-told.tsx'),
    about: ofMeeting,
    between: true,
  }),
  'meeting-reminder': message({
    called: 'A reminder of a meeting',
    says: (given, { personId }) => meetingReminderToMail({ ...given, personId }),
    file: () => import('./meetings/mail/meeting-reminder.tsx'),
    about: ofMeeting,
    between: true,
  }),
  'week-begins': message({
    called: 'The week’s question to oneself',
    between: true,
    says: weekToMail,
    file: () => import('./week/mail/week-begins.tsx'),
    about: aboutWeek,
  }),
  'week-reminder': message({
    called: 'A reminder to oneself',
    between: true,
    says: weekToMail,
    file: () => import('./week/mail/week-reminder.tsx'),
    about: aboutWeek,
  }),
} satisfies MessagesOfRoom;
