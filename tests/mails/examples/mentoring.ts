import * as askReceived from '#app/mentoring/offers/mail/ask-received.tsx';
import * as offerMade from '#app/mentoring/offers/mail/offer-made.tsx';
import * as weekBegins from '#app/mentoring/week/mail/week-begins.tsx';
import * as weekReminder from '#app/mentoring/week/mail/week-reminder.tsx';
import { examplesOf, noor as to } from './given.ts';

const week = { to, path: '/week/5' };
const plan = {
  when: 'I next see him after stand-up',
  will: 'ask what he hears when I send a reminder',
};

const ask = {
  ...{
    to,
    askId: 5,
    asker: 'Rui Tavares',
    title: 'Would you read my page and say where it blames?',
  },
  tokens: { offer: 'a-token', notNow: 'another-token', question: 'a-third-token' },
  now: new Date('2026-12-01T09:00:00Z'),
};
const body =
  'In spring I wrote a rule: two reviews for every change. On Thursday I take it back.\n\nWould you read a page and a half, and tell me, in thirty minutes, where it still blames them?';
const offer = { to, askId: 5, helper: 'Rui Tavares', title: ask.title };

export const examples = [
  ...examplesOf('mentoring/week/week-begins', weekBegins, {
    'the chosen day': { ...week, slowed: false },
    'every other week from now on': { ...week, slowed: true },
  }),
  ...examplesOf('mentoring/week/week-reminder', weekReminder, {
    'the chosen hour': { ...week, plan },
  }),
  ...examplesOf('mentoring/offers/ask-received', askReceived, {
    'the first time': { ...ask, body, neededBy: '2026-12-10', again: false },
    'once more': { ...ask, body, neededBy: '2026-12-10', again: true },
    'in one line': { ...ask, body: '', neededBy: null, again: false },
  }),
  ...examplesOf('mentoring/offers/offer-made', offerMade, {
    'with a time they faced it': { ...offer, faced: true },
    'without one': { ...offer, faced: false },
  }),
];
