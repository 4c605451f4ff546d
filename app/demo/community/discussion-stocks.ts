import type { SeedThread } from './types.ts';

export const stocksThread: SeedThread = {
  title: 'The stocks we never write down',
  section: 'The Basics',
  startedBy: 'kwame',
  notes: [
    {
      by: 'kwame',
      daysAgo: 25.2,
      quote: {
        text: 'A stock is the memory of the history of changing flows within the system.',
        page: 18,
      },
      body: `I read this line to my wife, who keeps a shop, and she said “yes, the storeroom”, and went on with her evening.

We report flows all day at work: tickets closed, meters installed, people hired. I tried to list our storerooms and after twenty minutes I had five, four of which nobody counts. What’s in yours?`,
    },
    {
      by: 'noor',
      daysAgo: 24.9,
      body: `Goodwill with the clinics. We draw on it every time we move a screen, and I’ve no idea what the balance is until a practice manager stops answering my emails. Then I know it’s been zero for a while.`,
    },
    {
      by: 'hanne',
      daysAgo: 24.4,
      body: `People who have restarted the head-end from cold. We had six. One retired, two moved, one is on parental leave. Inflow over three years: nil, because it has not failed.

The better we do our job the emptier that storeroom gets.`,
    },
    {
      by: 'tomasz',
      daysAgo: 24.3,
      body: 'That is the first arrow in this book I would hang on a wall.',
    },
    {
      by: 'ines',
      daysAgo: 23.1,
      body: `Decisions waiting for me. I counted them last week out of curiosity: 23. The oldest is from the spring.

What annoys me is that I decide quickly. Ask anyone. I take three or four a day, I feel productive, and the pile stays where it is, because they arrive at the same speed. I’d have told you, with confidence, that I’m not a bottleneck.`,
    },
    {
      by: 'elif',
      daysAgo: 22.3,
      body: `Could some of the 23 drain without you? I’m asking because on the other side of that pile I usually had the answer already, and I was waiting for somebody to say it was mine to give.`,
    },
    {
      by: 'ines',
      daysAgo: 20.6,
      body: `I went through them with that question. Eleven of the 23 were already answered *in the message asking me*. I replied “yes, and next time please tell me instead of asking” eleven times. It took half an hour and I felt ill for most of it.`,
    },
    {
      by: 'rui',
      daysAgo: 17.2,
      body: `Late to this, I’ve been living in the other thread. Mine: *exceptions we granted*. Each one is a flow of about two a month, always reasonable. The stock is 70-something and it decides what the platform can become. I couldn’t have told you the number. A colleague could, she keeps it in a file called \`sorry.txt\`.`,
    },
    {
      by: 'kwame',
      daysAgo: 14.4,
      body: `I’ve put together what we have. If anyone objects to a line, say so and I’ll take it out.

| storeroom | who counts it today |
| --- | --- |
| goodwill with the people who use the thing | nobody |
| people who have done the scary job once | HR, by accident |
| decisions waiting for one person | the people waiting |
| exceptions granted | one engineer, in \`sorry.txt\` |
| bugs technicians no longer report | nobody can |

My wife’s comment on the table: “and when do you count?” She does it on the first Sunday of the month, with the door closed.`,
    },
  ],
};
