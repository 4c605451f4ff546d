import type { SeedAsk } from './types.ts';

/** The one that is in full swing: Rui asked Noor, and wrote last. */
export const reviewPage: SeedAsk = {
  by: 'rui',
  circle: 'tuesday-leads',
  title: 'Read “What we’ll stop doing” as somebody who waits for us',
  body: `I have to tell the teams that wait for my platform what they’ll wait for in vain. It’s one page. I’ve read it so often that I only see the commas.

You’re on the receiving end of a platform team. Could you read it as that, and tell me at which line you’d ring me?`,
  to: [{ person: 'noor' }],
  daysAgo: 5.2,
  neededInDays: 5,
  closed: { daysAgo: 4.3, as: 'found' },
  answers: [
    {
      by: 'noor',
      daysAgo: 4.5,
      faced: `I got such a page last year. It was polite for a whole screen, and the one line that mattered to us was in a footnote. Send it over.`,
      talk: {
        openedDaysAgo: 4.3,
        notes: [
          {
            by: 'rui',
            daysAgo: 4.2,
            body: `Thank you. Here’s the middle of it, the rest is greetings:

1. No more exceptions to the schema. The 70 we have stay until they’re due, and aren’t renewed.
2. No more joining your incident because “it might be the ledger”. We come when a number says so.
3. New reports take a quarter, and we’ll say so on the first day.

At which line do you ring me?`,
          },
          {
            by: 'noor',
            daysAgo: 3.5,
            body: `Two questions before I say anything about the lines.

Who has read it already, apart from people who’d like it to be true? And what do you *want* them to do on the day it comes out: complain, plan, or leave you alone?`,
          },
          {
            by: 'rui',
            daysAgo: 3.2,
            body: `My four leads, who cheered. So nobody.

And plan. I’d like them to plan. I notice that nothing on the page helps anybody plan anything.`,
          },
          {
            by: 'noor',
            daysAgo: 2.4,
            body: `Then I’d ring you at 1, within the minute, and my question would be “when is *mine* due?” If I have to find that out from you, there are seventy calls.

At 2 I wouldn’t ring. I’d be a bit hurt, and tell my team that the ledger people don’t come any more. It’s the better rule and the worse sentence.`,
          },
          {
            by: 'rui',
            daysAgo: 1.9,
            body: `> when is *mine* due?

The colleague who keeps \`sorry.txt\` has the dates. All of them, with names. I’ve asked her whether the page may end with her list, and whether she’d sign it with me. She said it’s the first time that anybody wanted to read that file.`,
          },
          {
            by: 'noor',
            daysAgo: 1.3,
            body: `Oh, that’s lovely. That makes it a page from people who have kept count.

Let’s do 2 by voice, it’s all tone. I’ve put half an hour in for us below. Bring the sentence you’re proudest of, we’ll probably take that one out.`,
          },
          {
            by: 'rui',
            daysAgo: 0.3,
            new: true,
            body: `It’s “We are not a fire brigade”, and I can already hear it.

I tried 2 the other way round this morning: “Show us the number and we’re there within ten minutes, at any hour.” The same rule. Tomasz read it over my shoulder and said he’d ring *me* to thank me, so something must be wrong with it.`,
          },
        ],
        meeting: {
          ...{ setBy: 'noor', inDays: 2, time: '13:30', minutes: 30 },
          place: 'https://meet.example.org/two-chairs',
        },
      },
    },
  ],
};
