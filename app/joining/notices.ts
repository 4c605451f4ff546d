import type { Notice } from '#app/ui/page/notice-line.tsx';

type JoiningNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends JoiningNotices {}
}

/** What is said after an act of this room, by code. */
export const notices = {
  'circle-joined': { words: 'Welcome. You have a seat.' },
  'line-joined': { words: 'All seats are taken just now, so you’re on the waiting list.' },
  'line-left': { words: 'You’re no longer in line.' },
  'line-place-removed': { words: 'They are no longer in line.', mail: 'They were told by mail.' },
  'request-sent': { words: 'Asked.', mail: 'The answer comes by mail.' },
  'request-withdrawn': { words: 'Your request is withdrawn.' },
  'request-accepted': { words: 'They have a seat now.', mail: 'They were told by mail.' },
  'request-accepted-line': {
    words: 'All seats are taken, so they are in line.',
    mail: 'They were told by mail.',
  },
  'request-declined': { words: 'Declined.', mail: 'They were told by mail, with your word.' },
  'invitation-withdrawn': { words: 'The invitation is withdrawn: its link no longer works.' },
  'link-ended': { words: 'The link no longer works.' },
} satisfies Record<string, Notice>;
