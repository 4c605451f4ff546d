import * as handedOver from '#app/circles/mail/hosting-handed-over.tsx';
import * as passed from '#app/circles/mail/hosting-passed.tsx';
import * as removal from '#app/circles/mail/removal.tsx';
import { examplesOf, noor as to } from './given.ts';

const circle = 'Tuesday leads';
const hosting = { to, circle, before: 'Ines Ferrer', path: '/circles/tuesday-leads/people' };

export const examples = [
  ...examplesOf('circles/hosting-handed-over', handedOver, { 'by its host': hosting }),
  ...examplesOf('circles/hosting-passed', passed, { 'an account is closed': hosting }),
  ...examplesOf('circles/removal', removal, {
    'with a word': {
      ...{ to, circle, host: 'Ines Ferrer' },
      word: 'We are too many for an hour.\nI will write to you when the next circle begins.',
    },
    'without a word': { to, circle, host: 'Ines Ferrer', word: '' },
  }),
];
