import type { SeedNote } from './types.ts';

/** From the second session on; see discussion-on-call.ts for the beginning. */
export const onCallLaterNotes: SeedNote[] = [
  {
    by: 'kwame',
    daysAgo: 18.0,
    body: 'The drawing was so ugly that I have copied it into my notebook. No one could mistake it for a plan.',
  },
  {
    by: 'rui',
    daysAgo: 17.8,
    body: `Day one of the experiment. I told the four teams this morning. I said the 8% first.

One engineer asked what the two are supposed to do in a quiet week. I said: take the pile of 61 down, and go home on time. She said “so it’s a holiday”. A few people laughed, and I could feel how it’ll be talked about.`,
  },
  {
    by: 'ines',
    daysAgo: 17.6,
    body: 'Would an idea help, or are you only telling us?',
  },
  {
    by: 'rui',
    daysAgo: 17.6,
    body: 'An idea would help.',
  },
  {
    by: 'ines',
    daysAgo: 17.4,
    body: `Take the first three weeks yourself. You and whoever laughed the loudest. I did six weeks of warehouse support the year I started, and nobody ever called it a holiday again. I was also terrible at it, which was good for everyone.`,
  },
  {
    by: 'tomasz',
    daysAgo: 17.1,
    body: `I disagree. A head of platform who fixes alerts for three weeks is a head of platform who doesn’t answer my mails for three weeks. His time is the scarcest part of the drawing. Ask the respected grumpy one. There is always one.`,
  },
  {
    by: 'rui',
    daysAgo: 16.9,
    body: 'There are two. One of them is you.',
  },
  {
    by: 'tomasz',
    daysAgo: 16.8,
    body: 'I walked into that.',
  },
  {
    by: 'rui',
    daysAgo: 15.2,
    body: `I did a bit of both: I’m sitting with the pair every morning until ten. Three things I learned in three mornings, all of which had been in my inbox for a year:

1. Forty of the 61 go to a channel nobody reads, and *also* page.
2. There’s an alert that fires when the alerting is down. It’s quite reliable.
3. One of the nine unfinished branches was finished. Nobody had the rights to merge it once its author went back to the roadmap.`,
  },
  {
    by: 'hanne',
    daysAgo: 15.0,
    body: 'Number 3 is the delay. Right there, in one merge button.',
  },
  {
    by: 'elif',
    daysAgo: 13.6,
    body: `Something from my side, as the person who used to hold the pager. When my old manager said “it’s quiet now”, I never corrected him. It wasn’t quiet. We had stopped acknowledging the pages that we knew were nothing. The chart he looked at counted acknowledgements.

I didn’t lie. I also knew what he wanted it to say.

Could some of your quiet weeks be that?`,
  },
  {
    by: 'rui',
    daysAgo: 13.3,
    body: `I checked before answering, because I didn’t want it to be true.

Pages sent and pages acknowledged part company in every one of the five quiet periods. Not a little. In the quietest month on my slide, the phones rang 31 times a week. We acknowledged 12.

So it was never that quiet. People were just tired enough to let it ring, and I thanked them for it.`,
  },
  {
    by: 'kwame',
    daysAgo: 13.1,
    body: `That’s a hard thing to find, and you posted it in the same week. Elif, that took something too.`,
  },
  {
    by: 'noor',
    daysAgo: 12.8,
    body: `This is what I was trying to say about tiredness and hadn’t got words for. It’s more than a third pile beside the other two, because it changes how well you can *see* them. The more worn out a team gets, the better its numbers look, for about a month.

We had “did not attend” rates on appointments fall for six weeks. Lovely. The receptionists had stopped recording them because the form took nine clicks.`,
  },
  {
    by: 'tomasz',
    daysAgo: 12.5,
    body: `I owe a correction. My slow leaks are real, but I went through the last two peaks incident by incident, as I had promised. They explain perhaps a third. The rest is old known noise that got acknowledged again because somebody rested over the holidays and began answering the phone.

So the tide was partly people getting enough sleep to hear it. I have been in this trade for twenty years and never had that thought.`,
  },
  {
    by: 'ines',
    daysAgo: 12.4,
    body: 'I’m going to print that and put it nowhere, because of the agreement. But I want to.',
  },
  {
    by: 'rui',
    daysAgo: 10.4,
    body: `Bad week. The pages are up: 52. Partly because I asked people to acknowledge everything, so at least the number is honest. My boss saw 52 and asked when I plan to “put the team on it”. I said the team is on it, permanently, and he said it doesn’t look like it.

I nearly pulled two more people off the roadmap this morning. I had the message written.`,
  },
  {
    by: 'hanne',
    daysAgo: 10.3,
    body: 'Did you send it?',
  },
  {
    by: 'rui',
    daysAgo: 10.3,
    body: 'No. I came here and posted instead. It’s a cheaper channel.',
  },
  {
    by: 'kwame',
    daysAgo: 10.1,
    body: 'This is what we’re for. Delete the draft though. I know about drafts.',
  },
  {
    by: 'tomasz',
    daysAgo: 9.7,
    body: `Two floors down, I will say this to the same boss on Thursday: the number went up because you started counting properly. He will take it from me, since I am known to enjoy your bad weeks.`,
  },
  {
    by: 'rui',
    daysAgo: 9.5,
    body: `Yes please. And I mean that. I don’t ask you for things, I noticed while writing this.`,
  },
  {
    by: 'noor',
    daysAgo: 7.9,
    body: `A small worry, for someone to talk me out of. We’ve all been enjoying this thread, and Rui’s chart is now the best-watched chart in six time zones. If it gets better next month, how will he know it was the two people rather than seven outsiders making him look at it every third day?`,
  },
  {
    by: 'hanne',
    daysAgo: 7.7,
    body: `He won’t. It is one plant with one run and no control group. Every change I ever made in a mill was like that. You write down beforehand what you expect and by when, and you stay honest about it.

Rui, what do you expect, and by when?`,
  },
  {
    by: 'rui',
    daysAgo: 7.2,
    body: `Written down, so that I can’t move it:

- Pile of known noise: from 61 to under 25 by the end of the quarter. (Today: 47.)
- Sent and acknowledged within 10% of each other, every week.
- Swaps under 5 a month *in the month after* the freeze, which is when they always peak.
- Pages: I expect them to stay bad for six more weeks. If they get better sooner I’ll be suspicious.`,
  },
  {
    by: 'elif',
    daysAgo: 6.8,
    body: 'I like the last one best. I’ve never seen anyone promise to be suspicious of good news.',
  },
  {
    by: 'ines',
    daysAgo: 4.4,
    body: `After the session: we said we’d each look for one loop of our own where we get praised at the wrong moment. Mine took about a minute. I thank the port team for every weekend go-live. There have been fourteen of them. Nobody who moved a go-live to a Wednesday ever got a word from me.

[The blank drawing page](https://example.org/loops/blank.pdf) Hanne made, for those who asked. One sheet, four boxes, room to be wrong.`,
  },
  {
    by: 'kwame',
    daysAgo: 3.6,
    body: `Mine: I call the engineer who rescues a bad firmware roll-out. On the phone, personally, it’s a thing I’m known for. I went through my calls of this year. Eleven. All eleven went to people who had also shipped the bad roll-out.

I’m not going to stop calling. I’ll add other calls.`,
  },
  {
    by: 'tomasz',
    daysAgo: 2.9,
    body: `Thursday happened. He listened. He asked whether everyone in infrastructure counts pages this way. I said no, only the honest ones, and now I have to change mine as well. Thank you all very much.`,
  },
  {
    by: 'rui',
    daysAgo: 1.2,
    body: `Week three. Pile at 44. Sent and acknowledged are 4% apart. Pages 49, still ugly, as promised.

The engineer who said holiday asked for a fourth week in the pair, because she’s in the middle of deleting something. I said the swap is the rule. Then I asked what would have to be true for the next person to finish it as well as she would, and she’s writing that down today. It’s the first handover note we’ve had on this work in two years.

I’ll bring the chart on the day and nothing to explain it with.`,
  },
];
