import { mail } from '#app/platform/mail/mail.server.ts';
import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import type { SessionTold } from '#app/sessions/mail/session-told.tsx';
import { remindOfSession } from './commands/remind.server.ts';
import {
  cancellationToMail,
  sessionReminderToMail,
  sessionToldToMail,
} from './queries/mail.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'send-session-mail': {
      sessionId: number;
      personId: number;
      byPersonId: number;
    } & (SessionTold | { what: 'cancelled' });
    /** `startsAt` (ISO) is what the reminder was set for: one for another time says nothing */
    'remind-of-session': { sessionId: number; startsAt: string };
    'send-session-reminder': { sessionId: number; startsAt: string; personId: number };
  }
}

export const jobs = {
  'send-session-mail': async (of) =>
    of.what === 'cancelled'
      ? mail(await cancellationToMail(of), () => import('./mail/session-cancelled.tsx'))
      : mail(await sessionToldToMail(of, of), () => import('./mail/session-told.tsx')),
  'remind-of-session': remindOfSession,
  'send-session-reminder': async (of) =>
    mail(await sessionReminderToMail(of), () => import('./mail/session-reminder.tsx')),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
