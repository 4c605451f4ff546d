import type { Notice } from '#app/ui/page/notice-line.tsx';
import { addressOfCommitment, addressOfMyQuestion, addressOfSessionTakeaway } from './addresses.ts';

type RecordNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends RecordNotices {}
}

const parted = (param: string) => param.split('/') as [circle: string, thing: string];

/** What is said after an act of this room, by code. */
export const notices = {
  'session-takeaway-kept': { words: 'Kept. It stays where you said.' },
  'session-takeaway-taken-back': {
    words: 'You took it back. Nobody else sees it.',
    undo: {
      label: 'Bring it back',
      action: (param) => `${addressOfSessionTakeaway(...parted(param))}/restoration`,
    },
  },
  'session-takeaway-restored': { words: 'It is back.' },
  'commitment-said': { words: 'Said. The next session opens with it.' },
  'commitment-taken-back': {
    words: 'You took it back. Nobody sees it any more.',
    undo: {
      label: 'Bring it back',
      action: (param) => `${addressOfCommitment(...parted(param))}/restoration`,
    },
  },
  'commitment-restored': { words: 'It is back.' },
  'commitment-became': {
    words: 'Thank you. That is all there is to say about it.',
    undo: {
      label: 'Take that back',
      action: (param) => `${addressOfCommitment(...parted(param))}/undoing`,
    },
  },
  'commitment-unsaid': { words: 'Nothing is said of it.' },
  'question-brought': { words: 'It is with whoever runs the session.' },
  'question-taken-back': {
    words: 'You took your question back.',
    undo: {
      label: 'Bring it back',
      action: (param) => `${addressOfMyQuestion(...parted(param))}/restoration`,
    },
  },
  'question-restored': { words: 'It is brought again.' },
  'question-picked': { words: 'It is at the end of the agenda.' },
  'question-put-back': { words: 'It is off the agenda, and still brought.' },
  'minutes-written': { words: 'The minutes are saved.' },
  'used-noted': { words: 'Noted.' },
  'attendance-noted': { words: 'Noted. Everybody reads it on the record.' },
  'attendance-noted-some': {
    words: 'Noted. Somebody has left the circle meanwhile, and nothing is noted of them.',
  },
} satisfies Record<string, Notice>;
