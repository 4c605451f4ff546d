import type { SeedSession } from './types.ts';

const place = 'https://meet.example.org/breakfast';

export const otherSideSessions: SeedSession[] = [
  {
    title: 'Being managed, and minding someone',
    dayOffset: -52,
    time: '08:30',
    minutes: 60,
    place,
    facilitator: 'leila',
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
      {
        card: { deck: 'any-leadership-book', card: 'the-person-the-book-left-out' },
        title: 'The person the book left out',
        minutes: 18,
      },
      { title: 'Who facilitates next', minutes: 10 },
    ],
    replies: {
      leila: { answer: 'yes' },
      marcus: { answer: 'yes' },
      camila: { answer: 'yes' },
      noor: { answer: 'yes', word: 'It’s lunch for me, I’ll pretend.' },
      hanne: { answer: 'yes' },
    },
  },
  {
    title: 'Tech lead, then people',
    dayOffset: -31,
    time: '08:30',
    minutes: 60,
    place,
    facilitator: 'marcus',
    milestone: 1,
    agenda: [
      {
        card: { deck: 'any-leadership-book', card: 'the-last-word' },
        title: 'The last word',
        minutes: 36,
      },
      {
        card: { deck: 'blind-spots', card: 'feedforward' },
        title: 'Feedforward',
        minutes: 15,
      },
      {
        card: { deck: 'closing-and-commitments', card: 'your-fifteen-percent' },
        title: 'Your fifteen percent',
        minutes: 7,
      },
    ],
    replies: {
      leila: { answer: 'yes' },
      marcus: { answer: 'yes' },
      camila: { answer: 'yes' },
      noor: { answer: 'no', word: 'Clinic go-live that morning.' },
      hanne: { answer: 'yes' },
    },
  },
  {
    title: 'One team, done properly',
    dayOffset: -10,
    time: '08:30',
    minutes: 60,
    place,
    facilitator: 'marcus',
    milestone: 2,
    agenda: [
      {
        card: { deck: 'openers', card: 'the-no-you-did-not-say' },
        title: 'The no you did not say',
        minutes: 7,
      },
      {
        card: { deck: 'asking-for-help', card: 'the-days-in-between' },
        title: 'The days in between',
        minutes: 20,
      },
      {
        card: { deck: 'blind-spots', card: 'the-work-i-took-back' },
        title: 'The work I took back',
        minutes: 18,
      },
      {
        card: { deck: 'closing-and-commitments', card: 'your-fifteen-percent' },
        title: 'Your fifteen percent',
        minutes: 7,
      },
    ],
    replies: {
      leila: { answer: 'yes' },
      marcus: { answer: 'yes' },
      camila: { answer: 'yes' },
      noor: { answer: 'yes' },
      hanne: { answer: 'maybe', word: 'On a train. I’ll listen.' },
    },
  },
  {
    title: 'Several teams, several managers',
    dayOffset: 11,
    time: '08:30',
    minutes: 60,
    place,
    facilitator: 'marcus',
    milestone: 3,
    agenda: [
      {
        card: { deck: 'openers', card: 'one-hour-from-last-week' },
        title: 'One hour from last week',
        minutes: 8,
      },
      {
        card: { deck: 'reverse-mentorship', card: 'what-it-costs-to-tell-you' },
        title: 'What it costs to tell you',
        minutes: 12,
      },
      {
        card: { deck: 'blind-spots', card: 'the-answer-came-too-fast' },
        title: 'The answer came too fast',
        minutes: 18,
      },
      { title: 'The best disagreement, written down for Hanne', minutes: 10 },
      {
        card: { deck: 'closing-and-commitments', card: 'your-fifteen-percent' },
        title: 'Your fifteen percent',
        minutes: 7,
      },
    ],
    replies: {
      leila: { answer: 'yes' },
      marcus: { answer: 'yes' },
      camila: { answer: 'maybe', word: 'Release morning. I’ll know on the day.' },
      hanne: { answer: 'no', word: 'In a tunnel, literally.' },
    },
  },
  {
    title: 'The big leagues, from below',
    dayOffset: 32,
    time: '08:30',
    minutes: 60,
    place,
    facilitator: 'leila',
    milestone: 4,
    agenda: [
      {
        card: { deck: 'closing-and-commitments', card: 'what-became-of-it' },
        title: 'What became of it',
        minutes: 12,
      },
      {
        card: { deck: 'any-leadership-book', card: 'tell-me-what-i-missed' },
        title: 'Tell me what I missed',
        minutes: 20,
      },
      { title: 'What each of us wants to be asked next time', minutes: 20 },
    ],
    replies: { leila: { answer: 'yes' } },
  },
  {
    title: 'Last chapter, long breakfast',
    dayOffset: 46,
    time: '08:30',
    minutes: 90,
    place,
    facilitator: 'leila',
    milestone: 5,
    agenda: [
      {
        card: { deck: 'any-leadership-book', card: 'what-stayed' },
        title: 'What stayed',
        minutes: 20,
      },
      {
        card: { deck: 'closing-and-commitments', card: 'stay-change-or-go' },
        title: 'Stay, change or go',
        minutes: 30,
      },
      { title: 'Breakfast, without a plan', minutes: 30 },
    ],
    replies: {},
  },
];
