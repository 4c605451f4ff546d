import * as answered from '#app/polls/mail/poll-answered.tsx';
import * as reminder from '#app/polls/mail/poll-reminder.tsx';
import * as told from '#app/polls/mail/poll-told.tsx';
import { examplesOf, noor as to } from './given.ts';

const given = {
  to,
  kind: 'dates' as const,
  circle: 'Tuesday leads',
  path: '/circles/tuesday-leads/polls/3',
};
const until = { closesAt: '2026-12-04T18:00:00Z', zone: 'Europe/Lisbon' };
const asked = { ...given, ...until, by: 'Ines Ferrer', title: 'Tools', minutes: 75, slots: 9 };

export const examples = [
  ...examplesOf('polls/poll-told', told, {
    opened: { ...asked, what: 'opened' },
    'opened, weekly': { ...asked, kind: 'weekly', what: 'opened' },
    'changed, without a title or a close': {
      ...{ ...asked, what: 'changed', title: '', closesAt: null, slots: 1 },
    },
    reopened: { ...asked, what: 'reopened' },
    'reopened, weekly': { ...asked, kind: 'weekly', what: 'reopened' },
  }),
  ...examplesOf('polls/poll-reminder', reminder, {
    'three left': { ...given, ...until, left: 3 },
    'weekly, two left': { ...given, ...until, kind: 'weekly', left: 2 },
    'one left': { ...given, ...until, left: 1 },
  }),
  ...examplesOf('polls/poll-answered', answered, {
    'by all': { ...given, what: 'all-answered', title: 'Tools' },
    'by all, weekly': { ...given, kind: 'weekly', what: 'all-answered', title: '' },
    closed: { ...given, what: 'closed', title: '' },
  }),
];
