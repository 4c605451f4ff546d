import type { ChoiceTold } from '#app/choosing/mail/choice-told.tsx';
import { mail } from '#app/platform/mail/mail.server.ts';
import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { closeDueChoice } from './commands/close-choice.server.ts';
import { closeRested } from './commands/close-rested.server.ts';
import { remindOfChoice } from './commands/remind.server.ts';
import { choiceReminderToMail, choiceToldToMail, closeToMail } from './queries/mail.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    /** `closesAt` (ISO) is the time it was set for: of a choice that moved nothing is done */
    'close-choice': { choiceId: number; closesAt: string };
    /** `at` (ISO): when the circle came back from the archive */
    'close-rested-choice': { circleId: number; at: string };
    'send-choice-mail': {
      choiceId: number;
      personId: number;
      /** null when it closed by itself */
      byPersonId: number | null;
      what: ChoiceTold | 'closed';
    };
    'remind-of-choice': { choiceId: number; closesAt: string };
    'send-choice-reminder': { choiceId: number; closesAt: string; personId: number };
  }
}

export const jobs = {
  'close-choice': ({ choiceId, closesAt }) =>
    closeDueChoice(choiceId, { until: new Date(closesAt) }),
  'close-rested-choice': closeRested,
  'send-choice-mail': async ({ what, ...of }) =>
    what === 'closed'
      ? mail(await closeToMail(of), () => import('./mail/choice-closed.tsx'))
      : mail(await choiceToldToMail(of, what), () => import('./mail/choice-told.tsx')),
  'remind-of-choice': remindOfChoice,
  'send-choice-reminder': async (of) =>
    mail(await choiceReminderToMail(of), () => import('./mail/choice-reminder.tsx')),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
