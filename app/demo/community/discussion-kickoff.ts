import type { SeedThread } from './types.ts';

export const kickoffThread: SeedThread = {
  title: 'Kickoff: what would you like to see differently?',
  session: 0,
  startedBy: 'ines',
  notes: [
    {
      by: 'ines',
      daysAgo: 41.3,
      body: `Before we open the book. Name one thing at work that keeps happening although everyone involved is competent and means well. No solutions yet. A paragraph is plenty.

I’ll go first, so that the bar is low. **Our estimates.** Eight good teams, each of them right about its own work, and the sum has been wrong by a third for four years. The error always points the same way.`,
    },
    {
      by: 'kwame',
      daysAgo: 41.0,
      body: `The van app. Technicians report a bug, we fix it, they never find out it was fixed, so they stop reporting. Twice a year I ride along for a day and hear twenty bugs I’ve never heard of. Everyone is very polite about it.`,
    },
    {
      by: 'rui',
      daysAgo: 40.6,
      body: 'On-call gets better, then worse, then better. I’ll save it for chapter 2, I peeked at the diagrams.',
    },
    {
      by: 'noor',
      daysAgo: 40.2,
      body: `Every time we make the appointment reminders clearer, more people phone the clinic. I was sure it’d go the other way. I still don’t know why and it has been two years.`,
    },
    {
      by: 'hanne',
      daysAgo: 39.8,
      body: `Reviews after incidents produce actions. Actions get done. The same kind of incident comes back in about nine months with new actors.

I run those reviews. So it’s my machine.`,
    },
    {
      by: 'tomasz',
      daysAgo: 39.1,
      body: `We save money on hardware every year and the hardware bill rises every year. I have been congratulated for both.

A word about the book. I have worked with people who read it and then drew arrows at me for a year. I’m here because Ines asked. If anyone draws an arrow at me I would like to be told which way to hold it.`,
    },
    {
      by: 'ines',
      daysAgo: 39.0,
      body: 'Noted in the minutes, which we don’t keep.',
    },
    {
      by: 'elif',
      daysAgo: 38.2,
      body: `Hello, I’m the newest. I became a manager not quite seven months ago and I’m not sure I have a thing that *keeps* happening yet, because most of it is happening for the first time.

Maybe this one: I unblock someone, and the next day they have another question, and I’m glad because answering is the part I’m good at. I used to think that was what a good week looked like.`,
    },
    {
      by: 'kwame',
      daysAgo: 38.0,
      body: '“Because answering is the part I’m good at.” Elif, you have just described nine years of my career.',
    },
    {
      by: 'noor',
      daysAgo: 36.4,
      body: `Could I ask for something about how we do this? Last time I was in a book group we spent every session agreeing with the book. I’d love it if one person each time had the job of saying where it’s wrong, or where it doesn’t fit.`,
    },
    {
      by: 'tomasz',
      daysAgo: 36.3,
      body: 'I volunteer for all of them.',
    },
    {
      by: 'hanne',
      daysAgo: 36.1,
      body: 'We rotate. You would enjoy it too much to be any good at it.',
    },
    {
      by: 'rui',
      daysAgo: 32.4,
      body: `From the kickoff, for whoever wants it in writing:

- every other Tuesday, 18:30 in Madrid, 75 minutes, we stop on time
- one person brings a question, one person argues with the book
- the last fifteen minutes belong to somebody’s real problem
- nobody prepares slides

And we liked the quiet writing at the start more than we expected to, so we keep it.`,
    },
    {
      by: 'elif',
      daysAgo: 32.0,
      body: `Thank you for last night. I went in with four sentences ready and I used none of them. I think the writing helped, because by the time somebody spoke I had already been honest once, on paper.`,
    },
  ],
};
