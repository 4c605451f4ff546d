import * as clocks from '#app/sessions/mail/clocks-changed.tsx';
import * as asked from '#app/sessions/mail/session-asked.tsx';
import * as cancelled from '#app/sessions/mail/session-cancelled.tsx';
import * as reminder from '#app/sessions/mail/session-reminder.tsx';
import * as told from '#app/sessions/mail/session-told.tsx';
import * as left from '#app/sessions/mail/sessions-left.tsx';
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
    yes: 'http://localhost:3000/reply/token?say=yes',
    maybe: 'http://localhost:3000/reply/token?say=maybe',
    no: 'http://localhost:3000/reply/token?say=no',
  },
};
const by = 'Ines Ferrer';
const was = '2026-12-09T18:30:00Z';
const invited = { sequence: 2, at: new Date('2026-12-01T09:00:05Z') };
const invitation = { ...given, by, answer: null, invited };
const open = { ...invitation, canReply: true };
const bare = { ...session, title: '', place: '' };
const later = new Date('2026-12-15T17:30:00Z');
const joined = {
  ...{ to, circle: 'Tuesday leads', zone: 'Europe/Lisbon', at: invited.at },
  path: '/circles/tuesday-leads/sessions',
  series: [],
};

const setIn = 'America/Vancouver';

export const examples = [
  ...examplesOf('sessions/clocks-changed', clocks, {
    one: {
      ...joined,
      sessions: [{ ...session, setIn }],
      path: '/circles/tuesday-leads/sessions/7',
    },
    'several, in two zones': {
      ...joined,
      sessions: [
        { ...session, setIn },
        { ...bare, startsAt: later, setIn: 'Africa/Casablanca' },
      ],
    },
    'more than it names': {
      ...joined,
      sessions: Array.from({ length: 15 }, (_, week) => ({
        ...{ ...session, setIn },
        startsAt: new Date(session.startsAt.getTime() + week * 7 * 86_400_000),
      })),
    },
    'where it was set': { ...joined, sessions: [{ ...bare, setIn: 'Europe/Lisbon' }] },
  }),
  ...examplesOf('sessions/sessions-set', set, {
    one: { ...joined, sessions: [session], path: '/circles/tuesday-leads/sessions/7' },
    several: { ...joined, sessions: [session, { ...bare, startsAt: later }] },
  }),
  ...examplesOf('sessions/sessions-left', left, {
    one: { ...joined, sessions: [session] },
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
    'with a reason': { ...invitation, reason: 'Only two could make it.\nBring your drawing then.' },
  }),
  ...examplesOf('sessions/session-reminder', reminder, {
    'nothing said': { ...given, answer: null, readyToAsk: null, lead: 20160 },
    'may come': { ...given, answer: 'maybe', readyToAsk: null, lead: 2880 },
    comes: { ...given, answer: 'yes', readyToAsk: null, lead: 120 },
    'and is to ask': { ...given, answer: 'yes', readyToAsk: false, lead: 2880 },
    'and has written their ask': { ...given, answer: 'yes', readyToAsk: true, lead: 2880 },
  }),
];
