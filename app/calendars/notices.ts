import type { Notice } from '#app/ui/page/notice-line.tsx';

type CalendarNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends CalendarNotices {}
}

/** What is said after an act of this room, by code. */
export const notices = {
  'feed-ended': { words: 'Nothing can be read at that address any more.' },
} satisfies Record<string, Notice>;
