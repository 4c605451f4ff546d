import type { Notice } from '#app/ui/page/notice-line.tsx';
import { addressOfConversation } from './addresses.ts';

type MentoringNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends MentoringNotices {}
}

/** What is said after an act of this room, by code. */
export const notices = {
  'line-saved': { words: 'Your note is saved.' },
  'line-restored': { words: 'Your note is back.' },
  'conversation-ended': { words: 'It is over. What was said stays for the two of you.' },
  'outcome-said': { words: 'Thank you for saying so.' },
  'thanks-sent': { words: 'Your thanks are on their way.' },
  'thanks-taken-back': { words: 'Your thanks are taken back.' },
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
