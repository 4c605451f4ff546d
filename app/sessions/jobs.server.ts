import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { remindOfSession } from './commands/remind.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    /** `startsAt` (ISO) is what the reminder was set for: one for another time says nothing */
    'remind-of-session': { sessionId: number; startsAt: string };
  }
}

export const jobs = {
  'remind-of-session': remindOfSession,
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
