import { type MessagesOfRoom, message } from '#app/notifications/rules/messages.ts';
import { testToMail } from './queries/mail-test.server.ts';

declare module '#app/notifications/rules/messages.ts' {
  interface Messages {
    'mail-test': Record<string, never>;
  }
}

export const messages = {
  'mail-test': message({
    called: 'A test',
    says: (_, { personId }) => testToMail(personId),
    file: () => import('./mail/mail-test.tsx'),
    atOnce: true,
  }),
} satisfies MessagesOfRoom;
