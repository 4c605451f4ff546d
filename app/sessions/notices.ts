import { addressOfCircle } from '#app/circles/addresses.ts';
import type { Notice } from '#app/ui/page/notice-line.tsx';

type SessionNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends SessionNotices {}
}

/** What is said after an act of this room, by code. */
export const notices = {
  'session-scheduled': {
    words: 'The session is set.',
    mail: 'Everyone else gets a mail and says if they come.',
  },
  'session-moved': { words: 'Saved.', mail: 'Everyone else is told by mail.' },
  'session-cancelled': {
    words: 'The session is cancelled.',
    mail: 'Everyone else is told by mail.',
    undo: {
      label: 'Hold it after all',
      action: (param) => `${addressOfCircle(param)}/restoration`,
    },
  },
  'session-restored': { words: 'The session takes place.', mail: 'Everyone else is told by mail.' },
  'session-closed': {
    words: 'The session is over.',
    undo: { label: 'Not yet', action: (param) => `${addressOfCircle(param)}/close/undoing` },
  },
  'session-reopened': { words: 'It goes on.' },
  'session-stays-closed': { words: 'It ended some hours ago, so it stays closed.' },
  'reminders-saved': { words: 'Saved. The next reminders go by it.' },
  'reminder-on': { words: 'That reminder comes to you from now on.' },
  'reminder-off': { words: 'That reminder comes to you no more.' },
  'reply-yes': { words: 'You’re coming.' },
  'reply-maybe': { words: 'You may come. You can change it until it starts.' },
  'reply-no': { words: 'You can’t come. The others see it.' },
  'agenda-card-added': { words: 'The card is on the agenda.' },
  'agenda-card-there': { words: 'The card was on the agenda already.' },
} satisfies Record<string, Notice>;
