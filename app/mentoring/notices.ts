import type { Notice } from '#app/ui/page/notice-line.tsx';
import {
  addressOfConversation,
  addressOfPuttingBack,
  addressOfReopening,
  HELPING,
} from './addresses.ts';

type MentoringNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends MentoringNotices {}
}

const reopen = { label: 'Open it again', action: addressOfReopening };

/** What is said after an act of this room, by code. */
export const notices = {
  // asks
  'ask-kept': { words: 'Kept. Nobody else has read it.' },
  'ask-changed': { words: 'Changed. Whoever may read it reads it so from now on.' },
  'ask-sent': { words: 'Sent. You will hear of every answer.' },
  'ask-sent-before': { words: 'It is sent: it can be closed, and not be discarded any more.' },
  'ask-discarded': { words: 'The draft is gone.' },
  'ask-found': { words: 'Closed: you found help.', undo: reopen },
  'ask-unneeded': { words: 'Closed: no longer needed.', undo: reopen },
  'ask-reopened': { words: 'Open again. Its days begin anew.' },
  // apart
  'kept-apart': { words: 'It’s on your list, which only you see.' },
  'apart-off': {
    words: 'It’s off your list.',
    undo: { label: 'Undo', action: addressOfPuttingBack },
  },
  'apart-back': { words: 'It’s on your list again.' },
  'apart-gone': { words: 'It was off your list already.' },
  'apart-full': {
    words: 'Your list is full by now, so nobody was put back. Take somebody off it first.',
    stays: true,
  },
  'block-lifted': { words: 'The block is lifted.' },
  'block-none': { words: 'There was no block any more.' },

  // helping
  'helping-saved': {
    words: 'Saved. It holds from now on.',
    undo: { label: 'Undo', action: (param) => `${HELPING}/undoing?as=${param}` },
  },
  'helping-as-before': { words: 'As it was before.' },
  'helping-changed-since': {
    words: 'It was changed again since, so it stays as it is.',
    stays: true,
  },
  'helping-back': { words: 'Good to have you back. You can be asked again.' },

  // conversations and meetings
  'line-saved': { words: 'Your note is saved.' },
  'line-restored': { words: 'Your note is back.' },
  'conversation-ended': { words: 'It is over. What was said stays for the two of you.' },
  'outcome-said': { words: 'Thank you for saying so.' },
  'thanks-sent': { words: 'Your thanks are on their way.' },
  'thanks-taken-back': { words: 'Your thanks are taken back.' },
  'person-blocked': { words: 'They are a stranger to what you ask and say between two people.' },
  'report-handed-over': { words: 'Handed over. This is exactly what they read.' },
  'report-settled': { words: 'They read that you saw to it.' },
  'report-open': { words: 'It needs you still.' },
  'meeting-set': { words: 'It is set. You both see it here.' },
  'meeting-moved': { words: 'It is moved.' },
  'meeting-off': { words: 'The meeting is off.' },
  'line-taken-back': {
    words: 'You took your note back. The other sees that you did, not what it said.',
    undo: {
      label: 'Bring it back',
      action: (param) => {
        const [conversation = '', note = ''] = param.split('/');
        return `${addressOfConversation(conversation)}/notes/${note}/restoration`;
      },
    },
  },
} satisfies Record<string, Notice>;
