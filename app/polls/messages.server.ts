import { type MessagesOfRoom, message } from '#app/notifications/rules/messages.ts';
import type { PollTold } from './mail/poll-told.tsx';
import { pollAnsweredToMail, pollReminderToMail, pollToldToMail } from './queries/mail.server.ts';

declare module '#app/notifications/rules/messages.ts' {
  interface Messages {
    'poll-told': { pollId: number; byPersonId: number; what: PollTold };
    /** `closesAt` (ISO) is what the reminder was set for: one for another time says nothing */
    'poll-reminder': { pollId: number; closesAt: string };
    /** to whoever asked */
    'poll-answered': { pollId: number; what: 'all-answered' | 'closed' };
  }
}

const about = ({ pollId }: { pollId: number }) => `poll:${pollId}`;

export const messages = {
  'poll-told': message({
    called: 'A question when to meet',
    says: ({ what, ...of }, to) => pollToldToMail({ ...of, ...to }, what),
    file: () => import('./mail/poll-told.tsx'),
    about,
  }),
  'poll-reminder': message({
    called: 'A reminder to say when one could meet',
    says: (given, to) => pollReminderToMail({ ...given, ...to }),
    file: () => import('./mail/poll-reminder.tsx'),
    about,
  }),
  'poll-answered': message({
    called: 'Word that a time can be chosen',
    says: ({ what, ...of }, to) => pollAnsweredToMail({ ...of, ...to }, what),
    file: () => import('./mail/poll-answered.tsx'),
    about,
  }),
} satisfies MessagesOfRoom;
