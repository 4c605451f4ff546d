import { type MessagesOfRoom, message } from '#app/notifications/rules/messages.ts';
import { askToMail, offerToMail } from './offers/queries/mail.server.ts';

declare module '#app/notifications/rules/messages.ts' {
  interface Messages {
    /** to who is asked alone; `again`: they hear of it once more */
    'ask-received': { askId: number; again: boolean };
    'offer-made': { offerId: number };
  }
}

export const messages = {
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
