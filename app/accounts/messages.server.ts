import { type MessagesOfRoom, message } from '#app/notifications/rules/messages.ts';
import {
  confirmationToMail,
  passwordResetToMail,
  signUpToMail,
} from './commands/mail-links.server.ts';
import { changeToMail } from './queries/mail.server.ts';

declare module '#app/notifications/rules/messages.ts' {
  interface Messages {
    /** `email` is the person's address or the one they want to change to */
    'email-confirmation': { personId: number; email: string };
    /** whoever has that address, if anyone: deciding in the job keeps the page from telling. `at` (ISO): when */
    'password-reset': { email: string; at: string };
    'sign-up': { signUpId: number };
    /** to the address as it was when it happened */
    'account-notice': { name: string; email: string; what: 'password' | 'email' };
  }
}

const hasAccount = () => import('./mail/has-account.tsx');

export const messages = {
  'email-confirmation': message({
    called: 'A link to confirm an address',
    says: confirmationToMail,
    file: ({ known }) => (known ? hasAccount() : import('./mail/confirm-email.tsx')),
    atOnce: true,
  }),
  'password-reset': message({
    called: 'A link to choose a new password',
    says: passwordResetToMail,
    file: () => import('./mail/reset-password.tsx'),
    atOnce: true,
  }),
  'sign-up': message({
    called: 'A link to finish an account',
    says: signUpToMail,
    file: ({ known }) => (known ? hasAccount() : import('./mail/finish-sign-up.tsx')),
    atOnce: true,
  }),
  'account-notice': message({
    called: 'Word that a password or address was changed',
    says: changeToMail,
    file: () => import('./mail/account-changed.tsx'),
    atOnce: true,
  }),
} satisfies MessagesOfRoom;
