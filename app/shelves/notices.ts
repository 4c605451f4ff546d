import type { Notice } from '#app/ui/page/notice-line.tsx';
import { addressOfShelfReturn } from './addresses.ts';

type ShelfNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends ShelfNotices {}
}

/** What is said after an act of this room, by code. */
export const notices = {
  'book-shelved': { words: 'It’s on your shelf.' },
  'book-want': { words: 'It’s on your shelf: want to read.' },
  'book-reading': { words: 'It’s on your shelf: reading.' },
  'book-read': { words: 'It’s on your shelf: read.' },
  'book-off': { words: 'It’s off your shelf.' },
  'book-taken-off': {
    words: 'It’s off your shelf.',
    undo: { label: 'Put it back', action: (entry) => addressOfShelfReturn(entry) },
  },
  'book-put-back': { words: 'It’s back on your shelf.' },
  'import-taken-up': { words: 'Taken up again.' },
  'import-undone': { words: 'Taken back. What you changed yourself is still there.' },
} satisfies Record<string, Notice>;
