import { mail } from '#app/platform/mail/mail.server.ts';
import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { remindOfWrap } from './commands/remind-of-wrap.server.ts';
import { openRested, settleList } from './commands/settle-list.server.ts';
import { turnSeasons } from './commands/turn-seasons.server.ts';
import {
  openedToMail,
  type WrapMailOf,
  wrapReminderToMail,
  wrapToMail,
} from './queries/mail.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'turn-seasons': Record<string, never>;
    'send-wrap-opened': WrapMailOf;
    'remind-of-wrap': Omit<WrapMailOf, 'personId'>;
    'send-wrap-reminder': WrapMailOf;
    'open-list': Omit<WrapMailOf, 'personId'>;
    /** `at` (ISO): when the circle came back from the archive */
    'open-rested-lists': { circleId: number; at: string };
    'send-list-open': WrapMailOf;
  }
}

export const jobs = {
  'turn-seasons': () => turnSeasons(),
  'send-wrap-opened': async (of) =>
    mail(await openedToMail(of), () => import('./mail/wrap-opened.tsx')),
  'remind-of-wrap': remindOfWrap,
  'send-wrap-reminder': async (of) =>
    mail(await wrapReminderToMail(of), () => import('./mail/wrap-reminder.tsx')),
  'open-list': (of) => settleList(of),
  'open-rested-lists': openRested,
  'send-list-open': async (of) => mail(await wrapToMail(of), () => import('./mail/list-open.tsx')),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
