import type { Notice } from '#app/ui/page/notice-line.tsx';
import { addressOfReopening } from './addresses.ts';

type MentoringNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends MentoringNotices {}
}

const reopen = { label: 'Open it again', action: addressOfReopening };

/** What is said after an act of this room, by code. */
export const notices = {
  'ask-kept': { words: 'Kept. Nobody else has read it.' },
  'ask-changed': { words: 'Changed. Whoever may read it reads it so from now on.' },
  'ask-sent': { words: 'Sent. You will hear of every answer.' },
  'ask-sent-before': { words: 'It is sent: it can be closed, and not be discarded any more.' },
  'ask-discarded': { words: 'The draft is gone.' },
  'ask-found': { words: 'Closed: you found help.', undo: reopen },
  'ask-unneeded': { words: 'Closed: no longer needed.', undo: reopen },
  'ask-reopened': { words: 'Open again. Its days begin anew.' },
} satisfies Record<string, Notice>;
