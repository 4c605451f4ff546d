import * as invitation from '#app/joining/mail/invitation.tsx';
import * as lineRemoval from '#app/joining/mail/line-removal.tsx';
import * as requestAnswered from '#app/joining/mail/request-answered.tsx';
import * as requestReceived from '#app/joining/mail/request-received.tsx';
import * as seatOffered from '#app/joining/mail/seat-offered.tsx';
import * as waiting from '#app/joining/mail/waiting.tsx';
import { examplesOf, noor as to } from './given.ts';

const circle = 'Tuesday leads';
const path = '/circles/tuesday-leads';
const [until, zone] = ['2026-12-09T17:00:00Z', 'Europe/Lisbon'];
const invited = {
  ...{ to, circle, until, zone, host: 'Ines Ferrer', token: 'a-token-of-an-invitation' },
  purpose: 'Engineering leaders who read and help one another.',
};
const answered = { to, circle, path, host: 'Ines Ferrer' };

export const examples = [
  ...examplesOf('joining/invitation', invitation, {
    'with a word': { ...invited, word: 'You said you would read more.\nHere is how.' },
    'without a word': { ...invited, word: '' },
  }),
  ...examplesOf('joining/line-removal', lineRemoval, { 'by its host': { to, circle } }),
  ...examplesOf('joining/request-answered', requestAnswered, {
    accepted: { ...answered, word: 'Good to have you.', outcome: 'seated' },
    'accepted, and all seats taken': { ...answered, word: '', outcome: 'waiting' },
    declined: { ...answered, word: 'We begin again in March.', outcome: 'declined' },
  }),
  ...examplesOf('joining/request-received', requestReceived, {
    asked: { to, circle, asker: 'Rui Tavares', path: `${path}/requests` },
  }),
  ...examplesOf('joining/seat-offered', seatOffered, {
    'a seat': { to, circle, until, zone, path: `${path}/seat` },
  }),
  ...examplesOf('joining/waiting', waiting, {
    'the first in line': { to, circle, ahead: 0, path: `${path}/seat` },
    'the third': { to, circle, ahead: 2, path: `${path}/seat` },
  }),
];
