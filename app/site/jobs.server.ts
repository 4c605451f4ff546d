import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { backUpNightly } from './commands/back-up.server.ts';
import { keepClocks } from './commands/keep-clocks.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'back-up': Record<string, never>;
    'keep-clocks': Record<string, never>;
  }
}

export const jobs = {
  'back-up': () => backUpNightly(),
  'keep-clocks': () => keepClocks(),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
