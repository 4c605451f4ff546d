import type { Notice } from '#app/ui/page/notice-line.tsx';
import { addressOfMarking, addressOfNoteRestoration } from './addresses.ts';

type DiscussionNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends DiscussionNotices {}
}

/** What is said after an act of this room, by code. */
export const notices = {
  'note-taken-back': {
    words: 'You took your note back. Others see that you did, not what it said.',
    undo: {
      label: 'Bring it back',
      action: (param) => {
        const [circle = '', thread = '', note = ''] = param.split('/');
        return addressOfNoteRestoration(circle, thread, note);
      },
    },
  },
  'all-read': {
    words: 'Marked as read. What is folded is new once you get there.',
    undo: {
      label: 'Undo',
      action: (param) => {
        const [circle = '', at = '', back = ''] = param.split('/');
        return `${addressOfMarking(circle)}/undoing?at=${at}&back=${back}`;
      },
    },
  },
  'none-unread': { words: 'Nothing was new any more.' },
  'unread-again': { words: 'As unread as it was.' },
  'note-saved': { words: 'Your note is saved.' },
  'note-restored': { words: 'Your note is back.' },
} satisfies Record<string, Notice>;
