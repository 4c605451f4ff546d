import { type MessagesOfRoom, message } from '#app/notifications/rules/messages.ts';
import { type OfWeekMail, weekToMail } from './week/queries/mail.server.ts';

declare module '#app/notifications/rules/messages.ts' {
  interface Messages {
    'week-begins': OfWeekMail;
    'week-reminder': OfWeekMail;
  }
}

const aboutWeek = ({ weekId }: OfWeekMail) => `week:${weekId}`;

export const messages = {
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
