import type { SeedAsk } from './types.ts';

const circle = 'tuesday-leads';

/** Asks of Tuesday leads that somebody helped with, and what came of them. */
export const helped: SeedAsk[] = [
  {
    by: 'kwame',
    circle,
    title: 'How do you get people to report again, once they’ve stopped?',
    body: `My technicians report nothing any more, because nothing ever came back to them. Half an hour with somebody who has reopened a channel that was dead, and kept it open for longer than a month.`,
    from: {
      ...{ thread: 'Kickoff: what would you like to see differently?', note: 1 },
      as: 'note',
    },
    to: [{ circle }],
    daysAgo: 37.4,
    closed: { daysAgo: 36.1, as: 'found' },
    answers: [
      {
        by: 'rui',
        daysAgo: 36.82,
        faced: `We had a form that 300 people had given up on. I’ll tell you about the week in which I answered all of it by hand.`,
        talk: {
          openedDaysAgo: 36.1,
          notes: [
            {
              by: 'kwame',
              daysAgo: 35.9,
              body: `Where would you begin, with the form or with the people?`,
            },
            {
              by: 'rui',
              daysAgo: 35.4,
              body: `With last year’s reports. Take ten that were fixed, find out who sent them, and ring those ten. Say “you were right, it took us eight months, it’s fixed.” Ask for nothing.`,
            },
            {
              by: 'kwame',
              daysAgo: 29.2,
              body: `Nine of ten picked up. Four reported something before I could hang up.`,
            },
          ],
          ended: { by: 'kwame', daysAgo: 28.5 },
          asker: {
            ...{ helped: 'yes', share: true, daysAgo: 28.4 },
            did: `I rang ten technicians whose old bugs we had fixed and told them so. Reports went from two a month to nineteen, and every depot now reads out on Mondays what came of the last ones.`,
          },
          helper: {
            ...{ helped: 'yes', share: true, daysAgo: 28.1 },
            did: `One call. And I’ve rung three people of my own since.`,
          },
          thanks: {
            ...{ daysAgo: 28.3 },
            body: 'You told me to ring ten people and ask for nothing. It’s the best hour I spent this year.',
          },
        },
      },
    ],
  },
  {
    by: 'ines',
    circle,
    title: 'Find the request in my request to the founder',
    body: `I need six more weeks for the port, and I’ve asked for them twice. Both times I came out with a compliment. A quarter of an hour: I say it as I said it, and you tell me whether there was a question in it.`,
    from: { deck: 'asking-for-help', card: 'asking-upwards' },
    to: [{ circle }],
    daysAgo: 33.2,
    closed: { daysAgo: 32.3, as: 'found' },
    answers: [
      {
        by: 'noor',
        daysAgo: 32.82,
        faced: `My boss once thanked me for an update that had been a resignation, nearly. I’d love to listen to yours.`,
        talk: {
          openedDaysAgo: 32.3,
          notes: [
            {
              by: 'ines',
              daysAgo: 32.1,
              body: `As I said it: “We’re in good shape overall, there are some pressures around the port that we’re looking at, and of course with more time we’d do it more thoroughly.”`,
            },
            {
              by: 'noor',
              daysAgo: 31.8,
              body: `I listened for a question and there isn’t one. There’s one number missing, too. What slips, and on which day, if he does nothing?`,
            },
            {
              by: 'ines',
              daysAgo: 31.2,
              body: `On the 14th forty lorries stand at a gate. I’ve never said that sentence to him. I’m going to say it tomorrow, first.`,
            },
          ],
          ended: { by: 'ines', daysAgo: 24.4 },
          asker: {
            ...{ helped: 'yes', share: true, daysAgo: 24.2 },
            did: `I began with forty lorries at a gate and a date, and stopped talking. He gave me four weeks and a person. It took three minutes, and we still had lunch.`,
          },
          helper: {
            ...{ helped: 'yes', share: true, daysAgo: 23.82 },
            did: `I listened and asked what slips on which day. I’ve put that question at the top of my own notes to my boss.`,
          },
          thanks: {
            ...{ daysAgo: 24.1 },
            body: 'You heard that there was no question in it. He has asked me since why I don’t always talk like that.',
          },
        },
      },
    ],
  },
  {
    by: 'noor',
    circle,
    title: 'How do you count goodwill before it’s gone?',
    body: `I draw on the clinics’ goodwill each time we move a screen, and I find out that it’s spent when somebody stops answering. I’d like to look at it with a person whose customers can’t leave either. An hour at most.`,
    from: { thread: 'The stocks we never write down', note: 0, as: 'passage' },
    to: [{ circle }],
    daysAgo: 21.4,
    closed: { daysAgo: 19.82, as: 'found' },
    answers: [
      {
        by: 'kwame',
        daysAgo: 20.5,
        faced: `Four hundred thousand households who can’t choose another meter. We found one number that moves before they write to the newspaper.`,
        talk: {
          openedDaysAgo: 19.82,
          notes: [
            {
              by: 'noor',
              daysAgo: 19.5,
              body: `Which number was it? Ours would be answered emails, I suppose, but by then it’s late.`,
            },
            {
              by: 'kwame',
              daysAgo: 18.9,
              body: `How often they bother to tell us something *small*. Nobody reports a squeaky door to a landlord they’ve given up on.

What’s a squeaky door, at a clinic?`,
            },
            {
              by: 'noor',
              daysAgo: 18.1,
              body: `A typing error in a reminder. We used to get five a week. I’ve just looked: none since February, and I’d filed that under quality.`,
            },
            {
              by: 'kwame',
              daysAgo: 17.5,
              body: `Then you have your storeroom, and somebody who counts it. Which clinic was the last to send you one?`,
            },
          ],
          ended: { by: 'noor', daysAgo: 9.5 },
          asker: {
            ...{ helped: 'yes', share: true, daysAgo: 9.4 },
            did: `I count small complaints per clinic now, and a *fall* is what we act on. I rang the three quietest. One had kept a list for us, with nineteen lines, in case anybody asked.`,
          },
          helper: {
            ...{ helped: 'yes', share: true, daysAgo: 8.8 },
            did: `Told her about squeaky doors. Then I went and looked at which depots had stopped sending any.`,
          },
          thanks: {
            ...{ daysAgo: 9.3 },
            body: 'Because of your squeaky doors there’s a list of nineteen on my wall, and a practice manager who answers again.',
          },
        },
      },
    ],
  },
];
