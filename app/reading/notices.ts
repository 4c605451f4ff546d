import { addressOfCircle } from '#app/circles/addresses.ts';
import type { Notice } from '#app/ui/page/notice-line.tsx';
import { addressOfProgressUndoing, addressOfReplanningUndoing } from './addresses.ts';

type ReadingNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends ReadingNotices {}
}

/** What is said after an act of this room, by code. */
export const notices = {
  'reading-planned': { words: 'The reading is planned. Every member sees it.' },
  'reading-replanned': {
    words: 'The rest is planned anew. Every member sees it.',
    undo: {
      label: 'Undo',
      action: (param) => {
        const [circle = '', reading = '', version = ''] = param.split('/');
        return `${addressOfReplanningUndoing(circle, reading)}?version=${version}`;
      },
    },
  },
  'replanning-undone': { words: 'The plan is as it was before. Every member sees it.' },
  'replanning-undone-late': {
    words: 'Something changed since, so nothing was undone. This is how it stands now.',
  },
  'replanning-undone-taken': {
    words: 'Another reading has those days by now, so nothing was undone.',
  },
  'replanning-stale': {
    words: 'Something changed while you looked, so nothing was done. This is how it stands now.',
  },
  'reading-ended': {
    words: 'The reading has ended. Everyone is asked what they took from it.',
    undo: { label: 'Take it up again', action: (param) => `${addressOfCircle(param)}/reopening` },
  },
  'reading-reopened': { words: 'The reading goes on.' },
  'sections-read': {
    words: 'Marked as read. Notes up to there are open to you.',
    undo: {
      label: 'Undo',
      action: (param) => {
        const [circle = '', reading = '', at = ''] = param.split('/');
        return `${addressOfProgressUndoing(circle, reading)}?at=${at}`;
      },
    },
  },
  'progress-saved': { words: 'Saved. Notes are folded by it from now on.' },
  'progress-undone': { words: 'Taken back.' },
} satisfies Record<string, Notice>;
