import {
  mailConfirmation,
  mailNotice,
  mailPasswordReset,
  mailSignUp,
} from '#app/accounts/mail/mails.server.tsx';
import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { tidyAccounts } from './commands/tidy.server.ts';

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

export const jobs = {
  'send-email-confirmation': mailConfirmation,
  'send-password-reset': mailPasswordReset,
  'send-sign-up': mailSignUp,
  'send-account-notice': mailNotice,
  'tidy-accounts': () => tidyAccounts(),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
