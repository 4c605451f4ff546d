import type { SeedThread } from './types.ts';

export const reorgThread: SeedThread = {
  title: 'What the re-org took away',
  section: 'Why Systems Work So Well',
  startedBy: 'ines',
  notes: [
    {
      by: 'ines',
      daysAgo: 9.4,
      quote: {
        text: '… people often sacrifice resilience for stability, or for productivity …',
        page: 77,
      },
      body: `Eighteen months ago I merged two teams that did nearly the same thing: customs documents for the port, customs documents for air freight. Same regulations, same mistakes, two code bases. On paper it was the easiest decision of the year. I still have the paper.

In the spring the customs authority changed its interface with eleven days’ notice. In the old world one team would have broken, the other would have had it working by accident, and they’d have copied each other by Thursday. In the new world we had one code base, one design, one way of being wrong. Nine days of lorries.

Nobody blamed the merger, me included. I’ve now read page 77 three times.

I don’t want to undo it. I’d like to understand what I’d look at *before* the next one.`,
    },
    {
      by: 'hanne',
      daysAgo: 9.1,
      body: `In a plant you would ask of each piece of duplication: is this waste, or is it a spare? They look the same on every day but one.

I would have made the same merger, for what that is worth.`,
    },
    {
      by: 'noor',
      daysAgo: 8.8,
      body: `What happened to the people who’d been the second team? I ask because when we merged two of ours, we lost a lunch. Two people used to sit down every week and compare, and nobody had put it on the plan, so nobody noticed it had stopped.`,
    },
    {
      by: 'ines',
      daysAgo: 8.6,
      body: `Two left within the year. Good leavers, nice cards. One of them was the person who used to phone the customs office. Not her job. She just had a friend there.

Writing “she just had a friend there” makes it quite clear, doesn’t it. We would’ve had more than eleven days.`,
    },
    {
      by: 'tomasz',
      daysAgo: 8.2,
      body: `I want to argue with the book here, since it is my turn on Tuesday and I need the practice.

Resilience is free in a textbook. I run two of nearly everything, and I’m asked about it four times a year by someone with a spreadsheet. Each time, I can show the cost to the euro and the benefit not at all. So nobody is choosing between resilience and productivity. They choose between a thing that has a number and a thing that has a story. Meadows writes as if the managers were short-sighted. They are outnumbered.`,
    },
    {
      by: 'rui',
      daysAgo: 8.0,
      body: 'As a person who has sent you that spreadsheet: I agree, and I’d have funded a good story. You always sent me an availability percentage.',
    },
    {
      by: 'tomasz',
      daysAgo: 7.9,
      body: 'Because you asked for a percentage.',
    },
    {
      by: 'kwame',
      daysAgo: 7.3,
      body: `May I offer a story that worked? Our regional warehouse wanted to drop the second supplier of antennas. I asked the purchasing lead to run one afternoon as if the first supplier had burnt down. Three people, pens, four hours. At the end of it she wrote the budget line for the second supplier herself, and she defends it better than I could.

It cost an afternoon and some biscuits. I think people can’t weigh a thing they have never felt, and you can let them feel it cheaply.`,
    },
    {
      by: 'elif',
      daysAgo: 6.6,
      body: `I’m still in chapter 2, so I’m reading this one as a ghost. But I was in a merged team once. What nobody asked us was: *what do you do that isn’t in your description?* I’d have had a list. So would the woman with the friend.`,
    },
    {
      by: 'ines',
      daysAgo: 4.3,
      body: `Putting Kwame’s afternoon and Elif’s question together. Before the next re-org, and there is one, I’m going to do two things, and I’ve told my deputy so that I can’t forget:

1. Ask every person in both teams for three things they do that aren’t written anywhere. On paper, unsigned if they like.
2. Spend one afternoon pretending the merged team has just been surprised. With them. Before, and not as a lessons-learned.

Tomasz, you were right on Tuesday that this is also a number against a story. I’m going to bring the nine days of lorries to every such meeting from now on, with the invoice.`,
    },
    {
      by: 'tomasz',
      daysAgo: 3.8,
      body: 'Bring the invoice first and the lorries second. Then wait. I’m told I never wait.',
    },
  ],
};
