import { mail } from '#app/platform/mail/mail.server.ts';
import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import {
  confirmationToMail,
  passwordResetToMail,
  signUpToMail,
} from './commands/mail-links.server.ts';
import { tidyAccounts } from './commands/tidy.server.ts';
import { changeToMail } from './queries/mail.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    /** `email` is the person's address or the one they want to change to */
    'send-email-confirmation': { personId: number; email: string };
    /** whoever has that address, if anyone: deciding in the job keeps the page from telling */
    'send-password-reset': { email: string };
    'send-sign-up': { signUpId: number };
    /** to the address as it was when it happened */
    'send-account-notice': { name: string; email: string; what: 'password' | 'email' };
    'tidy-accounts': Record<string, never>;
  }
}

const hasAccount = () => import('./mail/has-account.tsx');

export const jobs = {
  'send-email-confirmation': async (of) => {
    const says = await confirmationToMail(of);
    if (says?.known) await mail(says, hasAccount);
    else await mail(says, () => import('./mail/confirm-email.tsx'));
  },
  'send-password-reset': async (of) =>
    mail(await passwordResetToMail(of), () => import('./mail/reset-password.tsx')),
  'send-sign-up': async (of) => {
    const says = await signUpToMail(of);
    if (says?.known) await mail(says, hasAccount);
    else await mail(says, () => import('./mail/finish-sign-up.tsx'));
  },
  'send-account-notice': async (of) =>
    mail(await changeToMail(of), () => import('./mail/account-changed.tsx')),
  'tidy-accounts': () => tidyAccounts(),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
