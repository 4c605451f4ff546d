import { type MessagesOfRoom, message } from '#app/notifications/rules/messages.ts';
import { newHostToMail, removalToMail } from './queries/mail.server.ts';

declare module '#app/notifications/rules/messages.ts' {
  interface Messages {
    removal: { departureId: number };
    'hosting-handed-over': { circleId: number; byPersonId: number };
    'hosting-passed': { circleId: number; beforePersonId: number };
  }
}

export const messages = {
  removal: message({
    called: 'Word that a membership was ended',
    says: ({ departureId }) => removalToMail(departureId),
    file: () => import('./mail/removal.tsx'),
    whenArchived: true,
  }),
  'hosting-handed-over': message({
    called: 'Word to a new host',
    says: ({ circleId, byPersonId }, { personId }) => newHostToMail(circleId, personId, byPersonId),
    file: () => import('./mail/hosting-handed-over.tsx'),
    whenArchived: true,
  }),
  'hosting-passed': message({
    called: 'Word to a new host',
    says: ({ circleId, beforePersonId }, { personId }) =>
      newHostToMail(circleId, personId, beforePersonId),
    file: () => import('./mail/hosting-passed.tsx'),
    whenArchived: true,
  }),
} satisfies MessagesOfRoom;
