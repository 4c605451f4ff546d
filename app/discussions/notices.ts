import type { Notice } from '#app/ui/page/notice-line.tsx';
import { addressOfNoteRestoration } from './addresses.ts';

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
  'note-saved': { words: 'Your note is saved.' },
  'note-restored': { words: 'Your note is back.' },
} satisfies Record<string, Notice>;
