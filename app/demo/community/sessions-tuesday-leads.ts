import type { SeedSeries, SeedSession } from './types.ts';

const place = 'https://meet.example.org/tuesday-leads';

export const tuesdayLeadsSessions: SeedSession[] = [
  {
    title: 'Kickoff',
    inSeries: true,
    dayOffset: -33,
    time: '18:30',
    minutes: 75,
    place,
    facilitator: 'ines',
    milestone: 0,
    agenda: [
      {
        card: { deck: 'openers', card: 'who-taught-you-that' },
        title: 'Who taught you that?',
        minutes: 12,
      },
      {
        card: { deck: 'any-leadership-book', card: 'before-page-one' },
        title: 'Before page one',
        minutes: 15,
      },
      { title: 'Our agreement, read aloud, and what we would change', minutes: 20 },
      { title: 'How we meet: what, when, who brings the question', minutes: 20 },
    ],
    replies: {
      ines: { answer: 'yes' },
      rui: { answer: 'yes' },
      noor: { answer: 'yes' },
      tomasz: { answer: 'yes', word: 'Five minutes late, school run.' },
      kwame: { answer: 'yes' },
      elif: { answer: 'yes', word: 'A bit nervous. Coming.' },
      hanne: { answer: 'yes' },
    },
  },
  {
    title: 'Storerooms and oscillations',
    inSeries: true,
    dayOffset: -19,
    time: '18:30',
    minutes: 75,
    place,
    facilitator: 'rui',
    milestone: 1,
    agenda: [
      {
        card: { deck: 'openers', card: 'how-much-of-you-is-here' },
        title: 'How much of you is here?',
        minutes: 6,
      },
      {
        card: { deck: 'thinking-in-systems', card: 'what-fills-it-what-drains-it' },
        title: 'What fills it, what drains it?',
        minutes: 16,
      },
      { title: 'Draw Rui’s on-call loop together, badly', minutes: 25 },
      {
        card: { deck: 'thinking-in-systems', card: 'where-is-the-delay' },
        title: 'Where is the delay?',
        minutes: 18,
      },
      {
        card: { deck: 'closing-and-commitments', card: 'your-fifteen-percent' },
        title: 'Your fifteen percent',
        minutes: 7,
      },
    ],
    replies: {
      ines: { answer: 'yes' },
      rui: { answer: 'yes' },
      noor: { answer: 'yes' },
      tomasz: { answer: 'yes' },
      kwame: { answer: 'yes', word: 'From a hotel in Kumasi, the line may drop.' },
      elif: { answer: 'maybe', word: 'My week on call. I’ll keep the camera off.' },
      hanne: { answer: 'yes' },
    },
  },
  {
    title: 'Spare or waste?',
    inSeries: true,
    dayOffset: -5,
    time: '18:30',
    minutes: 75,
    place,
    facilitator: 'hanne',
    milestone: 2,
    agenda: [
      {
        card: { deck: 'closing-and-commitments', card: 'what-became-of-it' },
        title: 'What became of it',
        minutes: 12,
      },
      { title: 'Elif’s question', minutes: 15 },
      {
        card: { deck: 'thinking-in-systems', card: 'the-slack-we-spent' },
        title: 'The slack we spent',
        minutes: 25,
      },
      { title: 'Tomasz argues with the book', minutes: 10 },
      {
        card: { deck: 'closing-and-commitments', card: 'your-fifteen-percent' },
        title: 'Your fifteen percent',
        minutes: 7,
      },
    ],
    replies: {
      ines: { answer: 'yes' },
      rui: { answer: 'yes' },
      noor: { answer: 'yes' },
      tomasz: { answer: 'yes', word: 'I’m arguing with the book. Finally.' },
      kwame: { answer: 'no', word: 'Training day for the new depot. I’ll read the notes.' },
      elif: { answer: 'yes' },
      hanne: { answer: 'yes' },
    },
    record: {
      came: {
        ines: 'came',
        rui: 'came',
        noor: 'came',
        tomasz: 'came',
        kwame: 'absent',
        elif: 'late',
        hanne: 'came',
      },
      questions: [
        { by: 'elif', body: 'What am I carrying so that nobody has to see me ask?', item: 1 },
        { by: 'rui', body: 'Which of our spares would we defend in front of a budget?' },
      ],
      takeaways: [
        {
          by: 'hanne',
          body: 'Duplication is either waste or a spare. They look the same on every day but one.',
          reach: 'circle',
        },
        {
          by: 'elif',
          body: 'Whoever holds the slack decides what it is for.',
          reach: 'quotable',
        },
        { by: 'ines', body: 'I cut the spare that I would have needed in March.', reach: 'circle' },
        { by: 'noor', body: 'I ask for numbers when I am afraid.', reach: 'room' },
        { by: 'tomasz', body: 'I was wrong about the second site.', reach: 'room' },
      ],
      commitments: [
        {
          by: 'hanne',
          act: 'Let someone else run an incident review, and stay quiet',
          byOffset: -2,
          became: 'done',
          word: 'Fifty minutes. I had seven remarks on my pad; they found five of them and two better ones.',
        },
        {
          by: 'tomasz',
          act: 'Read chapter 5 with a pencil and mark what he agrees with',
          byOffset: 9,
        },
        {
          by: 'elif',
          act: 'Hand over one more night',
          byOffset: -1,
          became: 'tried',
          word: 'Half of it. The other half is in the night shift.',
        },
        {
          by: 'ines',
          act: 'Draw our incident loop with the port team, before somebody needs it',
          byOffset: 0,
        },
        {
          by: 'kwame',
          act: 'Ring one person who moved a roll-out out of harm’s way',
          byOffset: -1,
          became: 'passed',
        },
        { by: 'noor', act: 'Ask the slowest team to review what they see of us', byOffset: 0 },
      ],
      minutes: {
        by: 'noor',
        body: `We came to *slack* by way of Elif’s question.

- A spare has an owner and a day on which it was last tried.
- The chapter’s example holds for stock, less for people.`,
      },
      leftOut: [3],
    },
  },
  {
    title: 'Surprises and traps',
    inSeries: true,
    dayOffset: 9,
    time: '18:30',
    minutes: 90,
    place,
    facilitator: 'rui',
    notes: 'elif',
    inTurn: true,
    milestone: 3,
    agenda: [
      {
        card: { deck: 'openers', card: 'how-much-of-you-is-here' },
        title: 'How much of you is here?',
        minutes: 6,
      },
      { card: { deck: 'ask-round', card: 'one-ask-each' }, title: 'One ask each', minutes: 6 },
      { card: { deck: 'ask-round', card: 'read-round' }, title: 'Read round', minutes: 18 },
      { card: { deck: 'ask-round', card: 'who-helps-whom' }, title: 'Who helps whom', minutes: 8 },
      {
        card: { deck: 'peer-consulting', card: 'only-questions' },
        title: 'Only questions',
        minutes: 35,
      },
      {
        card: { deck: 'closing-and-commitments', card: 'your-fifteen-percent' },
        title: 'Your fifteen percent',
        minutes: 7,
      },
    ],
    replies: {
      ines: { answer: 'yes' },
      rui: { answer: 'yes' },
      tomasz: { answer: 'yes' },
      kwame: { answer: 'yes', word: 'Properly, this time, from a desk.' },
      elif: { answer: 'maybe', word: 'Probably. It depends on who is back from sick leave.' },
      hanne: { answer: 'yes' },
    },
    record: {
      questions: [
        { by: 'hanne', body: 'Which surprise did we build ourselves?' },
        { by: 'tomasz', body: 'Where does the book stop being about us?' },
      ],
    },
  },
  {
    title: 'An evening of drawing (optional)',
    dayOffset: 16,
    time: '19:00',
    minutes: 60,
    place,
    facilitator: 'hanne',
    agenda: [{ title: 'One sheet each, one loop each, no software', minutes: 60 }],
    replies: {
      noor: { answer: 'yes' },
      kwame: { answer: 'maybe' },
      rui: { answer: 'no', word: 'Travelling, sorry.' },
      tomasz: { answer: 'no' },
    },
    cancelled: {
      by: 'hanne',
      daysAgo: 1.7,
      reason:
        'Only two of us could make it. Bring your drawing to the session after, we’ll put them all on the table.',
    },
  },
  {
    title: 'Where to push',
    inSeries: true,
    dayOffset: 23,
    time: '18:30',
    minutes: 75,
    place,
    facilitator: 'hanne',
    notes: 'tomasz',
    inTurn: true,
    needs: 5,
    milestone: 4,
    agenda: [
      {
        card: { deck: 'closing-and-commitments', card: 'what-became-of-it' },
        title: 'What became of it',
        minutes: 12,
      },
      { title: 'Our drawings on the table', minutes: 20 },
      {
        card: { deck: 'thinking-in-systems', card: 'where-did-you-push' },
        title: 'Where did you push?',
        minutes: 30,
      },
      {
        card: { deck: 'closing-and-commitments', card: 'your-fifteen-percent' },
        title: 'Your fifteen percent',
        minutes: 7,
      },
    ],
    replies: {
      hanne: { answer: 'yes' },
      ines: { answer: 'yes' },
      kwame: { answer: 'yes' },
    },
  },
  {
    title: 'Looking back, and the next book',
    inSeries: true,
    dayOffset: 37,
    time: '18:30',
    minutes: 90,
    place: 'Marea, sala Malvarrosa (Valencia), and https://meet.example.org/tuesday-leads',
    facilitator: 'ines',
    milestone: 5,
    agenda: [
      {
        card: { deck: 'any-leadership-book', card: 'what-stayed' },
        title: 'What stayed',
        minutes: 20,
      },
      {
        card: { deck: 'thinking-in-systems', card: 'a-theory-to-hold-lightly' },
        title: 'A theory to hold lightly',
        minutes: 12,
      },
      {
        card: { deck: 'closing-and-commitments', card: 'stay-change-or-go' },
        title: 'Stay, change or go',
        minutes: 30,
      },
      { title: 'Three books on the table, we choose one', minutes: 20 },
    ],
    recipe: { name: 'last-session-of-a-book', cards: ['what-stayed', 'stay-change-or-go'] },
    replies: {
      ines: { answer: 'yes', word: 'If you can be in Valencia, there will be dinner after.' },
    },
  },
  {
    title: '',
    inSeries: true,
    dayOffset: 51,
    time: '18:30',
    minutes: 75,
    place,
    agenda: [],
    replies: {},
    cancelled: {
      by: 'ines',
      daysAgo: 3.2,
      reason: 'A free evening after the book. Whoever misses us can start the next one.',
    },
  },
  ...[65, 79].map(
    (dayOffset): SeedSession => ({
      ...{ title: '', inSeries: true, dayOffset, time: '18:30', minutes: 75, place },
      ...{ agenda: [], replies: {} },
    }),
  ),
];

/** “Every other Tuesday”, as the circle says it. */
export const tuesdayLeadsSeries: SeedSeries = {
  rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
  time: '18:30',
  minutes: 75,
  place,
  begunBy: 'ines',
  begunDaysAgo: 41,
};
