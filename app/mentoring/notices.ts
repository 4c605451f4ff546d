import type { Notice } from '#app/ui/page/notice-line.tsx';
import { addressOfToldRestoration } from './addresses.ts';

type MentoringNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends MentoringNotices {}
}

/** What is said after an act of this room, by code. */
export const notices = {
  // what somebody was told
  'told-changed': { words: 'Saved.' },
  'told-restored': { words: 'It is back.' },
  'told-shared': { words: 'Shared with the circle.' },
  'told-taken-back': {
    words: 'Taken back. Nobody else sees that it was there.',
    undo: {
      label: 'Bring it back',
      action: (param) => {
        const [circle = '', told = ''] = param.split('/');
        return addressOfToldRestoration(circle, told);
      },
    },
  },
} satisfies Record<string, Notice>;
