import { type MessagesOfRoom, message } from '#app/notifications/rules/messages.ts';
import type { SessionTold } from './mail/session-told.tsx';
import {
  cancellationToMail,
  sessionReminderToMail,
  sessionToldToMail,
} from './queries/mail.server.ts';

interface Changed {
  sessionId: number;
  byPersonId: number;
}

declare module '#app/notifications/rules/messages.ts' {
  interface Messages {
    'session-told': Changed & SessionTold;
    'session-cancelled': Changed;
    /** `startsAt` (ISO) is what the reminder was set for: one for another time says nothing */
    'session-reminder': { sessionId: number; startsAt: string };
  }
}

export const messages = {
  'session-told': message({
    called: 'Word of a session',
    says: (given, to) => sessionToldToMail({ ...given, ...to }, given),
    file: () => import('./mail/session-told.tsx'),
  }),
  'session-cancelled': message({
    called: 'Word that a session is off',
    says: (given, to) => cancellationToMail({ ...given, ...to }),
    file: () => import('./mail/session-cancelled.tsx'),
  }),
  'session-reminder': message({
    called: 'A reminder of a session',
    says: (given, to) => sessionReminderToMail({ ...given, ...to }),
    file: () => import('./mail/session-reminder.tsx'),
  }),
} satisfies MessagesOfRoom;
