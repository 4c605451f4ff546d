import type { SeedThread } from './types.ts';

export const insideLoopThread: SeedThread = {
  title: 'A feedback loop at work you can’t see from inside',
  section: 'Why Systems Surprise Us',
  startedBy: 'noor',
  notes: [
    {
      by: 'noor',
      daysAgo: 3.2,
      quote: { text: 'Everything we think we know about the world is a model.', page: 86 },
      body: `We added a review step because changes broke things. Reviews got slow, so changes got bigger, so they broke more things. From inside each team it looked like carelessness somewhere else.

What would you have measured to see it earlier?`,
    },
    {
      by: 'ines',
      daysAgo: 3.1,
      body: `The age of the oldest open change, per week. It moves before anything breaks. I was embarrassed how long it took me to ask our newest engineer, who saw it on day three.`,
    },
    {
      by: 'kwame',
      daysAgo: 2.5,
      body: `Size of a change, before any of the outcomes. In the field we see it in the vans: when a depot is hard to get to, technicians carry more stock, so every van is overloaded, so they go to the depot less often. If you weigh the vans you know how people feel about the depot.`,
    },
    {
      by: 'noor',
      daysAgo: 2.3,
      body: `“Weigh the vans.” Ours have doubled in weight since the spring, I looked. Median change went from 80 lines to 190.

The part I’m least proud of: I *wrote* the review rule. When it got slow I sent a reminder of the rule.`,
    },
    {
      by: 'hanne',
      daysAgo: 1.9,
      body: 'Before you measure anything: how long from “please review” to the first human word? Not to approval. To the first word.',
    },
    {
      by: 'noor',
      daysAgo: 1.7,
      body: `Median 19 hours. Worst team 3 days. And the worst team is the one everyone says is careless.`,
    },
    {
      by: 'rui',
      daysAgo: 1.1,
      body: `Would it help to hear what we did, or are you still collecting?

(If still collecting, my measure is: how often does someone write “just a small fix on top”. I can \`grep\` for it. It’s the sound of a change growing because asking twice is dearer than asking once.)`,
    },
    {
      by: 'noor',
      daysAgo: 0.9,
      body: 'Still collecting. But I laughed at the grep, and I’ll run it tomorrow.',
    },
    {
      by: 'tomasz',
      daysAgo: 0.09,
      body: `I disagree, kindly: the number would have started an argument about the number. What helped us was drawing it together, badly, on one sheet.`,
    },
  ],
};

export const hireThread: SeedThread = {
  title: 'A hire that went wrong, and what we did next',
  section: 'System Traps … and Opportunities',
  startedBy: 'tomasz',
  notes: [
    {
      by: 'tomasz',
      daysAgo: 2.7,
      body: `I have read ahead, to “shifting the burden to the intervenor”, page 131 or so, and I had to stop.

Two years ago I hired a very strong person for our storage group. They fixed things at night. I mean it literally, we would come in and it was fixed. I paid for it, I praised it, I gave them a title. Within a year the four people who used to fix those things had stopped being able to. One said to me, without any anger, “why would I learn it, it will be done by the morning”.

Then the strong person burned out and left, on bad terms, and I told everybody it had been the wrong hire. I said it in a meeting. I believed it until last night.

It was a good hire. I built a trap around them and stood there admiring how well it worked. I don’t know what to do with this now. It’s two years late. I’m not asking for advice, I think. I wanted to have said it somewhere.`,
    },
    {
      by: 'hanne',
      daysAgo: 2.6,
      body: `Thank you for putting it here. I won’t add anything clever.

I was that person, at another company. I’m well now. It took a while before I could read a page like 131.`,
    },
    {
      by: 'noor',
      daysAgo: 2.2,
      body: 'I’m glad you said it, Tomasz. No advice from me. I keep thinking of the four, and that they were telling you the truth quite gently.',
    },
    {
      by: 'kwame',
      daysAgo: 1.8,
      body: `One question, and leave it lying if you like: who else heard you say “wrong hire”, and are they still there?`,
    },
    {
      by: 'tomasz',
      daysAgo: 1.3,
      body: `All four. And two managers who have hired since, with my sentence in their heads.

So there is something that isn’t two years late. I will speak with the four this week, together, no slides. As for the person who left, I don’t know. Hanne, would you tell me privately whether you’d have wanted a letter? No is an answer.`,
    },
    {
      by: 'hanne',
      daysAgo: 0.6,
      body: 'Yes, I’ll write to you. Short version: I would have wanted it if it asked me for nothing.',
    },
  ],
};
