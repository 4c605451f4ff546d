import * as accountChanged from '#app/accounts/mail/account-changed.tsx';
import * as confirmEmail from '#app/accounts/mail/confirm-email.tsx';
import * as finishSignUp from '#app/accounts/mail/finish-sign-up.tsx';
import * as hasAccount from '#app/accounts/mail/has-account.tsx';
import * as resetPassword from '#app/accounts/mail/reset-password.tsx';
import { examplesOf, noor as to } from './given.ts';

const given = { to, site: 'Octavo' };
const link = { ...given, token: 'a-token-of-forty-three-characters-and-so-on' };

export const examples = [
  ...examplesOf('accounts/account-changed', accountChanged, {
    'the password': { ...given, what: 'password' },
    'the address': { ...given, what: 'email' },
  }),
  ...examplesOf('accounts/confirm-email', confirmEmail, {
    'a new account': { ...link, known: false, changes: false },
    'another address': { ...link, known: false, changes: true },
  }),
  ...examplesOf('accounts/finish-sign-up', finishSignUp, { 'sign-up': { ...link, known: false } }),
  ...examplesOf('accounts/has-account', hasAccount, { 'sign-up': given }),
  ...examplesOf('accounts/reset-password', resetPassword, { forgotten: link }),
];
