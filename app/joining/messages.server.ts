import { type MessagesOfRoom, message } from '#app/notifications/rules/messages.ts';
import { newInvitationToken } from './commands/mail-invitation.server.ts';
import {
  answerToMail,
  invitationToMail,
  lineRemovalToMail,
  offerToMail,
  requestToMail,
  waitingToMail,
} from './queries/mail.server.ts';

declare module '#app/notifications/rules/messages.ts' {
  interface Messages {
    /** `at` (ISO): when it was sent; one that was sent again since has a later mail */
    invitation: { invitationId: number; at: string };
    'request-received': { requestId: number };
    'request-answered': { requestId: number };
    'seat-offered': { placeId: number };
    waiting: { placeId: number };
    'line-removal': { placeId: number };
  }
}

export const messages = {
  invitation: message({
    called: 'An invitation to a circle',
    says: async ({ invitationId, at }) => {
      const token = await newInvitationToken(invitationId, { at });
      return token === null ? null : invitationToMail(invitationId, token);
    },
    file: () => import('./mail/invitation.tsx'),
    about: ({ invitationId }) => `invitation:${invitationId}`,
  }),
  'request-received': message({
    called: 'Word that somebody asks to join',
    says: ({ requestId }, { personId }) => requestToMail(requestId, personId),
    file: () => import('./mail/request-received.tsx'),
    about: ({ requestId }) => `request:${requestId}`,
  }),
  'request-answered': message({
    called: 'The answer to a request to join',
    says: ({ requestId }) => answerToMail(requestId),
    file: () => import('./mail/request-answered.tsx'),
    about: ({ requestId }) => `request:${requestId}`,
    whenArchived: true,
  }),
  'seat-offered': message({
    called: 'The offer of a seat',
    says: ({ placeId }) => offerToMail(placeId),
    file: () => import('./mail/seat-offered.tsx'),
    about: ({ placeId }) => `place:${placeId}`,
  }),
  waiting: message({
    called: 'Word of a place in line',
    says: ({ placeId }) => waitingToMail(placeId),
    file: () => import('./mail/waiting.tsx'),
    about: ({ placeId }) => `place:${placeId}`,
  }),
  'line-removal': message({
    called: 'Word that a place in line was ended',
    says: ({ placeId }) => lineRemovalToMail(placeId),
    file: () => import('./mail/line-removal.tsx'),
    about: ({ placeId }) => `place:${placeId}`,
    whenArchived: true,
  }),
} satisfies MessagesOfRoom;
