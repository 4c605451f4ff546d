import type { Notice } from '#app/ui/page/notice-line.tsx';

type AccountNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends AccountNotices {}
}

/** What is said after an act of this room, by code. */
export const notices = {
  'sign-up-mailed': {
    words: 'We have written to the address you gave. The link in that mail finishes your account.',
    mail: 'Look in your mailbox.',
    stays: true,
  },
  'reset-mailed': {
    words:
      'If that address has an account here, we have written to it: a link to choose a new password.',
    mail: 'Look in your mailbox.',
    stays: true,
  },
  'password-reset': { words: 'You have a new password, and every other browser is signed out.' },
  'password-changed': { words: 'Your password is changed, and every other browser is signed out.' },
  'email-confirmed': { words: 'Thank you. Your address is confirmed.' },
  'confirmation-mailed': {
    words: 'We have written to that address. Follow the link in the mail.',
    mail: 'Look in your mailbox.',
    stays: true,
  },
  'sign-in-again': {
    words: 'Something about your account was changed at that very moment. Please sign in again.',
    stays: true,
  },
  'picture-saved': { words: 'That’s you now. The people in your circles see it.' },
  'picture-removed': { words: 'Your picture is gone.' },
  'signed-out': { words: 'You’re signed out. This browser keeps nothing of yours.', forgets: true },
  'sign-in-ended': { words: 'That browser is signed out.' },
  'sign-ins-ended': { words: 'Every other browser is signed out.' },
} satisfies Record<string, Notice>;
