import type { Notice } from '#app/ui/page/notice-line.tsx';
import { addressOfUnmarking } from './inbox/addresses.ts';

type InboxNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends InboxNotices {}
}

/** What is said after an act of this room, by code. */
export const notices = {
  'inbox-read': {
    words: 'Marked as read.',
    undo: { label: 'Undo', action: addressOfUnmarking },
  },
  'inbox-none-new': { words: 'Nothing was new any more.' },
  'inbox-new-again': { words: 'As new as it was.' },
} satisfies Record<string, Notice>;
