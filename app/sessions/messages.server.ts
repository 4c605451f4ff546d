import { type MessagesOfRoom, message } from '#app/notifications/rules/messages.ts';
import { MINUTE } from '#app/time/spans.ts';
import type { SessionTold } from './mail/session-told.tsx';
import {
  cancellationToMail,
  clocksChangedToMail,
  sessionAskedToMail,
  sessionReminderToMail,
  sessionsSetToMail,
  sessionToldToMail,
} from './queries/mail.server.ts';
import { LATEST, type Lead } from './reminders/rules/leads.ts';

interface Changed {
  sessionId: number;
  byPersonId: number;
}

declare module '#app/notifications/rules/messages.ts' {
  interface Messages {
    'session-told': Changed & SessionTold;
    'session-cancelled': Changed;
    /** `startsAt` (ISO) is what the reminder was set for: one for another time says nothing */
    'session-reminder': { sessionId: number; startsAt: string; lead: Lead };
    /** the same of who has not said, where it needs so many */
    'session-asked': { sessionId: number; startsAt: string };
    'sessions-set': { circleId: number };
    'clocks-changed': { circleId: number; sessionIds: readonly number[] };
  }
}

const about = ({ sessionId }: { sessionId: number }) => `session:${sessionId}`;

export const messages = {
  'session-told': message({
    called: 'Word of a session',
    says: (given, to) => sessionToldToMail({ ...given, ...to }, given),
    file: () => import('./mail/session-told.tsx'),
    about,
  }),
  'session-cancelled': message({
    called: 'Word that a session is off',
    says: (given, to) => cancellationToMail({ ...given, ...to }),
    file: () => import('./mail/session-cancelled.tsx'),
    about,
  }),
  'session-reminder': message({
    called: 'A reminder of a session',
    says: (given, to) => sessionReminderToMail({ ...given, ...to }),
    file: () => import('./mail/session-reminder.tsx'),
    about,
    useUntil: ({ startsAt }) => new Date(Date.parse(startsAt) - LATEST * MINUTE),
  }),
  'session-asked': message({
    called: 'A question whether one comes',
    says: (given, to) => sessionAskedToMail({ ...given, ...to }),
    file: () => import('./mail/session-asked.tsx'),
    about,
  }),
  'sessions-set': message({
    called: 'Word of the sessions that are set',
    says: ({ circleId }, { personId }) => sessionsSetToMail(circleId, personId),
    file: () => import('./mail/sessions-set.tsx'),
  }),
  'clocks-changed': message({
    called: 'Word that clocks have other rules',
    says: (given, { personId }) => clocksChangedToMail(given, personId),
    file: () => import('./mail/clocks-changed.tsx'),
  }),
} satisfies MessagesOfRoom;
