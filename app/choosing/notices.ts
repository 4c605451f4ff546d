import { addressOfCircle } from '#app/circles/addresses.ts';
import type { Notice } from '#app/ui/page/notice-line.tsx';

type ChoosingNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends ChoosingNotices {}
}

/** What is said after an act of this room, by code. */
export const notices = {
  'choice-opened': {
    words: 'It is open, and everyone can propose a book.',
    mail: 'Everyone else gets a mail.',
  },
  'choice-open-already': { words: 'A choice was open already. This is it.' },
  'choice-moved': { words: 'Saved.', mail: 'Everyone else is told by mail.' },
  'choice-closed': { words: 'It is closed and counted.', mail: 'Everyone else gets a mail.' },
  'choice-cancelled': { words: 'The choice is called off.' },
  'book-proposed': { words: 'Proposed. Now rank it, if you like.' },
  'proposal-withdrawn': {
    words: 'The book is withdrawn.',
    undo: { label: 'Bring it back', action: (param) => `${addressOfCircle(param)}/restoration` },
  },
  'proposal-restored': { words: 'The book is back.' },
  'ballot-cast': { words: 'Your ranking is kept. You can change it until it closes.' },
  'ballot-taken-back': { words: 'Your ranking is taken back.' },
  'winner-without-sections': {
    words: 'The reading is set. Paste the table of contents here; then plan what is read by when.',
    stays: true,
  },
} satisfies Record<string, Notice>;
