import * as listOpen from '#app/seasons/mail/list-open.tsx';
import * as wrapOpened from '#app/seasons/mail/wrap-opened.tsx';
import * as wrapReminder from '#app/seasons/mail/wrap-reminder.tsx';
import { examplesOf, noor as to } from './given.ts';

const given = {
  ...{ to, circle: 'Tuesday leads', book: 'Thinking in Systems' },
  path: '/circles/tuesday-leads/reading/2/wrap',
};
const until = { answerBy: '2026-12-09T17:00:00Z', zone: 'Europe/Lisbon' };

export const examples = [
  ...examplesOf('seasons/list-open', listOpen, { 'all have answered': given }),
  ...examplesOf('seasons/wrap-opened', wrapOpened, { 'the last day': { ...given, ...until } }),
  ...examplesOf('seasons/wrap-reminder', wrapReminder, { 'a day before': { ...given, ...until } }),
];
