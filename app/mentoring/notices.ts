import type { Notice } from '#app/ui/page/notice-line.tsx';

type MentoringNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends MentoringNotices {}
}

/** What is said after an act of this room, by code. */
export const notices = {
  // answers to an ask
  'answer-withdrawn': { words: 'Taken back. What you wrote is kept for you.' },
  'answer-in-conversation': { words: 'You two have a conversation about it. It ends there.' },
  'offer-away': { words: 'They are not to be had for this any more.' },
  'offer-closed': { words: 'This ask is closed. Open it again first.' },
  'offer-full': {
    words:
      'They help as many people as they can just now. Their offer stays, and so does your ask.',
    stays: true,
  },
  'offer-gone': { words: 'That offer was taken back meanwhile.' },
  'offer-made': { words: 'Told. You hear as soon as they take it up.' },
  'offer-set-aside': { words: 'Thanked. You can still take it up later.' },
  'offer-taken': { words: 'You two can talk now. Nobody else reads it.' },
  'not-now-said': { words: 'Told: not now, and after which day.' },
  'question-answered': { words: 'Answered.' },
  'question-asked': { words: 'Asked. You hear as soon as there is an answer.' },
  'remind-off': { words: 'You are not reminded of it.' },
  'remind-on': { words: 'You are reminded on that day.' },
} satisfies Record<string, Notice>;
