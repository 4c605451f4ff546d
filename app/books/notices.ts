import type { Notice } from '#app/ui/page/notice-line.tsx';

type BookNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends BookNotices {}
}

/** What is said after an act of this room, by code. */
export const notices = {
  'book-entered': { words: 'The book is entered. Now plan when it is read.' },
} satisfies Record<string, Notice>;
