import type { Notice } from '#app/ui/page/notice-line.tsx';

type CommonNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends CommonNotices {}
}

/** What is said after an act of whichever room. */
export const notices = {
  saved: { words: 'Saved.' },
  'button-archived': {
    words: 'This circle is archived, so nothing was changed.',
    stays: true,
  },
  'button-not-read': {
    words: 'That could not be read, so nothing was changed. Try once more.',
    stays: true,
  },
} satisfies Record<string, Notice>;
