import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { remindOfSession } from './reminders/commands/remind.server.ts';
import type { Lead } from './reminders/rules/leads.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    /** `startsAt` (ISO) is what the reminder was set for: one for another time says nothing */
    'remind-of-session': { sessionId: number; startsAt: string; lead: Lead };
  }
}

export const jobs = {
  'remind-of-session': (of) => remindOfSession(of),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
