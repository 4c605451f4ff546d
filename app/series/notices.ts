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
  'rota-set': { words: 'Saved. Whoever is next at the sessions to come is told in a moment.' },
  'rota-off': { words: 'Saved. Nobody is given a turn. Who has one keeps it.' },
  'turns-paused': {
    words: 'You are not given a turn for now. What you have already stays yours.',
    undo: { label: 'Undo', action: (param) => `${addressOfCircle(param)}/rota/return` },
  },
  'turns-back': { words: 'You are back. Your turn will come.' },
  'duty-yours': { words: 'It’s yours. Thank you.' },
  'duty-taken': { words: 'Somebody else was quicker.' },
  'duty-passed': { words: 'Passed on. The next one is asked.' },
  'duty-nobody': { words: 'Passed on. Nobody has it now.' },
  'duty-changed': { words: 'That had changed already. This is how it is now.' },
  'duty-not-yours': { words: 'That is not yours to pass on.' },
  'duty-closed': { words: 'This session is over or cancelled, so nothing changed.' },
  'duty-swapped': { words: 'You swapped. They are told.' },
} satisfies Record<string, Notice>;
