import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { forgetTakenOff } from './apart/commands/take-off.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'tidy-apart': Record<string, never>;
  }
}

export const jobs = {
  'tidy-apart': () => forgetTakenOff(),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
