import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { remindOfSession } from './reminders/commands/remind.server.ts';
import type { Lead } from './reminders/rules/leads.ts';
import { askUnanswered } from './replies/commands/ask-unanswered.server.ts';
import { closeForgotten } from './schedule/commands/close-session.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    /** `startsAt` (ISO) is what the reminder was set for: one for another time says nothing */
    'remind-of-session': { sessionId: number; startsAt: string; lead: Lead };
    'ask-unanswered': Record<string, never>;
    'close-sessions': Record<string, never>;
  }
}

export const jobs = {
  'remind-of-session': (of) => remindOfSession(of),
  'ask-unanswered': () => askUnanswered(),
  'close-sessions': () => closeForgotten(),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
