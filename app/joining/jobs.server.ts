import { addressOfCircle } from '#app/circles/addresses.ts';
import { placeState } from '#app/circles/rules/circles.ts';
import { addressOfJoining, addressOfRequests, addressOfSeat } from '#app/joining/addresses.ts';
import { absolute } from '#app/platform/links.server.ts';
import { sendMail } from '#app/platform/mail/mailer.server.tsx';
import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { settleCircle } from './commands/answer-offer.server.ts';
import { newInvitationToken } from './commands/mail-invitation.server.ts';
import * as mail from './queries/mail.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'send-invitation': { invitationId: number };
    'send-request-received': { requestId: number };
    'send-request-answered': { requestId: number };
    'send-seat-offered': { placeId: number };
    'send-waiting': { placeId: number };
    'send-line-removal': { placeId: number };
    'settle-seats': { circleId: number };
  }
}

// Templates are imported when a mail is sent: React Email must not slow the start of the server.
const templates = () => import('./mail/emails.tsx');

export const jobs = {
  'send-invitation': async ({ invitationId }) => {
    const token = await newInvitationToken(invitationId);
    const invitation = token && (await mail.invitationToMail(invitationId));
    if (!invitation) return;
    const { InvitationMail } = await templates();
    await sendMail({
      to: { name: '', address: invitation.email },
      subject: `${invitation.host} invites you to ${invitation.circle}`,
      react: InvitationMail({
        circle: invitation.circle,
        purpose: invitation.purpose,
        host: invitation.host,
        word: invitation.word,
        until: invitation.expires_at.toISOString(),
        zone: invitation.time_zone,
        link: absolute(addressOfJoining(token)),
      }),
    });
  },
  'send-request-received': async ({ requestId }) => {
    const request = await mail.requestToMail(requestId);
    if (!request) return;
    const { RequestReceivedMail } = await templates();
    await sendMail({
      to: { name: request.host_name, address: request.host_email },
      subject: `${request.asker} asks to join ${request.circle}`,
      react: RequestReceivedMail({
        circle: request.circle,
        asker: request.asker,
        link: absolute(addressOfRequests(request.slug)),
      }),
    });
  },
  'send-request-answered': async ({ requestId }) => {
    const answer = await mail.answerToMail(requestId);
    if (!answer) return;
    const { RequestAnsweredMail } = await templates();
    const accepted = answer.decision === 'accepted';
    const { slug, circle } = answer;
    await sendMail({
      to: { name: answer.name, address: answer.email },
      subject: accepted ? `Welcome to ${circle}` : `About your request to join ${circle}`,
      react: RequestAnsweredMail({
        circle,
        host: answer.host ?? 'The host',
        word: answer.answer,
        outcome: !accepted ? 'declined' : answer.role ? 'seated' : 'waiting',
        link: absolute(answer.role ? addressOfCircle(slug) : addressOfSeat(slug)),
      }),
    });
  },
  'send-seat-offered': async ({ placeId }) => {
    const place = await mail.placeToMail(placeId);
    if (!place?.offer_expires_at || placeState(place, new Date()) !== 'offered') return;
    const { SeatOfferedMail } = await templates();
    await sendMail({
      to: { name: place.name, address: place.email },
      subject: `A seat is free in ${place.circle}`,
      react: SeatOfferedMail({
        circle: place.circle,
        until: place.offer_expires_at.toISOString(),
        zone: place.time_zone,
        link: absolute(addressOfSeat(place.slug)),
      }),
    });
  },
  'send-waiting': async ({ placeId }) => {
    const place = await mail.placeToMail(placeId);
    if (!place || placeState(place, new Date()) !== 'waiting') return;
    const { WaitingMail } = await templates();
    await sendMail({
      to: { name: place.name, address: place.email },
      subject: `You are in line for ${place.circle}`,
      react: WaitingMail({
        circle: place.circle,
        ahead: place.ahead,
        link: absolute(addressOfSeat(place.slug)),
      }),
    });
  },
  'send-line-removal': async ({ placeId }) => {
    const place = await mail.placeToMail(placeId);
    if (place?.outcome !== 'removed') return;
    const { LineRemovalMail } = await templates();
    await sendMail({
      to: { name: place.name, address: place.email },
      subject: `You are no longer in line for ${place.circle}`,
      react: LineRemovalMail({ circle: place.circle }),
    });
  },
  'settle-seats': ({ circleId }) => settleCircle(circleId),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
