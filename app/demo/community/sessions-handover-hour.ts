import type { SeedSession } from './types.ts';

const place = 'https://meet.example.org/handover-hour';

export const handoverHourSessions: SeedSession[] = [
  {
    title: 'Hello, before the book',
    dayOffset: -3,
    time: '16:00',
    minutes: 45,
    place,
    facilitator: 'weiling',
    agenda: [
      {
        card: { deck: 'openers', card: 'who-taught-you-that' },
        title: 'Who taught you that?',
        minutes: 12,
      },
      { title: 'Our agreement, line by line', minutes: 15 },
      { title: 'Which hour hurts whom', minutes: 10 },
    ],
    replies: {
      weiling: { answer: 'yes' },
      aroha: { answer: 'yes' },
      ren: { answer: 'yes' },
      priya: { answer: 'yes' },
    },
  },
  {
    title: 'Organizations, and one handover each',
    dayOffset: 4,
    time: '16:00',
    minutes: 60,
    place,
    facilitator: 'aroha',
    milestone: 0,
    agenda: [
      {
        card: { deck: 'openers', card: 'it-turned-out-i-was-wrong' },
        title: 'It turned out I was wrong',
        minutes: 8,
      },
      {
        card: { deck: 'any-leadership-book', card: 'before-page-one' },
        title: 'Before page one',
        minutes: 15,
      },
      { title: 'One handover that failed, four minutes each', minutes: 20 },
      {
        card: { deck: 'closing-and-commitments', card: 'your-fifteen-percent' },
        title: 'Your fifteen percent',
        minutes: 7,
      },
    ],
    replies: {
      weiling: { answer: 'yes' },
      aroha: { answer: 'yes' },
      ren: { answer: 'yes', word: 'I will write first and speak second.' },
    },
  },
  {
    title: 'Tools',
    dayOffset: 25,
    time: '16:00',
    minutes: 60,
    place,
    facilitator: 'aroha',
    milestone: 1,
    agenda: [
      {
        card: { deck: 'asking-for-help', card: 'the-ten-minute-ask' },
        title: 'The ten-minute ask',
        minutes: 10,
      },
      {
        card: { deck: 'peer-consulting', card: 'what-i-need-from-you' },
        title: 'What I need from you',
        minutes: 30,
      },
      { title: 'The list of words to be careful with', minutes: 20 },
    ],
    replies: { aroha: { answer: 'yes' }, weiling: { answer: 'yes' } },
  },
  {
    title: 'Approaches and culture',
    dayOffset: 46,
    time: '16:00',
    minutes: 60,
    place,
    facilitator: 'weiling',
    milestone: 2,
    agenda: [
      {
        card: { deck: 'openers', card: 'what-i-put-down' },
        title: 'What I put down to be here',
        minutes: 5,
      },
      {
        card: { deck: 'any-leadership-book', card: 'the-last-word' },
        title: 'The last word',
        minutes: 36,
      },
      {
        card: { deck: 'reverse-mentorship', card: 'what-somebody-junior-taught-me' },
        title: 'What somebody junior taught me',
        minutes: 15,
      },
    ],
    replies: {},
  },
];
