import type { SeedPoll } from './types.ts';

/** Settled: the morning of the next session, which Hanne could not make. */
const severalTeams: SeedPoll = {
  askedBy: 'marcus',
  askedDaysAgo: 12,
  title: 'Several teams, several managers',
  minutes: 60,
  place: '',
  closesInDays: -6,
  slots: [
    { dayOffset: 10, time: '08:30' },
    { dayOffset: 11, time: '08:30' },
    { dayOffset: 11, time: '17:30' },
    { dayOffset: 12, time: '08:30' },
  ],
  answers: {
    leila: ['no', 'yes', 'if_need_be', 'yes'],
    marcus: ['yes', 'yes', 'yes', 'if_need_be'],
    camila: ['no', 'if_need_be', 'no', 'no'],
    noor: ['if_need_be', null, 'no', 'no'],
    hanne: ['no', 'no', 'no', 'yes'],
  },
  became: { slot: 1, session: 3, daysAgo: 5.5 },
};

/** Open: Noor has said nothing yet, Hanne only half. */
const sayingNo: SeedPoll = {
  askedBy: 'leila',
  askedDaysAgo: 1.2,
  title: 'An extra hour on saying no',
  minutes: 45,
  place: '',
  closesInDays: 9,
  slots: [
    { dayOffset: 15, time: '08:30' },
    { dayOffset: 15, time: '12:00' },
    { dayOffset: 16, time: '08:30' },
    { dayOffset: 17, time: '12:00' },
    { dayOffset: 18, time: '17:00' },
  ],
  answers: {
    leila: ['yes', 'yes', 'if_need_be', 'yes', 'no'],
    marcus: ['if_need_be', 'yes', 'no', 'yes', 'yes'],
    camila: ['yes', 'yes', 'yes', 'if_need_be', 'no'],
    hanne: ['yes', 'if_need_be', null, null, null],
  },
};

export const otherSidePolls: SeedPoll[] = [severalTeams, sayingNo];
