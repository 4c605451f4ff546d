import { type Occasion, type OccasionsOf, occasion } from '#app/notifications/rules/occasions.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { dayAndTime } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';

type Nothing = Record<string, never>;

declare module '#app/notifications/rules/occasions.ts' {
  interface Occasions {
    'session-scheduled': Nothing;
    /** its cancellation was taken back */
    'session-restored': Nothing;
    /** to another time; `was` (ISO) is when it was to be before */
    'session-moved': { was: string };
    /** of another length or at another place */
    'session-changed': Nothing;
    'session-cancelled': Nothing;
    'session-reminder': Nothing;
  }
}

interface Facts {
  title: string;
  startsAt: string;
  /** why it was cancelled; null for one that is not */
  reason: string | null;
}

/** A session, by the number of its row. */
const facts = `
select json_build_object('title', s.title, 'startsAt', s.starts_at, 'reason', c.reason)
from session s
left join session_cancellation c on c.circle_id = s.circle_id and c.session_id = s.id
where s.circle_id = i.circle_id and s.id = i.thing_id`;

/** What is the same of every kind of occasion about a session. */
const ofSession = {
  weight: 'circle',
  topic: (session) => `session:${session}`,
  facts,
  to: ({ circle, thing }) => addressOfSession(circle.slug, thing ?? ''),
} satisfies Omit<Occasion<unknown, Facts>, 'line'>;

const somebody = (by: string | null) => by ?? 'A facilitator';
const called = ({ title }: Facts) => (title ? ` “${apart(title)}”.` : '.');

export const occasions = {
  'session-scheduled': occasion<'session-scheduled', Facts>({
    ...ofSession,
    line: ({ facts, by, zone, now }) => ({
      title: `We meet on ${dayAndTime(facts.startsAt, zone, now)}`,
      text: `${somebody(by)} scheduled a session${called(facts)}`,
    }),
  }),
  'session-restored': occasion<'session-restored', Facts>({
    ...ofSession,
    line: ({ facts, by, zone, now }) => ({
      title: `We meet on ${dayAndTime(facts.startsAt, zone, now)} after all`,
      text: `${somebody(by)} took the cancellation back.`,
    }),
  }),
  'session-moved': occasion<'session-moved', Facts>({
    ...ofSession,
    line: ({ facts, detail, by, zone, now }) => ({
      title: `We now meet on ${dayAndTime(facts.startsAt, zone, now)}`,
      text: `${somebody(by)} moved the session. It was to be on ${dayAndTime(detail.was, zone, now)}.`,
    }),
  }),
  'session-changed': occasion<'session-changed', Facts>({
    ...ofSession,
    line: ({ facts, by, zone, now }) => ({
      title: `We still meet on ${dayAndTime(facts.startsAt, zone, now)}`,
      text: `${somebody(by)} changed its length or its place.`,
    }),
  }),
  'session-cancelled': occasion<'session-cancelled', Facts>({
    ...ofSession,
    line: ({ facts, by, zone, now }) => ({
      title: `The session on ${dayAndTime(facts.startsAt, zone, now)} is off`,
      text: `${somebody(by)} cancelled it${facts.reason ? `: ${apart(facts.reason)}` : '.'}`,
    }),
  }),
  'session-reminder': occasion<'session-reminder', Facts>({
    ...ofSession,
    line: ({ facts, zone, now }) => ({
      title: `Soon: ${dayAndTime(facts.startsAt, zone, now)}`,
      text: facts.title ? `The session${called(facts)}` : 'The next session.',
    }),
  }),
} satisfies OccasionsOf<
  | 'session-scheduled'
  | 'session-restored'
  | 'session-moved'
  | 'session-changed'
  | 'session-cancelled'
  | 'session-reminder'
>;
