import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { remindOfWrap } from './commands/remind-of-wrap.server.ts';
import { openRested, settleList } from './commands/settle-list.server.ts';
import { turnSeasons } from './commands/turn-seasons.server.ts';
import type { WrapOf } from './queries/mail.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'turn-seasons': Record<string, never>;
    'remind-of-wrap': WrapOf;
    'open-list': WrapOf;
    /** `at` (ISO): when the circle came back from the archive */
    'open-rested-lists': { circleId: number; at: string };
  }
}

export const jobs = {
  'turn-seasons': () => turnSeasons(),
  'remind-of-wrap': remindOfWrap,
  'open-list': (of) => settleList(of),
  'open-rested-lists': openRested,
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
