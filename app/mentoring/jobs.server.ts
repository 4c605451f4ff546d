import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { forgetTakenOff } from './apart/commands/take-off.server.ts';
import { askAfterAll } from './conversations/commands/ask-after-all.server.ts';
import { remindOfMeeting } from './meetings/commands/remind-of-meeting.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'ask-after': Record<string, never>;
    /** `startsAt` (ISO) is what the reminder was set for: one for another time says nothing */
    'remind-of-meeting': { meetingId: number; startsAt: string };
    'tidy-apart': Record<string, never>;
  }
}

export const jobs = {
  'ask-after': () => askAfterAll(),
  'remind-of-meeting': remindOfMeeting,
  'tidy-apart': () => forgetTakenOff(),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
