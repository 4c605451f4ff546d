import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { sendDue } from './bundles/commands/send-due.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'send-due': Record<string, never>;
  }
}

export const jobs = {
  'send-due': () => sendDue(),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
