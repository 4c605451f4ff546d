import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { sweepPolls } from './commands/sweep-polls.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'sweep-polls': Record<string, never>;
  }
}

export const jobs = {
  'sweep-polls': () => sweepPolls(),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
