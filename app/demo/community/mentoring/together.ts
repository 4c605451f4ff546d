import type { SeedHelping, SeedRound, SeedTold, SeedWeeks } from './types.ts';

const circle = 'tuesday-leads';

/** At the next session everybody asks; three have written theirs. */
export const round: SeedRound = {
  ...{ circle, session: 3, setBy: 'rui', daysAgo: 1.9 },
  asks: [
    {
      by: 'hanne',
      daysAgo: 1.5,
      title: 'Who has run a review without knowing anything about the system?',
      body: `I’d like to send somebody from another department into our next one, as the person who may ask anything. Ten minutes with whoever has been that person.`,
    },
    {
      by: 'ines',
      daysAgo: 1.1,
      title: 'A sentence for “I can’t tell you yet”, in writing',
      body: `Eight teams will ask me about the re-org in the next three weeks. I need two lines that are true on every one of those days. By Friday, please, by message is fine.`,
    },
    {
      by: 'kwame',
      daysAgo: 0.5,
      title: 'Somebody who has bought a second supplier for something boring',
      body: `I’ve the budget and not the words. A quarter of an hour on what you put in the contract that you were glad about later.`,
    },
  ],
};

export const told: SeedTold[] = [
  {
    circle,
    by: 'ines',
    daysAgo: 12.3,
    opening: true,
    told: `By somebody who has worked for me for four years, over a coffee that I’d meant for something else: “You decide so quickly that we’ve stopped bringing you anything that isn’t decided.”`,
    will: `Send the next ten back with one line: *what would you do?* And then let it be done, also where I’d have done it otherwise. I’ll tell you how many of the ten I managed.`,
  },
  {
    circle,
    by: 'elif',
    daysAgo: 4.4,
    told: `By three of my people, in eleven minutes, about the nights: “We were wondering when you’d say something.”`,
    will: `Once a week, before the stand-up: what am I doing at the moment that nobody asked me to? I say one of them aloud.`,
  },
  {
    circle,
    by: 'hanne',
    daysAgo: 1.4,
    told: `That my silence in the review last week was the loudest thing in the room, and whether I could stay out of it *with my face* as well.`,
    will: `Sit where they can’t see me, or not come. I’ve asked the youngest of them to tell me which, after the next one.`,
  },
  {
    circle: 'other-side-of-the-desk',
    by: 'leila',
    daysAgo: 8.2,
    opening: true,
    told: `That when I say “my door is open”, they look at who’s sitting near it.`,
    will: `Take my chair to them on Thursdays, and ask for the third question on Marcus’s list.`,
  },
];

/** Noor’s, which nobody else sees. */
export const weeks: SeedWeeks = {
  ...{ person: 'noor', weekday: 1, hour: 8 },
  weeks: [
    {
      whom: { name: 'The practice manager in Leith' },
      when: 'we speak about the new screen',
      will: 'ask what she has stopped mentioning to us',
    },
    {
      whom: { key: 'hanne' },
      when: 'she is back from her tunnel',
      will: 'ask how she knew that she was well again',
      result: 'answered',
      kept: 'Not from how she felt. From what had begun to bore her.',
    },
    {
      whom: { name: 'Our slowest reviewer' },
      when: 'the two of us are last in the room',
      will: 'ask what he’s waiting for while he waits',
      result: 'answered',
      kept: 'He waits for somebody to say that it’s small.',
    },
    {
      whom: { name: 'My sister' },
      when: 'she rings on Sunday',
      will: 'ask what I’m like to work with, judging by how I talk about it',
      result: 'no_reply',
    },
    {
      whom: { key: 'tomasz' },
      when: 'he next says “kindly”',
      will: 'ask what he would have liked to hear first',
      result: 'let_go',
    },
  ],
};

export const helping: SeedHelping[] = [
  { person: 'noor', atOnce: 3 },
  { person: 'rui', atOnce: 4 },
  { person: 'leila', atOnce: 1, withinCirclesOnly: true },
  { person: 'tomasz', pausedForDays: 18 },
];
