import { type MessagesOfRoom, message } from '#app/notifications/rules/messages.ts';
import {
  openedToMail,
  type WrapOf,
  wrapReminderToMail,
  wrapToMail,
} from './queries/mail.server.ts';

declare module '#app/notifications/rules/messages.ts' {
  interface Messages {
    'wrap-opened': WrapOf;
    'wrap-reminder': WrapOf;
    'list-open': WrapOf;
  }
}

const about = ({ readingId }: WrapOf) => `wrap:${readingId}`;

export const messages = {
  'wrap-opened': message({
    called: 'Word that a season ends',
    says: (given, to) => openedToMail({ ...given, ...to }),
    file: () => import('./mail/wrap-opened.tsx'),
    about,
  }),
  'wrap-reminder': message({
    called: 'A reminder to say whether one stays',
    says: (given, to) => wrapReminderToMail({ ...given, ...to }),
    file: () => import('./mail/wrap-reminder.tsx'),
    about,
  }),
  'list-open': message({
    called: 'Word that the list of who stays is open',
    says: (given, to) => wrapToMail({ ...given, ...to }),
    file: () => import('./mail/list-open.tsx'),
    about,
  }),
} satisfies MessagesOfRoom;
