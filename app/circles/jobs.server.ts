import { mail } from '#app/platform/mail/mail.server.ts';
import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { newHostToMail, removalToMail } from './queries/mail.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'send-removal': { departureId: number };
    'send-host-handed-over': { circleId: number; personId: number; byPersonId: number };
    'send-hosting-passed': { circleId: number; personId: number; beforePersonId: number };
  }
}

export const jobs = {
  'send-removal': async ({ departureId }) =>
    mail(await removalToMail(departureId), () => import('./mail/removal.tsx')),
  'send-host-handed-over': async ({ circleId, personId, byPersonId }) =>
    mail(
      await newHostToMail(circleId, personId, byPersonId),
      () => import('./mail/hosting-handed-over.tsx'),
    ),
  'send-hosting-passed': async ({ circleId, personId, beforePersonId }) =>
    mail(
      await newHostToMail(circleId, personId, beforePersonId),
      () => import('./mail/hosting-passed.tsx'),
    ),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
