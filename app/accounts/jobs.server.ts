import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { tidyAccounts } from './commands/tidy.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'tidy-accounts': Record<string, never>;
  }
}

export const jobs = {
  'tidy-accounts': () => tidyAccounts(),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
