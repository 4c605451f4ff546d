import { type MessagesOfRoom, message } from '#app/notifications/rules/messages.ts';
import type { MeetingTold } from './meetings/mail/meeting-told.tsx';
import {
  meetingGoneToMail,
  meetingReminderToMail,
  meetingToldToMail,
} from './meetings/queries/meeting-mail.server.ts';
import { askToMail, offerToMail } from './offers/queries/mail.server.ts';
import { type OfWeekMail, weekToMail } from './week/queries/mail.server.ts';

declare module '#app/notifications/rules/messages.ts' {
  interface Messages {
    /** `byPersonId` null: nobody did it */
    'meeting-told': { meetingId: number; byPersonId: number | null } & MeetingTold;
    /** its conversation is over */
    'meeting-gone': { meetingId: number };
    /** `startsAt` (ISO) is what the reminder was set for: one for another time says nothing */
    'meeting-reminder': { meetingId: number; startsAt: string };
    'week-begins': OfWeekMail;
    'week-reminder': OfWeekMail;
    /** to who is asked alone; `again`: they hear of it once more */
    'ask-received': { askId: number; again: boolean };
    'offer-made': { offerId: number };
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
  'meeting-gone': message({
    called: 'Word that a meeting is off',
    says: (given, { personId }) => meetingGoneToMail({ ...given, personId }),
    file: () => import('./meetings/mail/meeting-gone.tsx'),
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
  'ask-received': message({
    called: 'An ask to somebody',
    between: true,
    says: ({ askId, again }, { personId }) => askToMail(askId, personId, again),
    file: () => import('./offers/mail/ask-received.tsx'),
    about: ({ askId }) => `ask:${askId}`,
  }),
  'offer-made': message({
    called: 'An offer to somebody who asked',
    between: true,
    says: ({ offerId }, { personId }) => offerToMail(offerId, personId),
    file: () => import('./offers/mail/offer-made.tsx'),
    about: (_, { askId }) => `ask:${askId}`,
  }),
} satisfies MessagesOfRoom;
