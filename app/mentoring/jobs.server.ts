import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { forgetTakenOff } from './apart/commands/take-off.server.ts';
import { turnAsks } from './asks/commands/turn-asks.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'tidy-apart': Record<string, never>;
    'turn-asks': Record<string, never>;
  }
}

export const jobs = {
  'tidy-apart': () => forgetTakenOff(),
  'turn-asks': () => turnAsks(),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
