import { addressOfCircle } from '#app/circles/addresses.ts';
import type { Notice } from '#app/ui/page/notice-line.tsx';

type SeriesNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends SeriesNotices {}
}

/** What is said after an act of this room, by code. */
export const notices = {
  'series-begun': {
    words: 'The sessions are set.',
    mail: 'Everyone else gets one mail, and says for each if they come.',
  },
  'series-changed': { words: 'Saved.', mail: 'Everyone else is told once by mail.' },
  'series-ended': {
    words: 'The series has ended.',
    mail: 'Everyone else is told by mail.',
    undo: { label: 'Go on with it', action: (param) => `${addressOfCircle(param)}/resuming` },
  },
  'series-resumed': { words: 'It goes on.', mail: 'Everyone else is told by mail.' },
  'session-skipped': {
    words: 'That day is skipped.',
    mail: 'Everyone else is told by mail.',
    undo: {
      label: 'Hold it after all',
      action: (param) => `${addressOfCircle(param)}/restoration`,
    },
  },
  'session-begun': { words: 'It has begun already, so it is not skipped any more.' },
} satisfies Record<string, Notice>;
