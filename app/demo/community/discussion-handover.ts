import type { SeedThread } from './types.ts';

export const handoverHourThreads: SeedThread[] = [
  {
    title: 'Who we are, and when we sleep',
    startedBy: 'weiling',
    notes: [
      {
        by: 'weiling',
        daysAgo: 12.6,
        body: `Welcome. I’ve been in four leadership groups, and in all of them the meeting was at midnight for me and someone said “thanks for making the effort”. So I started one at four in the afternoon.

Please write two lines: what you look after, and what happens to it while you sleep.

Mine: forty engineers in Singapore and Manila. While I sleep, Valencia decides things. I read about them at breakfast in the past tense.`,
      },
      {
        by: 'aroha',
        daysAgo: 12.2,
        body: `Kia ora. A platform team of nine in Wellington and Auckland. I was a district nurse for eleven years, so I have opinions about handover and I’ll try to keep them to one per session.

While I sleep, London finds our bugs. They leave them in a channel with a waving hand and no details.`,
      },
      {
        by: 'ren',
        daysAgo: 11.5,
        body: `Hello. I manage video and live classes, seven people, five nationalities, all in Tokyo. While I sleep the American schools are in class, so our peak is my night. I write better than I speak in English, so I’m glad this is here.`,
      },
      {
        by: 'priya',
        daysAgo: 8.3,
        body: `Joining late, sorry, review season. Two groups in Pune, data and forecasting, nineteen people. While I sleep very little happens, which is my problem: Stockholm and Accra wake up at my lunch, and everything they need from us arrives when my team is going home. They are good people, so they stay. I’d like them to stop staying.`,
      },
      {
        by: 'weiling',
        daysAgo: 8.1,
        body: 'Welcome, Priya. “I’d like them to stop staying” could be the whole circle.',
      },
    ],
  },
  {
    title: 'Before we start: one handover that failed',
    session: 1,
    card: { deck: 'openers', card: 'it-turned-out-i-was-wrong' },
    startedBy: 'aroha',
    notes: [
      {
        by: 'aroha',
        daysAgo: 2.8,
        body: `For the first session on the book, have one handover in mind that went wrong. A real one, with you in it. No need to write it here.

I’ll go first though. Ward handover, years ago. I said “bed six is settled” and I meant *asleep*. The night nurse heard *stable*. He wasn’t. It ended all right. I’ve never used the word settled since, and when an engineer tells me a service is “fine” I still ask which kind.`,
      },
      {
        by: 'ren',
        daysAgo: 2.5,
        body: `In Japanese we have a word for checking that is also the word for confirming. I asked a colleague in Toronto to “check the stream keys” before a holiday. He looked at them. They were there. I had meant: make sure they work. Eleven schools had no class on Monday.

I blamed my English. Reading your story I think it wasn’t the English.`,
      },
      {
        by: 'priya',
        daysAgo: 1.9,
        body: `Mine is about a person. I took over a group and the manager before me gave me one page on each engineer. One page said “solid, needs little”. He needed a great deal, he’d simply stopped asking her. I read that page and left him alone for five months.`,
      },
      {
        by: 'weiling',
        daysAgo: 1.1,
        body: `Settled, check, solid. I’m making a list of words for us to be careful with.`,
      },
    ],
  },
  {
    title: 'Falling behind, treading water: which one is your team?',
    section: 'Organizations',
    startedBy: 'ren',
    notes: [
      {
        by: 'ren',
        daysAgo: 1.8,
        body: `I’ve read the first part of Organizations. The four states (falling behind, treading water, repaying debt, innovating) look so tidy. I tried to place my team, and then I asked each of them privately to do the same. Seven people:

- falling behind: 4
- treading water: 1
- repaying debt: 1
- innovating: 1 (me)

So there’s my first homework.`,
      },
      {
        by: 'aroha',
        daysAgo: 1.5,
        body: `Oh, that’s a brave thing to have asked. Who told you first, and how did they say it?`,
      },
      {
        by: 'ren',
        daysAgo: 1.4,
        body: `The most junior. She asked if it was anonymous. I said no, only private. She thought about it for a minute and said “then falling behind, but kindly”.`,
      },
      {
        by: 'priya',
        daysAgo: 0.8,
        body: `I don’t fully buy the cure, that you add people to the ones falling behind. With my forecasting group, every new person made them fall faster for three months, and we only had four. Does he say how long he’d wait? If it’s further on, don’t tell me.`,
      },
      {
        by: 'weiling',
        daysAgo: 0.2,
        body: `It’s a little further on, so I won’t. Bring the three months to the session though. I have a team where I stopped waiting in month two, and I’d like to know whether I was wrong.`,
      },
    ],
  },
];
