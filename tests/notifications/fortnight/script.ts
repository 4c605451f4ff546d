/**
 * What happens in two circles, and between people, in a fortnight, minute by minute, and who is in
 * them. Nothing here
 * knows how Octavo does any of it.
 */

export type Volume = 'everything' | 'concerns' | 'digest' | 'nothing';
export type CircleName = 'Tuesday leads' | 'The other side';
/** Where something happens: what is between people is in no circle. */
export type Place = CircleName | 'between people';

interface Hours {
  /** 1 Monday to 7 Sunday */
  days: number[];
  hour: number;
  /** as clocks show them: '22:00' to '07:30' */
  quiet?: { from: string; to: string };
}

interface Person {
  name: string;
  zone: string;
  circles: Partial<Record<CircleName, Volume>>;
  hours?: Hours;
}

const DAILY = [1, 2, 3, 4, 5, 6, 7];

/** The first of each circle is its host. */
export const people: readonly Person[] = [
  {
    name: 'Ines',
    zone: 'Europe/Madrid',
    circles: { 'Tuesday leads': 'everything', 'The other side': 'concerns' },
  },
  {
    // Through midnight; behind in the book until the second week.
    name: 'Noor',
    zone: 'Europe/Lisbon',
    circles: { 'Tuesday leads': 'everything', 'The other side': 'digest' },
    hours: { days: [3, 7], hour: 18, quiet: { from: '22:00', to: '07:30' } },
  },
  // Reads everything on the site within the hour.
  { name: 'Rui', zone: 'Europe/Lisbon', circles: { 'Tuesday leads': 'everything' } },
  {
    name: 'Tomasz',
    zone: 'Europe/Warsaw',
    circles: { 'Tuesday leads': 'digest', 'The other side': 'everything' },
    // Its hour lies in the quiet ones.
    hours: { days: DAILY, hour: 6, quiet: { from: '23:00', to: '06:45' } },
  },
  { name: 'Amara', zone: 'Africa/Nairobi', circles: { 'Tuesday leads': 'digest' } },
  {
    // Through noon, at +5:45. Mutes a thread.
    name: 'Priya',
    zone: 'Asia/Kathmandu',
    circles: { 'Tuesday leads': 'everything' },
    hours: { days: [5], hour: 8, quiet: { from: '11:30', to: '15:15' } },
  },
  // Never comes.
  { name: 'Sam', zone: 'America/New_York', circles: { 'Tuesday leads': 'concerns' } },
  { name: 'Lena', zone: 'Europe/Berlin', circles: { 'Tuesday leads': 'nothing' } },
  // Leaves.
  { name: 'Oleg', zone: 'Pacific/Auckland', circles: { 'Tuesday leads': 'everything' } },
  // Whose account is closed.
  { name: 'Judit', zone: 'Europe/Budapest', circles: { 'Tuesday leads': 'everything' } },
  // Joins on the sixth day.
  { name: 'Hanne', zone: 'Europe/Copenhagen', circles: {} },
];

/** The first minute, a Monday; in its night to the second Sunday clocks of Europe go forward. */
export const BEGINS = new Date('2060-03-15T00:00:00Z');
export const DAYS = 14;

export type Act =
  /** `about` a chapter of six: a thread begins with the first, and what follows is about none */
  | { does: 'writes'; in: string; note: string; answers?: string; about?: number }
  | { does: 'takes back'; note: string }
  | { does: 'visits'; thread: string }
  | { does: 'visits all' | 'marks all read' }
  | { does: 'schedules' | 'moves'; session: string; to: string }
  | { does: 'cancels'; session: string }
  | { does: 'mutes' | 'follows' | 'follows not'; thread: string }
  | { does: 'wants'; volume: Volume }
  /** with a mail of its own, where it says so */
  | { does: 'greets'; whom: string[]; byMail?: true }
  | { does: 'has read'; percent: number }
  | { does: 'joins' | 'leaves' | 'is closed' };

export type Happens = Act & { who: string; circle: Place; at: Date };

/** Threads are named by what their first note is. */
const LEADS: readonly [string, string, Act][] = [
  ['1 09:00', 'Ines', { does: 'writes', in: 'hiring', note: 'i1' }],
  ['1 09:20', 'Rui', { does: 'writes', in: 'hiring', note: 'r1', answers: 'i1' }],
  ['1 09:50', 'Sam', { does: 'writes', in: 'counting', note: 's1' }],
  ['1 10:05', 'Noor', { does: 'visits', thread: 'hiring' }],
  ['1 10:40', 'Noor', { does: 'writes', in: 'counting', note: 'n1' }],
  ['1 21:30', 'Priya', { does: 'writes', in: 'counting', note: 'p1', answers: 'n1' }],
  ['1 23:10', 'Tomasz', { does: 'writes', in: 'nights', note: 't1' }],
  ['2 03:00', 'Oleg', { does: 'writes', in: 'nights', note: 'o1', answers: 't1' }],
  ['2 06:10', 'Lena', { does: 'writes', in: 'hiring', note: 'l1', answers: 'r1' }],
  ['2 07:00', 'Priya', { does: 'mutes', thread: 'nights' }],
  ['2 07:15', 'Ines', { does: 'writes', in: 'nights', note: 'i2', answers: 'o1' }],
  ['2 08:00', 'Sam', { does: 'writes', in: 'nights', note: 's2' }],
  ['2 08:30', 'Sam', { does: 'takes back', note: 's2' }],
  ['1 12:00', 'Ines', { does: 'schedules', session: 'm1', to: '14 17:00' }],
  ['2 12:00', 'Amara', { does: 'writes', in: 'chapter', note: 'a1', about: 5 }],
  ['2 12:10', 'Ines', { does: 'writes', in: 'chapter', note: 'i3', answers: 'a1' }],
  ['2 13:30', 'Ines', { does: 'schedules', session: 'm2', to: '5 17:00' }],
  ['3 04:30', 'Oleg', { does: 'writes', in: 'counting', note: 'o2', answers: 's1' }],
  ['3 05:00', 'Sam', { does: 'follows not', thread: 'nights' }],
  ['3 05:10', 'Oleg', { does: 'writes', in: 'nights', note: 'o4', answers: 's2' }],
  ['3 05:20', 'Oleg', { does: 'writes', in: 'nights', note: 'o5' }],
  ['3 05:40', 'Ines', { does: 'writes', in: 'hiring', note: 'i4' }],
  ['3 06:05', 'Tomasz', { does: 'visits', thread: 'hiring' }],
  ['3 12:00', 'Ines', { does: 'moves', session: 'm2', to: '6 17:00' }],
  ['3 17:20', 'Judit', { does: 'writes', in: 'hiring', note: 'j1', answers: 'i4' }],
  ['4 10:00', 'Lena', { does: 'wants', volume: 'everything' }],
  ['4 10:30', 'Judit', { does: 'writes', in: 'oncall', note: 'j2' }],
  ['4 10:45', 'Oleg', { does: 'writes', in: 'oncall', note: 'o3' }],
  ['4 11:00', 'Oleg', { does: 'leaves' }],
  ['5 06:30', 'Ines', { does: 'writes', in: 'oncall', note: 'i5' }],
  ['5 07:10', 'Rui', { does: 'writes', in: 'oncall', note: 'r2', answers: 'j2' }],
  ['5 15:00', 'Sam', { does: 'wants', volume: 'digest' }],
  ['5 16:00', 'Ines', { does: 'cancels', session: 'm2' }],
  ['6 08:00', 'Hanne', { does: 'joins' }],
  ['6 09:00', 'Ines', { does: 'writes', in: 'welcome', note: 'i6' }],
  ['6 10:00', 'Ines', { does: 'schedules', session: 'm3', to: '13 17:00' }],
  ['6 11:00', 'Hanne', { does: 'writes', in: 'welcome', note: 'h1', answers: 'i6' }],
  ['6 13:00', 'Judit', { does: 'writes', in: 'welcome', note: 'j3' }],
  ['7 23:30', 'Rui', { does: 'writes', in: 'nights', note: 'r3' }],
  ['8 05:00', 'Judit', { does: 'is closed' }],
  ['8 05:10', 'Ines', { does: 'writes', in: 'oncall', note: 'i7', answers: 'j2' }],
  ['8 18:00', 'Noor', { does: 'visits all' }],
  ['9 10:00', 'Noor', { does: 'has read', percent: 100 }],
  ['9 14:00', 'Priya', { does: 'writes', in: 'nights', note: 'p2' }],
  ['9 14:20', 'Tomasz', { does: 'writes', in: 'nights', note: 't2', answers: 'p2' }],
  ['10 07:00', 'Noor', { does: 'has read', percent: 20 }],
  ['10 07:05', 'Rui', { does: 'writes', in: 'chapter', note: 'r4', about: 6 }],
  ['10 16:00', 'Tomasz', { does: 'wants', volume: 'concerns' }],
  ['10 16:10', 'Hanne', { does: 'writes', in: 'hiring', note: 'h2' }],
  ['11 21:15', 'Ines', { does: 'writes', in: 'welcome', note: 'i8', answers: 'h1' }],
  ['12 10:00', 'Tomasz', { does: 'wants', volume: 'digest' }],
  ['12 09:00', 'Lena', { does: 'follows', thread: 'counting' }],
  ['13 23:40', 'Sam', { does: 'writes', in: 'counting', note: 's3', answers: 'p1' }],
  ['14 00:20', 'Rui', { does: 'writes', in: 'counting', note: 'r5', answers: 's3' }],
  ['14 01:05', 'Hanne', { does: 'writes', in: 'nights', note: 'h3' }],
  ['14 12:00', 'Amara', { does: 'marks all read' }],
];

const OTHER: readonly [string, string, Act][] = [
  ['1 09:30', 'Noor', { does: 'writes', in: 'desk', note: 'd1' }],
  ['1 10:50', 'Tomasz', { does: 'writes', in: 'desk', note: 'd2' }],
  ['3 17:30', 'Ines', { does: 'writes', in: 'desk', note: 'd3', answers: 'd2' }],
  ['7 16:59', 'Tomasz', { does: 'writes', in: 'desk', note: 'd4' }],
  ['9 09:00', 'Tomasz', { does: 'writes', in: 'doors', note: 'd5' }],
  ['10 17:10', 'Noor', { does: 'writes', in: 'doors', note: 'd6', answers: 'd5' }],
];

const BETWEEN: readonly [string, string, Act][] = [
  ['1 09:10', 'Ines', { does: 'greets', whom: ['Noor', 'Tomasz', 'Sam'] }],
  ['1 22:30', 'Rui', { does: 'greets', whom: ['Noor', 'Priya'] }],
  ['2 09:00', 'Noor', { does: 'wants', volume: 'digest' }],
  // Lena wants nothing of her circle.
  ['2 10:00', 'Tomasz', { does: 'greets', whom: ['Noor', 'Rui', 'Lena'] }],
  ['4 09:00', 'Sam', { does: 'wants', volume: 'nothing' }],
  // Oleg has left the circle by the time it is mailed.
  ['4 10:30', 'Ines', { does: 'greets', whom: ['Sam', 'Amara', 'Oleg'] }],
  ['6 10:15', 'Rui', { does: 'greets', whom: ['Hanne', 'Judit'] }],
  ['8 05:05', 'Ines', { does: 'greets', whom: ['Judit', 'Priya'] }],
  ['9 11:30', 'Lena', { does: 'greets', whom: ['Noor', 'Amara'] }],
  ['9 12:00', 'Noor', { does: 'wants', volume: 'everything' }],
  ['9 12:10', 'Amara', { does: 'greets', whom: ['Noor', 'Sam', 'Tomasz'], byMail: true }],
  ['10 08:00', 'Ines', { does: 'greets', whom: ['Noor'] }],
];

/** When 'day hh:mm' is. */
export const moment = (when: string) => {
  const [day = '', hour = '', minute = ''] = when.split(/[ :]/);
  const minutes = ((Number(day) - 1) * 24 + Number(hour)) * 60 + Number(minute);
  return new Date(BEGINS.getTime() + minutes * 60_000);
};

const in_ = (circle: Place, acts: typeof LEADS): Happens[] =>
  acts.map(([at, who, act]) => ({ ...act, who, circle, at: moment(at) }));

/** Rui looks at everything at half past and at the hour: the threads first, then the inbox. */
const looks: Happens[] = Array.from({ length: DAYS * 48 }, (_, half) => half).flatMap((half) =>
  (['visits all', 'marks all read'] as const).map((does) => ({
    ...{ does, who: 'Rui', circle: 'Tuesday leads' },
    at: new Date(BEGINS.getTime() + half * 30 * 60_000),
  })),
);

/** Everything, in order. */
export const script: readonly Happens[] = [
  ...in_('Tuesday leads', LEADS),
  ...in_('The other side', OTHER),
  ...in_('between people', BETWEEN),
  ...looks,
].sort((a, b) => a.at.getTime() - b.at.getTime());
