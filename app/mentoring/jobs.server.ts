import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { turnWeeks } from './week/commands/turn-weeks.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'turn-weeks': Record<string, never>;
  }
}

export const jobs = {
  'turn-weeks': () => turnWeeks(),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
