import * as told from '#app/series/mail/series-told.tsx';
import { examplesOf, noor as to } from './given.ts';

const session = {
  ...{ id: 7, uid: '7@octavo', sequence: 2, title: 'Tuesdays', minutes: 75, place: '' },
  circle: { slug: 'tuesday-leads', name: 'Tuesday leads' },
  startsAt: new Date('2026-12-08T17:30:00Z'),
  changedAt: new Date('2026-12-01T09:00:00Z'),
  cancelled: false,
};
const series = {
  ...{ id: 3, uid: '3@octavo', sequence: 0, title: 'Tuesdays', minutes: 75, place: '' },
  circle: { slug: 'tuesday-leads', name: 'Tuesday leads' },
  ...{ path: '/circles/tuesday-leads/series/3', changedAt: new Date('2026-12-01T09:00:00Z') },
  ...{ rule: 'FREQ=WEEKLY;BYDAY=TU', startsOn: '2026-12-08', time: '18:30', zone: 'Europe/Madrid' },
  ...{ untilOn: '2027-03-30', isOver: false, without: [], otherwise: [] },
};
const given = {
  ...{ to, circle: 'Tuesday leads', word: '', by: 'Ines Ferrer', title: 'Tuesdays', minutes: 75 },
  ...{ recurs: 'Every Tuesday, 18:30 (Madrid)', place: 'The long room', facilitator: 'Hanne Vik' },
  ...{ until: '2027-03-30', sessions: [session], zone: 'Europe/Lisbon' },
  path: '/circles/tuesday-leads/series/3',
  ...{ series, before: null, at: new Date('2026-12-01T09:00:00Z') },
};
const bare = { ...given, title: '', place: '', facilitator: null, until: null };

export const examples = examplesOf('series/series-told', told, {
  begun: { ...given, what: 'begun' },
  'begun, with nothing but a rule': { ...bare, what: 'begun' },
  changed: { ...given, what: 'changed' },
  'changed from one on': {
    ...given,
    what: 'changed',
    before: { ...series, id: 2, uid: '2@octavo' },
  },
  ended: { ...given, what: 'ended', word: 'Summer is coming.' },
  resumed: { ...given, what: 'resumed' },
  refitted: { ...given, what: 'refitted' },
  'refitted, with none left': { ...given, what: 'refitted', sessions: [] },
});
