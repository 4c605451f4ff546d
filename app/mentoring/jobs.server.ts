import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { forgetTakenOff } from './apart/commands/take-off.server.ts';
import { turnAsks } from './asks/commands/turn-asks.server.ts';
import { turnNotNows } from './asks/commands/turn-not-nows.server.ts';
import { askAfterAll } from './conversations/commands/ask-after-all.server.ts';
import { remindOfMeeting } from './meetings/commands/remind-of-meeting.server.ts';
import { turnWeeks } from './week/commands/turn-weeks.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'tidy-apart': Record<string, never>;
    'ask-after': Record<string, never>;
    /** `startsAt` (ISO) is what the reminder was set for: one for another time says nothing */
    'remind-of-meeting': { meetingId: number; startsAt: string };
    'turn-weeks': Record<string, never>;
    'turn-asks': Record<string, never>;
    'turn-not-nows': Record<string, never>;
  }
}

export const jobs = {
  'tidy-apart': () => forgetTakenOff(),
  'ask-after': () => askAfterAll(),
  'remind-of-meeting': remindOfMeeting,
  'turn-weeks': () => turnWeeks(),
  'turn-asks': () => turnAsks(),
  'turn-not-nows': () => turnNotNows(),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
