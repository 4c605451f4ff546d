import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { tendSeries } from './commands/tend-series.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'tend-series': Record<string, never>;
  }
}

export const jobs = {
  'tend-series': () => tendSeries(),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
