/**
 * Who asks and helps whom in four weeks, and when. Nothing here knows how Octavo does any of it.
 */

export type CircleName = 'Tuesday leads' | 'The other side';
type Volume = 'everything' | 'digest' | 'nothing';

interface Person {
  name: string;
  zone: string;
  circles: CircleName[];
  /** of what is between people */
  between?: Volume;
  /** of the circles */
  hears?: 'nothing';
  /** an hour of each day, and from when to when no mail comes, as clocks show them */
  hours?: { hour: number; quiet?: { from: string; to: string } };
  /** wants words of conversations in mail */
  saidInMail?: true;
  askMeAbout?: string;
}

/** The first of each circle is its host. */
export const people: readonly Person[] = [
  { name: 'Ines', zone: 'Europe/Madrid', circles: ['Tuesday leads'] },
  { name: 'Noor', zone: 'Europe/Lisbon', circles: ['Tuesday leads', 'The other side'] },
  { name: 'Rui', zone: 'Europe/Lisbon', circles: ['Tuesday leads'], saidInMail: true },
  {
    name: 'Tomasz',
    zone: 'Europe/Warsaw',
    circles: ['Tuesday leads', 'The other side'],
    hours: { hour: 6, quiet: { from: '21:00', to: '06:30' } },
  },
  // Leaves.
  {
    name: 'Amara',
    zone: 'Africa/Nairobi',
    circles: ['Tuesday leads'],
    between: 'digest',
    hours: { hour: 7 },
  },
  // Blocks somebody.
  { name: 'Priya', zone: 'Asia/Kathmandu', circles: ['Tuesday leads'] },
  // Answers nothing for long.
  { name: 'Sam', zone: 'America/New_York', circles: ['Tuesday leads'] },
  // Whose account is closed.
  { name: 'Oleg', zone: 'Pacific/Auckland', circles: ['Tuesday leads'], hears: 'nothing' },
  { name: 'Judit', zone: 'Europe/Budapest', circles: ['The other side'] },
  { name: 'Hanne', zone: 'Europe/Copenhagen', circles: ['The other side'] },
  // In no circle.
  { name: 'Lena', zone: 'Europe/Berlin', circles: [], askMeAbout: 'Severance and pensions' },
];

/** The first minute, a Monday; on its second Sunday clocks of Europe go forward. */
export const BEGINS = new Date('2032-03-15T00:00:00Z');
const DAYS = 30;
/** No sweep runs in these hours, counted from the beginning: the night to the second Monday. */
const STOPPED = { from: 7 * 24 + 2, to: 7 * 24 + 10 };

export type To = { person: string } | { circle: CircleName } | 'circles' | 'site';

export type Act =
  | { does: 'asks' | 'asks also' | 'cannot ask'; ask: string; to: To }
  | { does: 'offers'; ask: string; byMail?: true }
  | { does: 'says not now'; ask: string; until: string; byMail?: true }
  | { does: 'wonders'; ask: string; question: string; byMail?: true }
  | { does: 'explains'; question: string }
  | { does: 'wants to be reminded'; ask: string; of: string }
  | { does: 'takes'; ask: string; whom: string; keep?: 'open' }
  | { does: 'sets aside'; ask: string; whom: string }
  | { does: 'withdraws' | 'closes' | 'reopens'; ask: string }
  | { does: 'writes'; talk: string; line: string }
  | { does: 'meets' | 'moves'; talk: string; to: string }
  | { does: 'calls off' | 'ends' | 'says what came' | 'thanks' | 'blocks'; talk: string }
  | { does: 'schedules'; to: string }
  | { does: 'sets the round' | 'opens the round' | 'goes on' | 'closes the round' }
  | { does: 'brings' | 'helps in the round'; ask: string }
  | { does: 'is asked on Tuesdays' | 'says it is done' }
  | { does: 'plans'; on: string; hour: number }
  | { does: 'reads all' | 'leaves' | 'is closed' };

export type Happens = Act & { who: string; at: Date };

/** When, as 'day hh:mm' of UTC; who; what. A conversation is named by its ask and who helps. */
const ALL: readonly [string, string, Act][] = [
  // Nobody offers: a word to its asker each week, and after four it closes.
  ['1 08:20', 'Judit', { does: 'asks', ask: 'archive', to: { circle: 'The other side' } }],
  ['29 13:20', 'Judit', { does: 'reopens', ask: 'archive' }],

  // To one, who answers by mail.
  ['1 09:20', 'Noor', { does: 'asks', ask: 'rota', to: { person: 'Rui' } }],
  ['1 15:20', 'Rui', { does: 'offers', ask: 'rota', byMail: true }],
  ['2 10:20', 'Noor', { does: 'takes', ask: 'rota', whom: 'Rui' }],
  ['2 11:20', 'Noor', { does: 'writes', talk: 'rota/Rui', line: 'l1' }],
  ['2 11:40', 'Rui', { does: 'writes', talk: 'rota/Rui', line: 'l2' }],
  ['2 15:20', 'Noor', { does: 'writes', talk: 'rota/Rui', line: 'l3' }],
  ['3 10:20', 'Noor', { does: 'meets', talk: 'rota/Rui', to: '5 15:00' }],
  ['3 12:20', 'Rui', { does: 'moves', talk: 'rota/Rui', to: '5 17:00' }],
  ['9 13:20', 'Rui', { does: 'says what came', talk: 'rota/Rui' }],
  ['9 13:40', 'Noor', { does: 'says what came', talk: 'rota/Rui' }],
  ['9 13:50', 'Noor', { does: 'thanks', talk: 'rota/Rui' }],
  ['10 10:20', 'Noor', { does: 'ends', talk: 'rota/Rui' }],

  // To a circle: answers of each kind, one is taken, the others are thanked.
  ['1 10:20', 'Ines', { does: 'asks', ask: 'hiring', to: { circle: 'Tuesday leads' } }],
  ['1 12:50', 'Rui', { does: 'reads all' }],
  ['2 08:20', 'Rui', { does: 'offers', ask: 'hiring' }],
  ['2 09:20', 'Priya', { does: 'offers', ask: 'hiring' }],
  ['2 10:40', 'Tomasz', { does: 'wonders', ask: 'hiring', question: 'q1' }],
  ['2 14:20', 'Ines', { does: 'explains', question: 'q1' }],
  ['2 15:40', 'Amara', { does: 'says not now', ask: 'hiring', until: '2032-03-24' }],
  ['2 16:10', 'Ines', { does: 'wants to be reminded', ask: 'hiring', of: 'Amara' }],
  ['3 09:20', 'Ines', { does: 'takes', ask: 'hiring', whom: 'Priya' }],
  ['3 13:20', 'Ines', { does: 'meets', talk: 'hiring/Priya', to: '9 09:00' }],
  ['4 09:40', 'Ines', { does: 'writes', talk: 'hiring/Priya', line: 'l4' }],
  ['6 09:20', 'Priya', { does: 'blocks', talk: 'hiring/Priya' }],

  // To a circle, then to one of it as well, who does not answer; she has left when more is due.
  ['3 10:20', 'Noor', { does: 'asks', ask: 'oncall', to: { circle: 'Tuesday leads' } }],
  ['3 10:40', 'Noor', { does: 'asks also', ask: 'oncall', to: { person: 'Amara' } }],
  ['4 11:20', 'Sam', { does: 'offers', ask: 'oncall' }],
  ['4 14:20', 'Sam', { does: 'withdraws', ask: 'oncall' }],
  ['8 14:20', 'Ines', { does: 'offers', ask: 'oncall' }],
  ['8 18:20', 'Noor', { does: 'sets aside', ask: 'oncall', whom: 'Ines' }],

  // To all circles of hers, one of whom is in both.
  ['4 09:20', 'Noor', { does: 'asks', ask: 'merger', to: 'circles' }],
  ['4 21:20', 'Hanne', { does: 'says not now', ask: 'merger', until: '2032-03-25' }],
  ['5 08:20', 'Noor', { does: 'wants to be reminded', ask: 'merger', of: 'Hanne' }],
  ['12 13:20', 'Tomasz', { does: 'offers', ask: 'merger' }],
  ['12 18:50', 'Priya', { does: 'offers', ask: 'merger' }],
  ['13 10:20', 'Noor', { does: 'takes', ask: 'merger', whom: 'Tomasz', keep: 'open' }],
  ['13 11:20', 'Tomasz', { does: 'writes', talk: 'merger/Tomasz', line: 'l5' }],
  ['13 21:20', 'Noor', { does: 'writes', talk: 'merger/Tomasz', line: 'l6' }],
  ['14 10:20', 'Noor', { does: 'meets', talk: 'merger/Tomasz', to: '17 20:30' }],
  ['15 10:20', 'Tomasz', { does: 'calls off', talk: 'merger/Tomasz' }],
  ['22 10:20', 'Noor', { does: 'closes', ask: 'merger' }],

  // Beyond circles.
  ['2 12:20', 'Hanne', { does: 'asks', ask: 'severance', to: 'site' }],
  ['3 07:20', 'Lena', { does: 'offers', ask: 'severance' }],
  ['3 12:40', 'Hanne', { does: 'takes', ask: 'severance', whom: 'Lena' }],
  ['4 07:20', 'Lena', { does: 'writes', talk: 'severance/Lena', line: 'l7' }],

  // One who answers nothing, over a weekend of hers: three times, then she rests.
  ['4 15:20', 'Tomasz', { does: 'asks', ask: 'budget', to: { person: 'Sam' } }],
  ['5 20:20', 'Ines', { does: 'asks', ask: 'layoffs', to: { person: 'Sam' } }],
  ['6 12:20', 'Amara', { does: 'asks', ask: 'nights', to: { person: 'Sam' } }],
  ['12 05:20', 'Rui', { does: 'cannot ask', ask: 'refused', to: { person: 'Sam' } }],
  ['14 15:20', 'Sam', { does: 'says not now', ask: 'budget', until: '2032-04-02', byMail: true }],
  ['14 16:20', 'Tomasz', { does: 'wants to be reminded', ask: 'budget', of: 'Sam' }],
  ['15 09:20', 'Rui', { does: 'asks', ask: 'refused', to: { person: 'Sam' } }],
  ['15 16:20', 'Sam', { does: 'offers', ask: 'refused', byMail: true }],

  // On both sides of the beginning of a weekend in Auckland; he answers one after the second word.
  ['5 10:20', 'Rui', { does: 'asks', ask: 'friday', to: { person: 'Oleg' } }],
  ['5 13:20', 'Priya', { does: 'asks', ask: 'saturday', to: { person: 'Oleg' } }],
  ['9 19:20', 'Oleg', { does: 'wonders', ask: 'friday', question: 'q2' }],
  ['10 09:20', 'Rui', { does: 'explains', question: 'q2' }],
  ['11 08:20', 'Oleg', { does: 'offers', ask: 'friday' }],

  // A session at which everybody asks.
  ['2 16:20', 'Ines', { does: 'schedules', to: '6 17:00' }],
  ['2 16:40', 'Ines', { does: 'sets the round' }],
  ['4 13:20', 'Tomasz', { does: 'brings', ask: 'round-tomasz' }],
  ['5 13:20', 'Amara', { does: 'brings', ask: 'round-amara' }],
  ['6 17:10', 'Ines', { does: 'opens the round' }],
  ['6 17:20', 'Rui', { does: 'helps in the round', ask: 'round-tomasz' }],
  ['6 17:30', 'Ines', { does: 'goes on' }],
  ['6 18:20', 'Ines', { does: 'closes the round' }],
  ['8 19:20', 'Tomasz', { does: 'takes', ask: 'round-tomasz', whom: 'Rui' }],

  // What a blocked asker asks next.
  ['8 11:20', 'Ines', { does: 'asks', ask: 'board', to: { circle: 'Tuesday leads' } }],
  ['8 12:20', 'Rui', { does: 'offers', ask: 'board' }],
  ['10 12:20', 'Ines', { does: 'closes', ask: 'board' }],

  ['7 20:20', 'Oleg', { does: 'asks', ask: 'closing', to: { circle: 'Tuesday leads' } }],
  ['9 20:20', 'Rui', { does: 'offers', ask: 'closing' }],
  ['12 09:20', 'Amara', { does: 'leaves' }],
  ['13 08:20', 'Oleg', { does: 'is closed' }],
  ['13 09:20', 'Noor', { does: 'asks', ask: 'late', to: { circle: 'Tuesday leads' } }],

  ['1 07:20', 'Hanne', { does: 'is asked on Tuesdays' }],
  ['2 08:40', 'Hanne', { does: 'plans', on: '2032-03-18', hour: 14 }],
  ['9 12:20', 'Hanne', { does: 'plans', on: '2032-03-26', hour: 8 }],
  ['10 12:40', 'Hanne', { does: 'says it is done' }],

  ['6 20:40', 'Noor', { does: 'reads all' }],
  ['9 08:50', 'Noor', { does: 'reads all' }],
  ['14 09:50', 'Rui', { does: 'reads all' }],
];

/** When 'day hh:mm' is. */
export const moment = (when: string) => {
  const [day = '', hour = '', minute = ''] = when.split(/[ :]/);
  const minutes = ((Number(day) - 1) * 24 + Number(hour)) * 60 + Number(minute);
  return new Date(BEGINS.getTime() + minutes * 60_000);
};

/** Everything, in order. */
export const script: readonly Happens[] = ALL.map(([when, who, act]) => ({
  ...{ ...act, who, at: moment(when) },
})).sort((a, b) => a.at.getTime() - b.at.getTime());

const HOUR = 60 * 60_000;

/** Hours of a fortnight; what comes after is swept each sixth. */
const HOURLY = 14 * 24;

/** When there is a sweep: each hour but those in which nothing ran. */
export const sweeps: readonly Date[] = Array.from({ length: DAYS * 24 }, (_, hour) => hour + 1)
  .filter((hour) => hour < STOPPED.from || hour >= STOPPED.to)
  .filter((hour) => hour <= HOURLY || hour % 6 === 0)
  .map((hour) => new Date(BEGINS.getTime() + hour * HOUR));

/** Whether a day ends with this sweep. */
export const isMidnight = (at: Date) => (at.getTime() - BEGINS.getTime()) % (24 * HOUR) === 0;
