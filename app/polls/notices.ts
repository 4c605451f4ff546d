import { addressOfCircle } from '#app/circles/addresses.ts';
import type { Notice } from '#app/ui/page/notice-line.tsx';

type PollNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends PollNotices {}
}

/** What is said after an act of this room, by code. */
export const notices = {
  'poll-opened': {
    words: 'It is asked. Say when you can, too.',
    mail: 'Everyone else gets a mail.',
  },
  'poll-changed': {
    words: 'Saved. What was answered stays.',
    mail: 'If there are new times, everyone else is told by mail.',
  },
  'poll-answered': { words: 'Your answers are kept.' },
  'poll-answered-some': {
    words: 'Kept. A time was taken away meanwhile, or is over; the others are as you said.',
  },
  'poll-none-suits': { words: 'You said no to all that was left.' },
  'poll-filled': { words: 'Filled in from your usual times. You can change each.' },
  'poll-none-filled': {
    words: 'Your usual times fit none of what is left. Nothing was filled in.',
  },
  'usual-times-saved': { words: 'Your week is kept.' },
  'poll-undone': { words: 'Taken back.' },
  'poll-undone-before': {
    words: 'You have answered since, on another page. Nothing was taken back; look again.',
  },
  'poll-shut': { words: 'This poll is not answered any more. It stands as it was.' },
  'poll-chosen': {
    words: 'The session is set, and what everyone answered is their reply.',
    mail: 'Everyone else gets a mail.',
  },
  'poll-chosen-before': { words: 'A time was chosen meanwhile. This is the session.' },
  'poll-week-chosen': {
    words: 'The sessions are set. What everyone answered is their reply to the first.',
    mail: 'Everyone else gets a mail.',
  },
  'poll-week-chosen-before': { words: 'A time was chosen meanwhile. These are the sessions.' },
  'poll-called-off': {
    words: 'It is called off.',
    undo: { label: 'Go on with it', action: (param) => `${addressOfCircle(param)}/reopening` },
  },
  'poll-reopened': { words: 'It goes on.', mail: 'Everyone else is told by mail.' },
} satisfies Record<string, Notice>;
