import { type MessagesOfRoom, message } from '#app/notifications/rules/messages.ts';
import type { MeetingTold } from './meetings/mail/meeting-told.tsx';
import {
  meetingReminderToMail,
  meetingToldToMail,
} from './meetings/queries/meeting-mail.server.ts';

declare module '#app/notifications/rules/messages.ts' {
  interface Messages {
    'meeting-told': { meetingId: number; byPersonId: number } & MeetingTold;
    /** `startsAt` (ISO) is what the reminder was set for: one for another time says nothing */
    'meeting-reminder': { meetingId: number; startsAt: string };
  }
}

const ofMeeting = ({ meetingId }: { meetingId: number }) => `meeting:${meetingId}`;

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
} satisfies MessagesOfRoom;
