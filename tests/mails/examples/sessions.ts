import * as asked from '#app/sessions/mail/session-asked.tsx';
import * as cancelled from '#app/sessions/mail/session-cancelled.tsx';
import * as reminder from '#app/sessions/mail/session-reminder.tsx';
import * as told from '#app/sessions/mail/session-told.tsx';
import * as set from '#app/sessions/mail/sessions-set.tsx';
import { examplesOf, noor as to } from './given.ts';

const session = {
  ...{ id: 7, uid: '7@octavo', sequence: 2, title: 'Why systems surprise us', minutes: 75 },
  circle: { slug: 'tuesday-leads', name: 'Tuesday leads' },
  startsAt: new Date('2026-12-08T17:30:00Z'),
  changedAt: new Date('2026-12-01T09:00:00Z'),
  place: 'https://meet.example.org/tuesday-leads',
  cancelled: false,
};
const given = {
  ...{ to, session, zone: 'Europe/Lisbon', circleZone: 'Europe/Madrid' },
  ...{ facilitator: 'Hanne Vik', path: '/circles/tuesday-leads/sessions/7' },
  replies: {
    yes: 'https://octavo.example.org/reply/token?say=yes',
    maybe: 'https://octavo.example.org/reply/token?say=maybe',
    no: 'https://octavo.example.org/reply/token?say=no',
  },
};
const by = 'Ines Ferrer';
const was = '2026-12-09T18:30:00Z';
const open = { ...given, by, canReply: true };
const bare = { ...session, title: '', place: '' };
const later = new Date('2026-12-15T17:30:00Z');
const joined = {
  ...{ to, circle: 'Tuesday leads', zone: 'Europe/Lisbon' },
  path: '/circles/tuesday-leads/sessions',
};

export const examples = [
  ...examplesOf('sessions/sessions-set', set, {
    one: { ...joined, sessions: [session], path: '/circles/tuesday-leads/sessions/7' },
    several: { ...joined, sessions: [session, { ...bare, startsAt: later }] },
  }),
  ...examplesOf('sessions/session-told', told, {
    scheduled: { ...open, told: { what: 'scheduled' } },
    'scheduled, with nothing but a time': {
      ...{ ...open, session: bare, facilitator: null },
      told: { what: 'scheduled' },
    },
    restored: { ...open, told: { what: 'restored' } },
    moved: { ...open, told: { what: 'moved', was } },
    changed: { ...open, told: { what: 'changed' } },
  }),
  ...examplesOf('sessions/session-asked', asked, {
    'some come': { ...given, needs: 5, coming: 3 },
    'one comes': { ...given, needs: 3, coming: 1 },
  }),
  ...examplesOf('sessions/session-cancelled', cancelled, {
    'with a reason': { ...given, by, reason: 'Only two could make it.\nBring your drawing then.' },
  }),
  ...examplesOf('sessions/session-reminder', reminder, {
    'nothing said': { ...given, answer: null, readyToAsk: null },
    'may come': { ...given, answer: 'maybe', readyToAsk: null },
    comes: { ...given, answer: 'yes', readyToAsk: null },
    'and is to ask': { ...given, answer: 'yes', readyToAsk: false },
    'and has written their ask': { ...given, answer: 'yes', readyToAsk: true },
  }),
];
