import { mail } from '#app/platform/mail/mail.server.ts';
import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { settleCircle } from './commands/answer-offer.server.ts';
import { newInvitationToken } from './commands/mail-invitation.server.ts';
import { settleInvitations } from './commands/settle-invitations.server.ts';
import {
  answerToMail,
  invitationToMail,
  lineRemovalToMail,
  offerToMail,
  requestToMail,
  waitingToMail,
} from './queries/mail.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'send-invitation': { invitationId: number };
    'send-request-received': { requestId: number };
    'send-request-answered': { requestId: number };
    'send-seat-offered': { placeId: number };
    'send-waiting': { placeId: number };
    'send-line-removal': { placeId: number };
    'settle-seats': { circleId: number };
    'settle-invitations': { personId: number };
  }
}

export const jobs = {
  'send-invitation': async ({ invitationId }) => {
    const token = await newInvitationToken(invitationId);
    const says = token && (await invitationToMail(invitationId, token));
    if (says) await mail(says, () => import('./mail/invitation.tsx'));
  },
  'send-request-received': async ({ requestId }) =>
    mail(await requestToMail(requestId), () => import('./mail/request-received.tsx')),
  'send-request-answered': async ({ requestId }) =>
    mail(await answerToMail(requestId), () => import('./mail/request-answered.tsx')),
  'send-seat-offered': async ({ placeId }) =>
    mail(await offerToMail(placeId), () => import('./mail/seat-offered.tsx')),
  'send-waiting': async ({ placeId }) =>
    mail(await waitingToMail(placeId), () => import('./mail/waiting.tsx')),
  'send-line-removal': async ({ placeId }) =>
    mail(await lineRemovalToMail(placeId), () => import('./mail/line-removal.tsx')),
  'settle-seats': ({ circleId }) => settleCircle(circleId),
  'settle-invitations': ({ personId }) => settleInvitations(personId),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
