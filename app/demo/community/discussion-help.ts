import type { SeedThread } from './types.ts';

export const behindThread: SeedThread = {
  title: 'I’m two chapters behind and it’s my turn to bring the question',
  session: 2,
  startedBy: 'elif',
  notes: [
    {
      by: 'elif',
      daysAgo: 7.6,
      body: `I’ve written this three times. It’s my turn to bring the question on Tuesday and I’m on page 40. You’re all in chapter 3, some of you beyond it.

I could read a summary and make something up. I did that in my last book group and it went fine, and I never went back.

The honest state: one of my engineers has been off sick for four weeks, I’ve taken her on-call weeks because I couldn’t face asking anyone, and I read about a page and a half before I fall asleep. Should I swap with somebody?`,
    },
    {
      by: 'rui',
      daysAgo: 7.5,
      body: `I’ll swap if you want, gladly, no explanation needed. But I’d much rather have your question from page 40 than mine from page 85. “What is the stock?” was from page 20.`,
    },
    {
      by: 'hanne',
      daysAgo: 7.4,
      body: 'Come with what you have. Our agreement says it, and we wrote that line for a week like this one.',
    },
    {
      by: 'kwame',
      daysAgo: 7.3,
      body: `Forget the book for one second. Four weeks of somebody else’s nights on top of your own job. Who knows about this, apart from us?`,
    },
    {
      by: 'elif',
      daysAgo: 7.1,
      body: `Nobody, really. My director knows she’s off sick. I think he assumes the team shares it.

Reading your question I noticed that I assumed it too, that I *couldn’t* ask. I never tried. They were my peers last year and I don’t want to be the one who hands out nights.`,
    },
    {
      by: 'noor',
      daysAgo: 6.9,
      body: `I did exactly this when I first managed people I’d sat beside. I covered things so that nobody could say I’d changed. After two months one of them told me it looked, from outside, as if I didn’t trust them with it.

May I ask two questions, and you can answer them here, on Tuesday, or never? What do you think they’d say if you asked? And which of them would you ask first?`,
    },
    {
      by: 'elif',
      daysAgo: 6.2,
      body: `I asked first and answered second, sorry. I put it in the team channel this morning: “I’ve been covering the nights, I should have said so, I can’t keep doing it. Who could take one week?”

Three people in eleven minutes. One wrote “we were wondering when you’d say something”.

I’m going to bring *that* as the question on Tuesday, if it’s allowed, with no page number.`,
    },
    {
      by: 'ines',
      daysAgo: 6.1,
      body: 'It’s allowed. And sleep on Monday night, that’s your reading for this week.',
    },
    {
      by: 'elif',
      daysAgo: 4.5,
      body: `For the record, since Tomasz asked for one: the question was **“What am I carrying so that nobody has to see me ask?”** We wrote for five minutes and I think it’s the quietest we’ve ever been.

Page 52 now. The car dealer is very good.`,
    },
  ],
};

export const bottleneckThread: SeedThread = {
  title: 'How do you tell a peer their team is the bottleneck?',
  card: { deck: 'asking-for-help', card: 'say-it-to-me-first' },
  startedBy: 'kwame',
  notes: [
    {
      by: 'kwame',
      daysAgo: 15.6,
      body: `I sat down with this card alone, to write my first two sentences, and got no further than “Have you got a minute”. So I’ll say it to you first, as the title says.

**What’s happening.** Everything my people build passes through one team for certification. It takes five weeks. Two years ago it took one. Their lead is a friend, our children are in the same school.

**What I’ve tried.** Jokes. Once, a chart, which I put in a shared folder and did not mention.

**What I’m afraid of.** She has asked for two more people three times and been refused, and I didn’t speak up in any of those meetings. If I say “you’re the bottleneck” now I’m late, and I’m right, and I don’t know which one she’d forgive less.

**What would help.** Questions for now.`,
    },
    {
      by: 'hanne',
      daysAgo: 15.4,
      body: `I’m at the same company and may know who this is. I’ll stay out of the thread and won’t mention it to anyone, you included, unless you bring it up.`,
    },
    { by: 'kwame', daysAgo: 15.3, body: 'That is very correct of you and I’m grateful.' },
    {
      by: 'ines',
      daysAgo: 14.8,
      body: 'How much of the five weeks is work, and how much is waiting for it to be somebody’s turn?',
    },
    {
      by: 'noor',
      daysAgo: 14.6,
      body: 'If she wrote the note you wrote, with you as the peer, what would it say?',
    },
    {
      by: 'kwame',
      daysAgo: 13.9,
      body: `Ines: perhaps four days of work. The rest is the queue.

Noor: I thought about that on a long drive. I think it would say: “A peer sends me things half ready, because he’s in a hurry, because I’m slow. A third of them I send back. He’s a friend, so he makes jokes.”

I checked. It’s 38%.`,
    },
    {
      by: 'rui',
      daysAgo: 13.5,
      body: `As somebody who leads a team that everyone waits for: I’d have given a lot, that year, for one colleague to come and say “a third of what I send you is not ready, can we look at it together?” Nobody ever came with *their* number. They came with mine.`,
    },
    {
      by: 'tomasz',
      daysAgo: 13.3,
      body: `I think you are all being very gentle. At some point she needs to hear “five weeks”, in a plain sentence, from someone who likes her. If you only ever bring your 38% you have found a kinder way to leave a chart in a folder.`,
    },
    {
      by: 'kwame',
      daysAgo: 12.9,
      body: 'Ouch. Yes.',
    },
    {
      by: 'kwame',
      daysAgo: 6.4,
      body: `I did it on Saturday, at the school football, which wasn’t the plan. I said three things in this order: “It takes five weeks now and I should have told you when it was two. A third of what I send you isn’t ready, and that’s mine. And next time you ask for people I’ll be in the room and I’ll say what the waiting costs us.”

She was silent for half a match. Then she said the third one should have been the first one, a year ago. I said I know.

On Monday she sent me a list of the six reasons things come back. Four can be checked before they leave us. We start next week. Thank you, all of you, and Tomasz for the folder.`,
    },
    {
      by: 'elif',
      daysAgo: 6.2,
      body: 'I’m keeping “I should have told you when it was two”. I have at least one conversation waiting for that sentence.',
    },
  ],
};

export const troikaThread: SeedThread = {
  title: 'Who would like the last half hour next time?',
  session: 3,
  card: { deck: 'peer-consulting', card: 'only-questions' },
  startedBy: 'rui',
  notes: [
    {
      by: 'rui',
      daysAgo: 3.9,
      body: `I’m running the next one. There’s half an hour for one person’s real problem: they tell it, and from then on the rest of us may only ask. No advice, and none with a question mark on the end either.

The card has us choose on the spot. I’d rather somebody had a few days to think about it, so: it works best with something you haven’t decided yet, small is fine, and who would like it?`,
    },
    {
      by: 'ines',
      daysAgo: 3.4,
      body: `I would, if nobody needs it more. Whether to tell eight teams about a re-org three weeks before I know what it is. Everyone at work whom I could ask is in it.`,
    },
    {
      by: 'kwame',
      daysAgo: 3.3,
      body: 'Take it. I had mine in writing.',
    },
    {
      by: 'rui',
      daysAgo: 2.8,
      body: 'Yours, Ines. Six of us with two questions each, so twelve at most. Is there anything we should leave alone?',
    },
    {
      by: 'rui',
      daysAgo: 1.9,
      body: `And we take ninety minutes, this once. Before Ines there’s half an hour in which each of us asks for one small thing: two or three lines, written beforehand, and nobody reads them until we’re together. “I’m fine” counts as passing, which is allowed.`,
    },
    {
      by: 'ines',
      daysAgo: 1.4,
      body: 'No. If I don’t want to answer I’ll say “I’ll keep that one”. But start with someone who wouldn’t tell them, I’ve only been listening to the others.',
    },
  ],
};

export const commitmentsThread: SeedThread = {
  title: 'What we said we’d do before next time',
  session: 2,
  card: { deck: 'closing-and-commitments', card: 'your-fifteen-percent' },
  startedBy: 'noor',
  notes: [
    {
      by: 'noor',
      daysAgo: 4.7,
      body: `My turn to write them down. One each, as said in the room:

- **Ines**: draw our incident loop with the port team, before somebody needs it
- **Rui**: not touch the on-call numbers, and show them
- **Kwame** (by message, from the depot): ring one person who moved a roll-out out of harm’s way
- **Hanne**: let someone else run an incident review, and stay quiet
- **Tomasz**: read chapter 5 with a pencil and mark what he agrees with
- **Elif**: hand over one more night
- **me**: ask the slowest team to review what *they* see of us

Anything I got wrong, please say.`,
    },
    {
      by: 'hanne',
      daysAgo: 3.1,
      body: `Done this morning. I stayed quiet for fifty minutes. I had written seven remarks on my pad by the end, and the group found five of them without me and two better ones.`,
    },
    {
      by: 'tomasz',
      daysAgo: 2.8,
      body: 'Done, with consequences. See the other thread.',
    },
    {
      by: 'elif',
      daysAgo: 1.9,
      body: 'Done. I slept through, and nobody was paged anyway.',
    },
  ],
};
