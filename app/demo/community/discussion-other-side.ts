import type { SeedThread } from './types.ts';

export const otherSideThreads: SeedThread[] = [
  {
    title: 'The one-to-one that is really a status report',
    section: 'Managing People',
    startedBy: 'camila',
    notes: [
      {
        by: 'camila',
        daysAgo: 33.4,
        body: `I have five one-to-ones a week and four of them are a person reading their tickets to me. I nod. I say “anything I can help with?” and they say no. Then we both feel we did it right.

I asked one of them, the most direct, and she said: “You open a laptop. So I report.”`,
      },
      {
        by: 'marcus',
        daysAgo: 33.0,
        body: `That’s a gift of a sentence. What happens if you leave the laptop?`,
      },
      {
        by: 'camila',
        daysAgo: 31.9,
        body: `I tried it with two people, walking. One of them told me in the first five minutes that he’s been looking at other jobs since the summer. The other one read me his tickets from memory.`,
      },
      {
        by: 'leila',
        daysAgo: 31.7,
        body: `Ha. The second one may be telling you something too. I had a person like that and it took me a year to find out that his previous manager used to cancel whenever there was “nothing to report”. He brought tickets as an entrance fee.`,
      },
      {
        by: 'hanne',
        daysAgo: 30.2,
        body: 'After a bad year I had a manager who opened every meeting with “how did you sleep”. I hated it for a month. Then I answered.',
      },
      {
        by: 'noor',
        daysAgo: 29.8,
        body: `What I do now, for what it’s worth. The status goes in a shared page the day before. I read it. Then the meeting has nothing in it, on purpose, and I’m the one who has to bear the silence first.

Some weeks it lasts nine minutes and that’s fine.`,
      },
      {
        by: 'camila',
        daysAgo: 24.6,
        body: `Four weeks in. The walking one is staying, by the way. He never mentioned money. He wanted to stop being the only person who knows the settlement job, and he didn’t think that was a thing you could ask for.`,
      },
    ],
  },
  {
    title: 'I said yes to a third team and I think I shouldn’t have',
    section: 'Managing Multiple Teams',
    startedBy: 'marcus',
    notes: [
      {
        by: 'marcus',
        daysAgo: 8.8,
        body: `My boss asked in a corridor whether I’d “look after” claims as well, until they find somebody. That was in the spring. I said yes before he’d finished, because I was flattered.

I now have three managers, nineteen people and a calendar like a game of Tetris in its last ten seconds. My oldest team has started solving things without telling me, which would be wonderful if they were the right things.

How do you give a team back?`,
      },
      {
        by: 'noor',
        daysAgo: 8.5,
        body: `I did this. I went from three to one, two years ago, at my own request. Ask me anything. The short answer is that I told my boss what I’d *stop doing well*, by name, with a date, and let him choose. I had a whole speech ready about wellbeing, and I didn’t need it.

The longer answer is that it took me five months to stop hearing it as a demotion. Nobody else ever called it that.`,
      },
      {
        by: 'leila',
        daysAgo: 8.1,
        body: `From the boss’s chair, since I’ve been the man in the corridor: I ask the person who’ll say yes. I’m not proud of it. If they come back with “here are the two I’ll do properly”, I’m mostly relieved, because I had stopped thinking about it the moment they agreed.`,
      },
      {
        by: 'marcus',
        daysAgo: 7.7,
        body: 'I’d never have guessed you’d stopped thinking about it. I’ve been reporting on it weekly.',
      },
      {
        by: 'leila',
        daysAgo: 7.6,
        body: 'I’d have been reading those with great pleasure and no attention.',
      },
      {
        by: 'camila',
        daysAgo: 6.3,
        body: `I want to disagree a little. I’m the kind of person who’d be *under* the third team. When my last manager “gave us back” we heard about it in a calendar invitation. Whatever you tell your boss, tell the nineteen people first, or at least the same day.`,
      },
      {
        by: 'marcus',
        daysAgo: 5.9,
        body: `You’re right, and I hadn’t thought about it from there for one second.`,
      },
      {
        by: 'marcus',
        daysAgo: 2.3,
        body: `Said it yesterday: “I can do billing and eligibility properly, or three badly until the end of the year. I think claims should report to you until you hire.” He was quiet, then asked why I hadn’t told him when he asked. I said I’d been flattered. He laughed, and it was all right.

I told the claims manager an hour before, and the team an hour after. Two of them said thanks for not making it a surprise.`,
        edited: true,
        previousBody: `Said it yesterday: “I can do billing and eligibility properly, or three badly until the end of the year. I think claims should report to you until you hire.” He was quiet, then asked why I hadn’t told him when he asked. I said I’d been flattered. He laughed, and it was all right.

Telling the team tomorrow.`,
      },
    ],
  },
  {
    title: 'Skip-levels: what do you ask?',
    section: 'Managing Managers',
    startedBy: 'leila',
    notes: [
      {
        by: 'leila',
        daysAgo: 5.2,
        body: `I’ve got eleven skip-level conversations in the next fortnight, the first since the layoffs. Last time I asked “how are things?” and everyone was fine, and then four people who’d been fine left.

What do you ask that somebody can answer without having to be brave?`,
      },
      {
        by: 'marcus',
        daysAgo: 4.9,
        body: `My first try at these was a disaster, people thought they were being interviewed. Second try, I send three questions the day before and say they can ignore them:

1. What did you expect to be true by now that isn’t?
2. What do you explain to every new person because it makes no sense?
3. What should I ask the next person I talk to?

The third one does nearly all the work. Nobody has to complain. They just point.`,
      },
      {
        by: 'hanne',
        daysAgo: 4.2,
        body: 'Add: “what have you stopped mentioning?” Use it once per person per year.',
      },
      {
        by: 'camila',
        daysAgo: 3.8,
        body: `From the other end: tell us what you’ll do with it. In my last one I said something about my manager, careful and fair, and two days later he quoted it back to me. I’ve been fine ever since.`,
      },
      {
        by: 'leila',
        daysAgo: 3.5,
        body: `“I’ve been fine ever since.” I’ll begin each one by saying what I write down, who sees it and what I’ll never repeat. And I’m taking number three and Hanne’s.

I’ll report back on what they point at, without the who.`,
      },
    ],
  },
  {
    title: 'Hanne is away for the next one: notes, or a swap?',
    session: 3,
    startedBy: 'hanne',
    notes: [
      {
        by: 'hanne',
        daysAgo: 2.6,
        body: 'I’m in a tunnel in Härnösand with a dead head-end on the day of the next session. Please go on without me. If somebody could write down the best disagreement I’d be happy.',
      },
      {
        by: 'marcus',
        daysAgo: 2.2,
        body: 'I’ll do it. Best disagreement, with both sides as strong as I can make them, no names.',
      },
      {
        by: 'noor',
        daysAgo: 0.7,
        body: 'And I’ll bring your “what have you stopped mentioning” so that you’re there in spirit. Wear something warm.',
      },
    ],
  },
];
