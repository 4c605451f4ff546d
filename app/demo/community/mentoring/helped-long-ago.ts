import type { SeedAsk } from './types.ts';

const desk = 'other-side-of-the-desk';

/** What was asked and helped with in earlier months. */
export const helpedLongAgo: SeedAsk[] = [
  {
    by: 'leila',
    circle: desk,
    title: 'Read one letter as the person who gets it',
    body: `I wrote twenty letters after the layoffs. There is one that I can’t send and can’t throw away. A quarter of an hour of somebody who’d say “this line is for you and not for them”.`,
    to: [{ circle: desk }],
    daysAgo: 66.2,
    closed: { daysAgo: 65.1, as: 'found' },
    answers: [
      {
        by: 'noor',
        daysAgo: 65.5,
        faced: `I got one of those once, at another company. I can still say which sentence I skipped.`,
        talk: {
          openedDaysAgo: 65.1,
          notes: [
            {
              by: 'leila',
              daysAgo: 64.82,
              body: `You have it. Please be quick with it, I’ve had it since the spring.`,
            },
            {
              by: 'noor',
              daysAgo: 64.2,
              body: `The first paragraph is for you. From “You built the thing that we now all use” on, it’s for them. I’d send it from there.`,
            },
          ],
          ended: { by: 'leila', daysAgo: 56.3 },
          asker: {
            ...{ helped: 'yes', share: true, daysAgo: 56.1 },
            did: `I cut the first paragraph and sent it. The answer was two lines long and I have it in my drawer.`,
          },
          helper: { helped: 'yes', share: true, daysAgo: 55.82, did: 'Read it twice, once aloud.' },
          thanks: {
            ...{ daysAgo: 56.0 },
            body: 'It went out without its first paragraph, which was mine. Thank you for saying whose it was.',
          },
        },
      },
    ],
  },
  {
    by: 'noor',
    circle: desk,
    title: 'How do I stop answering for a colleague who’s slow to?',
    body: `In every meeting somebody asks my most careful engineer something, he breathes in, and I answer. I mean it kindly. I’d like to talk with somebody who takes a while to answer themselves.`,
    to: [{ circle: desk }],
    daysAgo: 57.3,
    closed: { daysAgo: 56.2, as: 'found' },
    answers: [
      {
        by: 'hanne',
        daysAgo: 56.8,
        faced: `I’m that engineer. I can tell you what happens while I breathe in.`,
        talk: {
          openedDaysAgo: 56.2,
          notes: [
            {
              by: 'hanne',
              daysAgo: 55.9,
              body: `I sort three answers by whom they’ll hurt. It takes eleven seconds, my wife has timed it. When somebody is quicker I put all three away.`,
            },
            {
              by: 'noor',
              daysAgo: 55.1,
              body: `So I’ve been throwing away two thirds of what he knows. I’ll count to twelve on my fingers, under the table.`,
            },
          ],
          ended: { by: 'hanne', daysAgo: 45.8 },
          asker: {
            ...{ helped: 'partly', share: true, daysAgo: 45.2 },
            did: `I count to twelve. In two of three meetings I manage it. He’s begun to start with “the one you won’t like is…”.`,
          },
          helper: {
            ...{ helped: 'yes', share: true, daysAgo: 45.0 },
            did: `Said what happens in eleven seconds. I had never told anybody.`,
          },
        },
      },
    ],
  },
  {
    by: 'hanne',
    circle: 'tuesday-leads',
    title: 'Ask me three questions before I say yes to a keynote',
    body: `It’s about coming back after burning out, and there’d be eight hundred people. I want to, and I don’t trust the wanting. Twenty minutes.`,
    to: [{ person: 'noor' }],
    daysAgo: 44.4,
    closed: { daysAgo: 43.5, as: 'found' },
    answers: [
      {
        by: 'noor',
        daysAgo: 43.9,
        faced: `I said yes to a panel about “stepping back” while I was still ashamed of it. Happy to ask.`,
        talk: {
          openedDaysAgo: 43.5,
          notes: [
            {
              by: 'noor',
              daysAgo: 43.2,
              body: `Whom in the room would you be telling it to? What would you have to leave out? And if it were cancelled tomorrow, what would you feel first?`,
            },
            {
              by: 'hanne',
              daysAgo: 42.47,
              body: `Relief, for about an hour. Then I’d want to tell it to ten people, with chairs. I’ve written to them and offered that.`,
            },
          ],
          ended: { by: 'hanne', daysAgo: 35.82 },
          asker: {
            ...{ helped: 'yes', share: false, daysAgo: 35.5 },
            did: `I said no to the stage and yes to ten chairs.`,
          },
          thanks: {
            ...{ daysAgo: 35.47 },
            body: 'Your third question saved me a stage. Ten chairs, in May, and I’m not afraid of it.',
          },
        },
      },
    ],
  },
  {
    by: 'noor',
    circle: 'tuesday-leads',
    title: 'What do you say in the first minute after an outage that was yours?',
    body: `On Monday I speak to nine clinics whose reminders went out twice, because of a change that I had approved. I have until then. Ten minutes of a person who has stood there.`,
    to: [{ person: 'tomasz' }],
    daysAgo: 30.3,
    neededInDays: -27,
    closed: { daysAgo: 29.8, as: 'found' },
    answers: [
      {
        by: 'tomasz',
        daysAgo: 29.9,
        faced: `Twenty years of other people’s outages, and four of my own. The four are how I know.`,
        talk: {
          openedDaysAgo: 29.8,
          notes: [
            {
              by: 'tomasz',
              daysAgo: 29.5,
              body: `What happened, whom it hit, what you did, what you don’t know yet. In this order, sitting down. The word “unfortunately” is forbidden.`,
            },
            {
              by: 'noor',
              daysAgo: 26.82,
              body: `I said “I approved it” as the fifth sentence. It went so quiet that I thought the line was dead. Then they told me about three other things.`,
            },
          ],
          ended: { by: 'noor', daysAgo: 22.4 },
          asker: {
            ...{ helped: 'yes', share: false, daysAgo: 22.3 },
            did: `Four things in order, and “I approved it”.`,
          },
          helper: { helped: 'yes', share: false, daysAgo: 22.1, did: 'Forbade a word.' },
        },
      },
    ],
  },
];
