import { type Occasion, type OccasionsOf, occasion } from '#app/notifications/rules/occasions.ts';
import { addressOfSeries } from '#app/series/addresses.ts';
import { recursWords } from '#app/series/words.ts';
import { dayAndTime, dayOf } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';

type Nothing = Record<string, never>;

declare module '#app/notifications/rules/occasions.ts' {
  interface Occasions {
    /** sessions that recur are set: all of them are one line */
    'series-begun': Nothing;
    /** those to come have another day, time, length or place */
    'series-changed': Nothing;
    /** those to come are off; `word` is why */
    'series-ended': { word: string };
    /** its end was taken back */
    'series-resumed': Nothing;
    /** it ends with the book, and the book ends on another day now */
    'series-refitted': Nothing;
    /** whoever was to run all of it is in the circle no more */
    'series-unrunnable': Nothing;
  }
}

interface Facts {
  title: string;
  rule: string;
  time: string;
  zone: string;
  /** of the first to come when it was told (ISO); null for none */
  next: string | null;
  /** of the last there is (ISO) */
  last: string | null;
  /** the last day of the book it ends with, 'YYYY-MM-DD' */
  bookEndsOn: string | null;
  /** somebody runs all of it */
  isRun: boolean;
}

/** A series, by the number of its row. */
const facts = `
select json_build_object('title', s.title, 'rule', s.rule, 'time', s.at_time, 'zone', s.time_zone,
  'next', held.next, 'last', held.last, 'bookEndsOn', s.book_ends_on,
  'isRun', s.facilitator_id is not null)
from series s left join lateral (
  select min(o.starts_at) filter (where o.starts_at > i.at) as next, max(o.starts_at) as last
  from session o
  where o.circle_id = s.circle_id and o.series_id = s.id and not exists (
    select from session_cancellation c
    where c.circle_id = o.circle_id and c.session_id = o.id offset 0)
) as held on true
where s.circle_id = i.circle_id and s.id = i.thing_id`;

/** What is the same of every kind of occasion about a series. */
const ofSeries = {
  weight: 'circle',
  topic: (series) => `series:${series}`,
  facts,
  doer: true,
  over: ({ facts: { last }, now }) => last !== null && new Date(last) < now,
  to: ({ circle, thing }) => addressOfSeries(circle.slug, thing ?? ''),
} satisfies Omit<Occasion<unknown, Facts>, 'line'>;

const somebody = (by: string | null) => by ?? 'A facilitator';
const called = ({ title }: Facts) => (title ? ` “${apart(title)}”.` : '.');
const pattern = ({ rule, time, zone }: Facts, reader: string) =>
  recursWords({ rule, time, timeZone: zone }, reader).replace(/^./, (first) => first.toLowerCase());

interface Said {
  facts: Facts;
  zone: string;
  now: Date;
}

const nextOf = ({ facts, zone, now }: Said) =>
  facts.next ? ` Next on ${dayAndTime(facts.next, zone, now)}.` : '';

export const occasions = {
  'series-begun': occasion<'series-begun', Facts>({
    ...ofSeries,
    line: (says) => ({
      title: `We meet ${pattern(says.facts, says.zone)}`,
      text: `${somebody(says.by)} set sessions that recur${called(says.facts)}${nextOf(says)}`,
    }),
  }),
  'series-changed': occasion<'series-changed', Facts>({
    ...ofSeries,
    line: (says) => ({
      title: `We now meet ${pattern(says.facts, says.zone)}`,
      text: `${somebody(says.by)} changed the sessions to come.${nextOf(says)}`,
    }),
  }),
  'series-ended': occasion<'series-ended', Facts>({
    ...ofSeries,
    over: () => false,
    line: ({ facts, by, zone, detail }) => ({
      title: `We no longer meet ${pattern(facts, zone)}`,
      text: `${somebody(by)} ended the series${detail.word ? `: ${apart(detail.word)}` : '.'}`,
    }),
  }),
  'series-resumed': occasion<'series-resumed', Facts>({
    ...ofSeries,
    line: (says) => ({
      title: `We meet ${pattern(says.facts, says.zone)} after all`,
      text: `${somebody(says.by)} took the end of the series back.${nextOf(says)}`,
    }),
  }),
  'series-refitted': occasion<'series-refitted', Facts>({
    ...ofSeries,
    over: () => false,
    line: ({ facts: { next, bookEndsOn } }) => ({
      title:
        next && bookEndsOn
          ? `There are sessions until ${dayOf(bookEndsOn)}`
          : 'No more sessions with this book',
      text: 'They end with the book, whose last day is another now.',
    }),
  }),
  'series-unrunnable': occasion<'series-unrunnable', Facts>({
    ...ofSeries,
    weight: 'you',
    over: (says) => says.facts.isRun || ofSeries.over(says),
    line: (says) => ({
      title: `${somebody(says.by)} can’t run the sessions ${pattern(says.facts, says.zone)}`,
      text: says.facts.isRun
        ? 'Somebody else runs them by now.'
        : `They take somebody else.${nextOf(says)}`,
    }),
  }),
} satisfies OccasionsOf<
  | 'series-begun'
  | 'series-changed'
  | 'series-ended'
  | 'series-resumed'
  | 'series-refitted'
  | 'series-unrunnable'
>;
