import * as weekBegins from '#app/mentoring/week/mail/week-begins.tsx';
import * as weekReminder from '#app/mentoring/week/mail/week-reminder.tsx';
import { examplesOf, noor as to } from './given.ts';

const week = { to, path: '/week/5' };
const plan = {
  when: 'I next see him after stand-up',
  will: 'ask what he hears when I send a reminder',
};

export const examples = [
  ...examplesOf('mentoring/week/week-begins', weekBegins, {
    'the chosen day': { ...week, slowed: false },
    'every other week from now on': { ...week, slowed: true },
  }),
  ...examplesOf('mentoring/week/week-reminder', weekReminder, {
    'the chosen hour': { ...week, plan },
  }),
];
