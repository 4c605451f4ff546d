import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { closeDueChoice } from './commands/close-choice.server.ts';
import { closeRested } from './commands/close-rested.server.ts';
import { remindOfChoice } from './commands/remind.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    /** `closesAt` (ISO) is the time it was set for: of a choice that moved nothing is done */
    'close-choice': { choiceId: number; closesAt: string };
    /** `at` (ISO): when the circle came back from the archive */
    'close-rested-choice': { circleId: number; at: string };
    'remind-of-choice': { choiceId: number; closesAt: string };
  }
}

export const jobs = {
  'close-choice': ({ choiceId, closesAt }) =>
    closeDueChoice(choiceId, { until: new Date(closesAt) }),
  'close-rested-choice': closeRested,
  'remind-of-choice': remindOfChoice,
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
