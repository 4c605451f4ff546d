import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { settleCircle } from './commands/answer-offer.server.ts';
import { settleInvitations } from './commands/settle-invitations.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'settle-seats': { circleId: number };
    'settle-invitations': { personId: number };
  }
}

export const jobs = {
  'settle-seats': ({ circleId }) => settleCircle(circleId),
  'settle-invitations': ({ personId }) => settleInvitations(personId),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
