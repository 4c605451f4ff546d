import type { SeedBook, SeedSeason } from './types.ts';

const chapter = (title: string, startPage: number, endPage: number) => ({
  kind: 'chapter' as const,
  title,
  startPage,
  endPage,
});

/** Page numbers are close, not exact: printings differ by a page or two. */
export const coachingHabit: SeedBook = {
  key: 'coaching-habit',
  title: 'The Coaching Habit',
  subtitle: 'Say Less, Ask More & Change the Way You Lead Forever',
  author: 'Michael Bungay Stanier',
  year: 2016,
  isbn13: '9780978440749',
  sections: [
    chapter('You Need a Coaching Habit', 1, 12),
    chapter('How to Build a Habit', 13, 32),
    chapter('The Kickstart Question', 33, 52),
    chapter('The AWE Question', 53, 76),
    chapter('The Focus Question', 77, 104),
    chapter('The Foundation Question', 105, 132),
    chapter('The Lazy Question', 133, 160),
    chapter('The Strategic Question', 161, 184),
    chapter('The Learning Question', 185, 206),
    chapter('Conclusion', 207, 220),
  ],
};

/** A short book, before the one that is on now. */
export const otherSideSeason: SeedSeason = {
  reading: {
    book: 'coaching-habit',
    startsInDays: -88,
    endsInDays: -72,
    milestones: [
      {
        title: '',
        sections: [
          'You Need a Coaching Habit',
          'How to Build a Habit',
          'The Kickstart Question',
          'The AWE Question',
          'The Focus Question',
        ],
        dueInDays: -80,
      },
      {
        title: '',
        sections: [
          'The Foundation Question',
          'The Lazy Question',
          'The Strategic Question',
          'The Learning Question',
          'Conclusion',
        ],
        dueInDays: -72,
      },
    ],
    progress: [],
  },
  openedDaysAgo: 71.4,
  answerInDays: 4,
  takeaways: [
    {
      by: 'leila',
      daysAgo: 71.2,
      body: '“And what else?” is the whole book, and I still answer my own question before they do. I wrote it on the inside of my laptop lid. The second answer is usually politeness; the third is the thing.',
    },
    {
      by: 'marcus',
      daysAgo: 70.8,
      body: 'I read the lazy question as a trick, then used it once and meant it: “How can I help?” He said, “You could stop joining the stand-up.” So I have.',
    },
    {
      by: 'noor',
      daysAgo: 70.1,
      body: 'I joined late and read only the second half. What stayed: every yes I gave this month was a no to somebody who did not get to hear it. I now say the no aloud.',
    },
    {
      by: 'camila',
      daysAgo: 69.6,
      body: 'Not all of it. Some days a person wants an answer and a question is a way of hiding. But I ask what the real challenge is *for you*, and the last two words change the room.',
    },
  ],
  staying: ['leila', 'marcus', 'camila', 'noor', 'hanne'],
  listOpenedDaysAgo: 68.3,
};
