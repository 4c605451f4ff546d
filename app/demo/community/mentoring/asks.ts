import type { SeedAsk } from './types.ts';

const circle = 'tuesday-leads';

/** What Tuesday leads ask now. */
export const openAsks: SeedAsk[] = [
  {
    by: 'kwame',
    circle,
    title: 'What do you look at before something leaves your hands?',
    body: `Of the six reasons why my builds come back from certification, four can be seen before they leave us. I have a list of eleven checks for that, and I know that nobody will do eleven.

Half an hour with somebody whose people have a short list and use it. I’d like to hear what was on yours in the first week and isn’t any more.`,
    from: {
      ...{ thread: 'How do you tell a peer their team is the bottleneck?', note: 9 },
      as: 'note',
    },
    to: [{ circle }],
    daysAgo: 4.8,
    neededInDays: 11,
    answers: [
      {
        by: 'rui',
        daysAgo: 3.9,
        faced: `Our list had nineteen lines. It has three now, and the third is “who will be woken by this, and do they know?”`,
      },
    ],
  },
  {
    by: 'elif',
    circle,
    title: 'Say aloud what my team would whisper about this rota',
    body: `It’s the first one I hand out since I said that I’d been covering the nights. It’s fair on paper. I was on the other side of fair rotas for six years.

Ten minutes: I show it, and you say what you’d have whispered to the person beside you.`,
    to: [{ circle, session: 3 }],
    daysAgo: 2.1,
    answers: [
      {
        by: 'hanne',
        daysAgo: 1.3,
        faced: `I made one in which everybody had the same number of Christmases. Nobody had asked who wanted any. Gladly.`,
      },
    ],
  },
  {
    by: 'noor',
    circle,
    title: 'Help me take back a rule that I wrote myself',
    body: `Since the spring every change of ours waits for two reviewers, because I said so. The first human word comes after 19 hours, in one team after three days, and that team is called careless.

I’d like half an hour with somebody who has withdrawn a rule of their own. I know what I want to say. I don’t know what they’ll hear.`,
    from: { thread: 'A feedback loop at work you can’t see from inside', note: 3, as: 'note' },
    to: [{ circle }],
    daysAgo: 1.8,
    neededInDays: 8,
    answers: [
      {
        by: 'kwame',
        daysAgo: 1.2,
        faced: `No firmware in December: that was mine, for five years. I took it back in a depot canteen, and the first thing anybody said was “finally”. I can tell you which half of my speech I’d leave at home.`,
      },
      { by: 'ines', daysAgo: 1.1, notNowForDays: 10, remind: true },
      {
        by: 'hanne',
        daysAgo: 0.8,
        faced: `I have withdrawn two alarm limits and one rule about who may open a valve. The valve went badly, so that’s the one worth half an hour.`,
      },
      {
        by: 'tomasz',
        daysAgo: 0.4,
        asks: `If the rule were gone on Monday and nobody had said a word: who’d notice first, and have you spoken with them?`,
        answeredDaysAgo: 0.3,
        answer: `The team that’s called careless. And no, I have only spoken about them. That’s my Monday, thank you.`,
      },
    ],
  },
  {
    by: 'tomasz',
    circle,
    title: 'Read a letter that should ask for nothing',
    body: `I’ve written to the person I called a wrong hire. A page and a half. Hanne told me she’d have wanted such a letter if it asked her for nothing, and I believe that mine still asks for something and can’t find where.

Twenty minutes, a pencil, no kindness.`,
    from: { thread: 'A hire that went wrong, and what we did next', note: 4, as: 'note' },
    to: [{ circle }],
    daysAgo: 0.5,
    neededInDays: 4,
  },
  {
    by: 'elif',
    circle,
    title: 'Half an hour before I review somebody I used to sit beside',
    body: `My first review of a former peer is due next week. He’s good, he is late with everything, and he taught me half of what I know. I’ve a page of notes, and it’s all true, and it reads as if I’d never met him.

You said you had done exactly this. Could I read it to you before he reads it?`,
    to: [{ person: 'noor' }],
    daysAgo: 0.47,
    neededInDays: 6,
  },
  {
    by: 'noor',
    circle,
    title: 'Who has drawn a loop with a team that was tired of being asked?',
    body: `The slowest team has been asked about its reviews four times this year, twice by me. I’d like to draw the loop *with* them, on one sheet, badly, as Tomasz says. What I can’t see is how to begin so that it isn’t the fifth time.`,
    from: { thread: 'A feedback loop at work you can’t see from inside', note: 0, as: 'passage' },
    to: [],
    daysAgo: 0.2,
  },
];
