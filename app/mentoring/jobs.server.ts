import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { remindOfMeeting } from './meetings/commands/remind-of-meeting.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    /** `startsAt` (ISO) is what the reminder was set for: one for another time says nothing */
    'remind-of-meeting': { meetingId: number; startsAt: string };
  }
}

export const jobs = {
  'remind-of-meeting': remindOfMeeting,
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
