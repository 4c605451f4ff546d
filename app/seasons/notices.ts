import type { Notice } from '#app/ui/page/notice-line.tsx';
import { addressOfTakeawayRestoration } from './addresses.ts';

type SeasonNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends SeasonNotices {}
}

/** What is said after an act of this room, by code. */
export const notices = {
  'takeaway-saved': { words: 'Saved. The circle can read it.' },
  'takeaway-taken-back': {
    words: 'You took it back. Nobody else sees it.',
    undo: {
      label: 'Bring it back',
      action: (param) => {
        const [circle = '', reading = ''] = param.split('/');
        return addressOfTakeawayRestoration(circle, reading);
      },
    },
  },
  'takeaway-restored': { words: 'It is back.' },
  'answer-kept': { words: 'Kept. You can change it until the list opens.' },
  'answer-open': { words: 'That counts as no answer yet. Come back when you know.' },
  'list-opened': { words: 'Everyone has answered, so the list is open.' },
  'list-joined': { words: 'You’re on the list.' },
  'list-open-before': { words: 'The list had opened already, so nothing was changed.' },
} satisfies Record<string, Notice>;
