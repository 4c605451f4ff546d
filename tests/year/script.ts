/** A year of six circles in six zones: who is in them, and what happens. Moments are of UTC. */

/** Whom the year is lived by, and the zone of each when it begins. */
export const people = {
  Sam: 'America/New_York',
  Noor: 'Europe/Lisbon',
  Priya: 'Asia/Kolkata',
  Lena: 'Australia/Lord_Howe',
  Amara: 'Africa/Cairo',
  Tomasz: 'Pacific/Auckland',
  Rui: 'America/Sao_Paulo',
} as const;
export type Who = keyof typeof people;

/** Each circle’s zone, and who is in it when the year begins: the first hosts it. */
export const circles = {
  Harbour: { zone: 'America/New_York', members: ['Sam', 'Noor', 'Rui'] },
  Tagus: { zone: 'Europe/Lisbon', members: ['Noor', 'Sam'] },
  Monsoon: { zone: 'Asia/Kolkata', members: ['Priya', 'Amara'] },
  Lagoon: { zone: 'Australia/Lord_Howe', members: ['Lena', 'Tomasz'] },
  Delta: { zone: 'Africa/Cairo', members: ['Amara', 'Lena', 'Rui'] },
  Tide: { zone: 'Pacific/Auckland', members: ['Tomasz', 'Noor'] },
} as const satisfies Record<string, { zone: string; members: readonly Who[] }>;
export type CircleName = keyof typeof circles;

/** 1 is Monday; the nth of a month, −1 the last. */
export type Rule =
  | { weeks: number; weekday: number }
  | { months: number; nth: number; weekday: number }
  | { months: number; day: number };

/** On which days, from which on, and when on the clocks of its circle. */
export interface Recurs {
  rule: Rule;
  first: string;
  time: string;
}

export const BEGINS = '2028-01-03T00:00';
export const ENDS = '2029-01-02T00:00';

/** While nothing runs. */
export const OFF = { from: '2028-07-03T00:00', until: '2028-07-10T06:00' };

/** The book of a circle, from a day until another. */
export const BOOK = { circle: 'Delta', from: '2028-02-01', until: '2028-06-28' } as const;

type Does =
  | ({ does: 'begins'; circle: CircleName; series: string; minutes: number } & Recurs & Ends)
  /** all that are to come */
  | ({ does: 'changes'; series: string } & Recurs)
  /** from a day on, as a series of its own */
  | ({ does: 'splits'; series: string; day: string; as: string } & Recurs)
  | { does: 'ends'; series: string }
  | { does: 'finishes the book' }
  | { does: 'sets'; circle: CircleName; session: string; date: string; time: string }
  | { does: 'moves'; of: Of; date: string; time: string }
  | { does: 'skips' | 'calls off' | 'puts back'; of: Of }
  | { does: 'answers'; who: Who; of: Of; answer: 'yes' | 'maybe' | 'no' }
  | { does: 'joins' | 'leaves'; who: Who; circle: CircleName }
  | { does: 'lives elsewhere'; who: Who; zone: string }
  | { does: 'goes by other clocks'; circle: CircleName; zone: string }
  | { does: 'trims'; circle: CircleName; leads: readonly number[] }
  | { does: 'does without'; who: Who; circle: CircleName; lead: number }
  | { does: 'asks for times'; circle: CircleName; poll: string; slots: readonly Slot[] }
  | { does: 'chooses'; poll: string; slot: number; session: string };

interface Ends {
  until?: string;
  withBook?: true;
}

/** The session of a day of a series, or one by itself. */
export type Of = string | { series: string; day: string };

interface Slot {
  date: string;
  time: string;
  /** what each said to it */
  said: Partial<Record<Who, 'yes' | 'if_need_be' | 'no'>>;
}

export type Happens = { at: string } & Does;

const [WEEKS, DAYS, HOURS] = [20_160, 2_880, 120];
const every = (weeks: number, weekday: number) => ({ weeks, weekday });
const on = (series: string, day: string) => ({ series, day });

const tuesdays = { rule: every(2, 2), first: '2028-01-11', time: '17:30' };
const nights = { rule: every(4, 7), time: '02:30' };

export const script: readonly Happens[] = (
  [
    {
      at: '2028-01-03T09:00',
      does: 'begins',
      circle: 'Harbour',
      series: 'Tuesdays',
      minutes: 75,
      ...tuesdays,
    },
    { at: '2028-01-03T10:00', does: 'trims', circle: 'Tagus', leads: [DAYS, HOURS] },
    {
      ...{
        at: '2028-01-03T10:30',
        does: 'begins',
        circle: 'Tagus',
        series: 'Thursdays',
        minutes: 60,
      },
      ...{ rule: { months: 1, nth: -1, weekday: 4 }, first: '2028-01-27', time: '19:00' },
    },
    {
      ...{
        at: '2028-01-03T11:00',
        does: 'begins',
        circle: 'Monsoon',
        series: 'Thirty-firsts',
        minutes: 45,
      },
      ...{ rule: { months: 1, day: 31 }, first: '2028-01-31', time: '08:00' },
    },
    {
      ...{
        at: '2028-01-03T11:30',
        does: 'begins',
        circle: 'Monsoon',
        series: 'Twenty-ninths',
        minutes: 90,
      },
      ...{ rule: { months: 1, day: 29 }, first: '2028-01-29', time: '21:15' },
    },
    { at: '2028-01-03T12:00', does: 'does without', who: 'Amara', circle: 'Monsoon', lead: WEEKS },
    {
      ...{ at: '2028-01-03T19:00', does: 'begins', circle: 'Tide', series: 'Fridays', minutes: 50 },
      ...{ rule: { months: 2, nth: 1, weekday: 5 }, first: '2028-02-04', time: '07:00' },
    },
    { at: '2028-01-04T08:00', does: 'trims', circle: 'Lagoon', leads: [DAYS] },
    {
      at: '2028-01-20T20:00',
      does: 'answers',
      who: 'Rui',
      of: on('Tuesdays', '2028-01-25'),
      answer: 'no',
    },
    {
      at: '2028-01-30T08:00',
      does: 'answers',
      who: 'Sam',
      of: on('Tuesdays', '2028-02-08'),
      answer: 'yes',
    },
    {
      ...{
        at: '2028-02-01T08:00',
        does: 'begins',
        circle: 'Delta',
        series: 'Evenings',
        minutes: 60,
      },
      ...{ rule: every(1, 3), first: '2028-02-09', time: '20:00', withBook: true },
    },
    // Over the night in which clocks there go back, by half an hour, and into the end of it.
    {
      ...{ at: '2028-01-05T02:00', does: 'begins', circle: 'Lagoon', series: 'Back', minutes: 60 },
      ...{ rule: every(4, 7), first: '2028-01-09', time: '01:45', until: '2028-04-30' },
    },
    {
      at: '2028-01-05T03:00',
      does: 'begins',
      circle: 'Tide',
      series: 'Autumn',
      minutes: 60,
      ...nights,
      first: '2028-01-09',
      until: '2028-04-30',
    },
    { at: '2028-03-10T09:00', does: 'skips', of: on('Tuesdays', '2028-03-21') },
    {
      at: '2028-04-03T09:00',
      does: 'sets',
      circle: 'Tagus',
      session: 'The walk',
      date: '2028-05-11',
      time: '18:00',
    },
    { at: '2028-04-10T09:00', does: 'joins', who: 'Priya', circle: 'Tagus' },
    { at: '2028-04-20T09:00', does: 'answers', who: 'Priya', of: 'The walk', answer: 'maybe' },
    { at: '2028-04-24T09:00', does: 'moves', of: 'The walk', date: '2028-05-12', time: '18:30' },
    {
      at: '2028-05-10T09:00',
      does: 'moves',
      of: on('Tuesdays', '2028-05-16'),
      date: '2028-05-17',
      time: '19:00',
    },
    { at: '2028-05-20T12:00', does: 'finishes the book' },
    {
      ...{ at: '2028-06-05T07:00', does: 'asks for times', circle: 'Delta', poll: 'When?' },
      slots: [
        { date: '2028-07-20', time: '18:00', said: { Lena: 'no' } },
        { date: '2028-07-21', time: '18:00', said: { Lena: 'if_need_be', Rui: 'no' } },
        { date: '2028-07-25', time: '09:00', said: { Lena: 'yes', Rui: 'if_need_be' } },
      ],
    },
    // In the midst of one that changes: what is to come has another hour.
    {
      ...{ at: '2028-06-06T07:00', does: 'changes', series: 'Twenty-ninths' },
      ...{ rule: { months: 1, day: 29 }, first: '2028-06-29', time: '20:00' },
    },
    { at: '2028-06-10T09:00', does: 'calls off', of: on('Thursdays', '2028-06-29') },
    { at: '2028-06-12T07:00', does: 'chooses', poll: 'When?', slot: 2, session: 'When?' },
    {
      at: '2028-06-13T09:00',
      does: 'sets',
      circle: 'Tagus',
      session: 'Over by then',
      date: '2028-07-05',
      time: '18:00',
    },
    { at: '2028-06-15T09:00', does: 'puts back', of: on('Thursdays', '2028-06-29') },
    {
      at: '2028-06-20T01:00',
      does: 'sets',
      circle: 'Tide',
      session: 'Just in time',
      date: '2028-07-10',
      time: '19:00',
    },
    {
      at: '2028-05-25T02:00',
      does: 'begins',
      circle: 'Tide',
      series: 'Spring',
      minutes: 60,
      ...nights,
      first: '2028-06-04',
      until: '2028-10-22',
    },
    { at: '2028-06-25T09:00', does: 'lives elsewhere', who: 'Sam', zone: 'America/Sao_Paulo' },
    {
      at: '2028-07-15T01:00',
      does: 'goes by other clocks',
      circle: 'Tide',
      zone: 'Australia/Lord_Howe',
    },
    {
      at: '2028-07-16T01:00',
      does: 'sets',
      circle: 'Tide',
      session: 'By the other clocks',
      date: '2028-08-20',
      time: '10:00',
    },
    // Over the night in which clocks go forward: by half an hour there, by an hour in Auckland.
    {
      ...{ at: '2028-06-01T02:00', does: 'begins', circle: 'Lagoon', series: 'Forth', minutes: 60 },
      ...{ rule: every(4, 7), first: '2028-06-11', time: '02:10', until: '2028-10-29' },
    },
    {
      at: '2028-08-20T09:00',
      does: 'answers',
      who: 'Rui',
      of: on('Tuesdays', '2028-09-05'),
      answer: 'no',
    },
    {
      ...{
        at: '2028-08-25T09:00',
        does: 'splits',
        series: 'Tuesdays',
        day: '2028-09-05',
        as: 'Wednesdays',
      },
      ...{ rule: every(2, 3), first: '2028-09-06', time: '18:15' },
    },
    { at: '2028-09-10T09:00', does: 'ends', series: 'Thirty-firsts' },
    {
      at: '2028-10-05T01:00',
      does: 'sets',
      circle: 'Tide',
      session: 'Without Noor',
      date: '2028-11-02',
      time: '19:00',
    },
    { at: '2028-10-10T09:00', does: 'leaves', who: 'Noor', circle: 'Tide' },
    { at: '2028-10-12T09:00', does: 'calls off', of: 'Without Noor' },
    { at: '2028-10-14T09:00', does: 'puts back', of: 'Without Noor' },
  ] satisfies Happens[]
).sort((a, b) => (a.at < b.at ? -1 : 1));
