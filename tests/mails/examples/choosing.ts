import * as closed from '#app/choosing/mail/choice-closed.tsx';
import * as reminder from '#app/choosing/mail/choice-reminder.tsx';
import * as told from '#app/choosing/mail/choice-told.tsx';
import { examplesOf, noor as to } from './given.ts';

const given = { to, circle: 'Tuesday leads', path: '/circles/tuesday-leads/choosing/3' };
const until = { closesAt: '2026-12-04T18:00:00Z', zone: 'Europe/Lisbon' };

export const examples = [
  ...examplesOf('choosing/choice-closed', closed, {
    'with a winner': { ...given, winner: { title: 'Humble Inquiry', author: 'Edgar Schein' } },
    'without one': { ...given, winner: null },
  }),
  ...examplesOf('choosing/choice-reminder', reminder, { 'a day before': { ...given, ...until } }),
  ...examplesOf('choosing/choice-told', told, {
    opened: { ...given, ...until, what: 'opened', by: 'Ines Ferrer', hasRanked: false },
    'moved, and one has ranked': {
      ...{ ...given, ...until },
      ...{ what: 'moved', by: 'Ines Ferrer', hasRanked: true },
    },
  }),
];
