import * as gone from '#app/mentoring/meetings/mail/meeting-gone.tsx';
import * as reminder from '#app/mentoring/meetings/mail/meeting-reminder.tsx';
import * as told from '#app/mentoring/meetings/mail/meeting-told.tsx';
import { examplesOf, noor as to } from './given.ts';

const meeting = {
  ...{ conversationId: 7, uid: '7@octavo', sequence: 1, minutes: 30, with: 'Rui Tavares' },
  startsAt: new Date('2026-12-03T13:00:00Z'),
  changedAt: new Date('2026-11-28T09:00:00Z'),
  place: 'https://meet.example.org/noor-rui',
  cancelled: false,
};
const given = {
  ...{ to, meeting, zone: 'Europe/Lisbon', otherZone: 'Europe/Madrid' },
  ...{ path: '/conversations/7', setIn: 'America/Vancouver', answer: null },
};
const by = 'Rui Tavares';

export const examples = [
  ...examplesOf('mentoring/meetings/meeting-told', told, {
    set: { ...given, by, told: { what: 'set' } },
    'set by its reader, nowhere yet': {
      ...{ ...given, meeting: { ...meeting, place: '' }, by: 'You', answer: 'yes' as const },
      told: { what: 'set' },
    },
    moved: { ...given, by, told: { what: 'moved', was: '2026-12-02T09:00:00Z' } },
    changed: { ...given, by, told: { what: 'changed' } },
    clocks: { ...given, by, told: { what: 'clocks' } },
    restored: { ...given, by, told: { what: 'restored' } },
    off: { ...given, meeting: { ...meeting, cancelled: true }, by, told: { what: 'off' } },
  }),
  ...examplesOf('mentoring/meetings/meeting-gone', gone, {
    'with its conversation': { ...given, meeting: { ...meeting, cancelled: true } },
  }),
  ...examplesOf('mentoring/meetings/meeting-reminder', reminder, { 'the day before': given }),
];
