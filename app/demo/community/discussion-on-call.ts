import { onCallLaterNotes } from './discussion-on-call-later.ts';
import type { SeedThread } from './types.ts';

/** The long one: four weeks of a real problem, long enough to turn pages. */
export const onCallThread: SeedThread = {
  title: 'Why does our on-call keep oscillating?',
  section: 'A Brief Visit to the Systems Zoo',
  startedBy: 'rui',
  notes: [
    {
      by: 'rui',
      daysAgo: 27.1,
      quote: {
        text: 'A delay in a balancing feedback loop makes a system likely to oscillate.',
        page: 54,
      },
      body: `I read the car dealer on page 51 on the train and missed my stop, because I run that car lot.

Every quarter looks the same. Pages climb, people complain, I take two engineers off the roadmap to fix noise. Six to eight weeks later it is quiet. Everyone is pleased, the two go back to the roadmap, and by the next planning we are at forty pages a week again.

I have a chart. Five peaks in fifteen months, almost evenly spaced. I have explained each of them separately, in writing, to my boss. Five good explanations. I now think there is only one and I can’t see it.`,
    },
    {
      by: 'hanne',
      daysAgo: 27.0,
      body: `Evenly spaced is the important word. Random trouble is not evenly spaced.

What do you look at when you decide to move the two people? And how old is that number when you look at it?`,
    },
    {
      by: 'rui',
      daysAgo: 26.9,
      body: `Pages per week, averaged over four weeks, reviewed monthly. So… between two and eight weeks old.

I heard it as I typed it.`,
    },
    {
      by: 'kwame',
      daysAgo: 26.6,
      body: `We had this with vans. When the backlog of meter visits passed a line we hired contractors. It takes five weeks to train one. By the time they could work alone the backlog was already falling, so we let them go, so it rose. My predecessor did this for three years and was praised every autumn for clearing the backlog.

What ended it was boring. We kept eight contractors all year, including the months they had nothing to do. Finance hated it for exactly two quarters.`,
    },
    {
      by: 'ines',
      daysAgo: 26.4,
      body: `“Praised every autumn” made me put the book down.

Rui, who gets thanked in your version, and when?`,
    },
    {
      by: 'rui',
      daysAgo: 26.2,
      body: `The two who fix the noise, at the quiet point. By name, in the all-hands. I wrote the slide.

Nobody gets thanked for a month in which nothing happened.`,
    },
    {
      by: 'tomasz',
      daysAgo: 25.8,
      body: `I disagree with the whole drawing, kindly, and I have the advantage of sitting two floors below it.

Your peaks are my release calendar. We freeze changes for quarter end. Everyone queues. The freeze lifts, three weeks of changes land in four days, and your pages go up. It would happen if you moved nobody at all. You are looking at a tide and asking which of your oars causes it.`,
    },
    {
      by: 'rui',
      daysAgo: 25.7,
      body: `The freeze is eleven days, four times a year. The peaks are every twelve to thirteen weeks, fine. But they come about *six weeks* after the freeze lifts. What lands in April and only starts paging in the middle of May?`,
    },
    {
      by: 'tomasz',
      daysAgo: 25.6,
      body: 'Slow leaks. Certificates. Retries nobody bounded. I can show you.',
    },
    {
      by: 'noor',
      daysAgo: 25.3,
      body: `Could both be true? Chapter 2 has the thermostat with two balancing loops pulling at one stock. The freeze pushes, Rui’s two people push back late, and what we see is the sum.

I’m not trying to make peace. I just don’t think a chart with five peaks can tell you two apart.`,
    },
    {
      by: 'elif',
      daysAgo: 24.9,
      body: `I’m only on page 20, so this may be answered later. What is the stock? Everyone talks about pages but a page is a flow, no? It happens and it’s gone.

What is piling up?`,
    },
    {
      by: 'hanne',
      daysAgo: 24.8,
      body: 'That is the right question, and the rest of us skipped it.',
    },
    {
      by: 'rui',
      daysAgo: 24.5,
      body: `It took me a day, Elif, thank you. Candidates:

1. **Known noisy alerts nobody has fixed.** We have a label for it, \`noisy\`. 61 open. It has never been below 30.
2. **Half-finished fixes.** The two people go back to the roadmap with a branch each. I counted nine such branches. The oldest has its own birthday.
3. **Tiredness.** I have no number for it.

Pages are the outflow of 1. The visible one moves, the piles hardly do.`,
    },
    {
      by: 'noor',
      daysAgo: 24.2,
      body: `You do have a number for 3, roughly. How many people swapped out of a shift in the last month, and how many asked to come off the rota?

We track swaps on appointments. It goes up about three weeks before somebody resigns. I wish I’d noticed that from something other than two resignations.`,
    },
    {
      by: 'rui',
      daysAgo: 23.9,
      body: `Swaps per month, the last ten months: 3, 2, 6, 9, 4, 2, 7, 11, 5, 3.

It’s the same wave, a few weeks behind the pages.

I’d like to sit with that for a day before I say anything clever.`,
    },
    {
      by: 'kwame',
      daysAgo: 23.5,
      body: 'Take the day. The nine and the eleven are people’s evenings.',
    },
    {
      by: 'hanne',
      daysAgo: 22.8,
      body: `Some control room experience, for what it is worth. When a loop oscillates you have four things to try, in this order:

- measure sooner
- act less strongly
- act more slowly
- and only then, act faster

Everyone wants to begin with the last one. On the dealer’s lot, page 56 or so, she shortens the reaction time and the swings get worse. I read that part to my whole department. Half of them thought I had misread the graph.`,
    },
    {
      by: 'tomasz',
      daysAgo: 22.6,
      body: `In a paper mill, yes. In a payments company, “act more slowly” is how you get a regulator’s letter. Somebody was paged eleven times last Saturday night. I won’t tell her the theory says to wait.`,
    },
    {
      by: 'hanne',
      daysAgo: 22.5,
      body: `Nobody is saying wait with the woman who was paged eleven times. You relieve her tonight.

Relieving a person and retuning the loop are two jobs. You keep making them one.`,
    },
    {
      by: 'tomasz',
      daysAgo: 22.4,
      body: 'Fair. I withdraw the regulator.',
    },
    {
      by: 'ines',
      daysAgo: 21.7,
      body: `We did the “act strongly” thing at Marea two years ago: a whole quarter of nothing but reliability, sixty people. I stood on a chair and announced it. It worked, as far as any chart could tell, and then the product side asked for its quarter back *with interest*. We shipped more in the following three months than in the six before. You can guess the rest.

I have never said this to my own team, but I think my reliability quarter caused the worst outage we’ve had. It was made of the hurry that came after it.`,
    },
    {
      by: 'elif',
      daysAgo: 21.5,
      body: `Thank you for saying that. I was on the receiving end of a quarter like that at my last job and we were told the outage was our discipline slipping.`,
    },
    {
      by: 'ines',
      daysAgo: 21.4,
      body: 'I may have used the word discipline. I’m sorry, retroactively, on behalf of somebody.',
    },
    {
      by: 'rui',
      daysAgo: 20.3,
      body: `Before we meet tomorrow, a proposal, so that you can pull it apart in person:

- Two people on noise, *always*, including the weeks when it’s quiet. No heroes’ rotation. They swap every three weeks, one at a time.
- I stop looking at pages. I look at the pile of 61.
- I promise out loud not to change anything for a full quarter, whatever the chart does.

The third is the one I don’t trust myself with.`,
    },
    {
      by: 'tomasz',
      daysAgo: 20.1,
      body: 'You have four teams of six. You just spent 8% of them for good. Say that number first when you present it, or somebody will say it for you.',
    },
    {
      by: 'noor',
      daysAgo: 18.2,
      body: `Writing this down from last night’s session while I remember it. We drew Rui’s loop on the shared page, badly, for fifteen minutes. Things that were on the drawing at the end and weren’t at the start:

| we thought it was | it turned out to be |
| --- | --- |
| pages | the pile of known noise |
| the freeze | the freeze *and* the six weeks it takes a bad alert to annoy someone enough |
| lack of people | people leaving the job before it’s finished |
| Rui’s decision | a slide in the all-hands that rewards the wrong week |

I’ll say again what I said in the room: the last row is the only one that costs nothing.`,
      edited: true,
      previousBody: `Writing this down from last night’s session while I remember it. We drew Rui’s loop on the shared page, badly, for fifteen minutes. Things that were on the drawing at the end and weren’t at the start:

| we thought it was | it turned out to be |
| --- | --- |
| pages | the pile of known noise |
| the freeze | the freeze and also something else |
| lack of people | people leaving the job before it’s finished |

I’ll add the fourth row when I find my notes.`,
    },
    ...onCallLaterNotes,
  ],
};
