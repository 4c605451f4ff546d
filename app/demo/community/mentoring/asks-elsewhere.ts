import type { SeedAsk } from './types.ts';

const desk = 'other-side-of-the-desk';
const handover = 'the-handover-hour';

/** What the other circles ask, and who asks beyond their own. */
export const beyondTuesdays: SeedAsk[] = [
  {
    by: 'marcus',
    circle: desk,
    title: 'Look at my calendar before it fills up again',
    body: `Claims has gone back, and with it eleven hours a week. I know myself: in a month they’ll be gone and I won’t be able to say to whom.

Twenty minutes with somebody who’s ruthless about their own. I’ll share my screen and keep my mouth shut.`,
    from: {
      thread: 'I said yes to a third team and I think I shouldn’t have',
      note: 7,
      as: 'note',
    },
    to: [{ circle: desk }],
    daysAgo: 2.2,
    answers: [
      {
        by: 'hanne',
        daysAgo: 1.47,
        faced: `When I came back to work I had eleven hours, full stop. I can tell you which meetings I never put back.`,
      },
    ],
  },
  {
    by: 'camila',
    circle: desk,
    title: 'How do I ask for the title of the job I’m already doing?',
    body: `Five people, two years, no title. Each time I raise it I end up thanking my manager for his time. I’d like to say it once to somebody who has been asked, and hear what they’d have needed to say yes.`,
    from: { deck: 'asking-for-help', card: 'asking-upwards' },
    to: [{ circle: desk }],
    daysAgo: 3.1,
    answers: [
      {
        by: 'leila',
        daysAgo: 2.4,
        faced: `I’ve been asked this by nine people. The two I said yes to on the spot had brought the sentence I had to write to *my* boss.`,
      },
    ],
  },
  {
    by: 'leila',
    circle: desk,
    title: 'Hear how I begin a skip-level, and stop me when it turns cold',
    body: `What I write down, who sees it, what I’ll never repeat: I want to open all eleven with that. Said aloud it sounds like a police caution.

A quarter of an hour. I say it to you, and you raise a hand at the word where you’d have stopped talking.`,
    from: { thread: 'Skip-levels: what do you ask?', note: 4, as: 'note' },
    to: [{ circle: desk }],
    daysAgo: 1.82,
    neededInDays: 7,
    answers: [
      {
        by: 'marcus',
        daysAgo: 1.2,
        faced: `My first ones began with a consent form, near enough. Glad to be the one who raises a hand.`,
      },
    ],
  },
  {
    by: 'aroha',
    circle: handover,
    title: 'Read our evening handover as if you’d just woken up',
    body: `It’s one page, and it’s clear to everybody who wrote it. Ten minutes, first thing in your morning, before coffee: what do you do first, and what did you have to guess?`,
    to: [{ circle: handover }],
    daysAgo: 2.3,
    neededInDays: 9,
    answers: [
      {
        by: 'ren',
        daysAgo: 1.5,
        faced: `I wake up to one of these every day, and I reply to it in my third language. I’ll guess honestly.`,
      },
    ],
  },
  {
    by: 'ren',
    title: 'Going back from two teams to one: how did you say it?',
    body: `I was given a second team in April, and I’d like to give it back before I’m bad at both. My company has a word for this, and the word is “step down”.

You say you did it on purpose. Half an hour, at any hour of yours: what did you call it, and to whom did you say it first?`,
    to: [{ site: ['noor'] }],
    daysAgo: 1.4,
    neededInDays: 14,
  },
];
