import type { Notice } from '#app/ui/page/notice-line.tsx';

type CalendarNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends CalendarNotices {}
}

/** What is said after an act of this room, by code. */
export const notices = {
  'feed-made-before': {
    words:
      'That form came twice, and the address was shown the first time. If you do not have it, make another.',
  },
  'feed-ended': { words: 'Nothing can be read at that address any more.' },
} satisfies Record<string, Notice>;
