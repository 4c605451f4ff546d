import { type Occasion, type OccasionsOf, occasion } from '#app/notifications/rules/occasions.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { remindingWords } from '#app/sessions/reminders/words.ts';
import { type ReplyAnswer, sessionState } from '#app/sessions/rules/session.ts';
import { turnWords } from '#app/sessions/words.ts';
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
    /** `lead`: how long before, in minutes; none of an older Octavo’s */
    'session-reminder': { lead?: number };
    /** it needs so many, and whoever is told has not said */
    'session-asked': Nothing;
    /** whoever is told is asked to run it; `how` their turn came, where it is one */
    'session-yours': { how?: 'given' | 'asked' | 'volunteered' | 'swapped' };
    /** whoever was to run it can't, or is in the circle no more */
    'session-unrunnable': Nothing;
  }
}

interface Facts {
  title: string;
  startsAt: string;
  minutes: number;
  /** why it was cancelled; null for one that is not */
  reason: string | null;
  closed: boolean;
  /** who runs it now: nobody, the reader, whoever the line is by, or somebody else */
  runner: 'nobody' | 'reader' | 'by' | 'other';
  /** whether who runs it has said, of the time it is at now, that they can't */
  saidNo: boolean;
  /** what the reader said of that time; null for nothing */
  mine: ReplyAnswer | null;
}

/** A session, by the number of its row. */
const facts = `
select json_build_object('title', s.title, 'startsAt', s.starts_at, 'minutes', s.minutes,
  'reason', c.reason, 'closed', exists (select from session_close d
    where d.circle_id = s.circle_id and d.session_id = s.id), 'runner', case s.facilitator_id
    when i.person_id then 'reader' when i.by_person_id then 'by'
    else case when s.facilitator_id is null then 'nobody' else 'other' end end,
  'saidNo', r.answer = 'no' and (s.moved_at is null or r.replied_at >= s.moved_at),
  'mine', case when s.moved_at is null or mine.replied_at >= s.moved_at then mine.answer end)
from session s
left join session_cancellation c on c.circle_id = s.circle_id and c.session_id = s.id
left join session_reply r on r.circle_id = s.circle_id and r.session_id = s.id
  and r.person_id = s.facilitator_id
left join session_reply mine on mine.circle_id = s.circle_id and mine.session_id = s.id
  and mine.person_id = i.person_id
where s.circle_id = i.circle_id and s.id = i.thing_id`;

/** What is the same of every kind of occasion about a session. */
const ofSession = {
  weight: 'circle',
  topic: (session) => `session:${session}`,
  facts,
  over: ({ facts, now }) => sessionState({ ...facts, cancelled: facts.reason }, now) === 'past',
  to: ({ circle, thing }) => addressOfSession(circle.slug, thing ?? ''),
} satisfies Omit<Occasion<unknown, Facts>, 'line'>;

/** Of what a facilitator does. */
const done = { ...ofSession, doer: true } as const;

/** Who is asked to run it. */
const asked = `exists (
  select from session s where s.circle_id = i.circle_id and s.id = i.thing_id
    and s.facilitator_id = i.person_id offset 0)`;

const somebody = (by: string | null) => by ?? 'A facilitator';
/** Whether somebody runs it again. */
const isSettled = ({ runner, saidNo }: Facts) =>
  runner === 'nobody' ? false : runner !== 'by' || !saidNo;
const called = ({ title }: Facts) => (title ? ` “${apart(title)}”.` : '.');

export const occasions = {
  'session-scheduled': occasion<'session-scheduled', Facts>({
    ...done,
    forYou: `${asked} and i.person_id is distinct from i.by_person_id`,
    line: ({ facts, by, zone, now, forYou }) => ({
      title: `We meet on ${dayAndTime(facts.startsAt, zone, now)}`,
      text:
        forYou && facts.runner === 'reader'
          ? `${somebody(by)} scheduled it and asks you to run it.`
          : `${somebody(by)} scheduled a session${called(facts)}`,
    }),
  }),
  'session-restored': occasion<'session-restored', Facts>({
    ...done,
    line: ({ facts, by, zone, now }) => ({
      title: `We meet on ${dayAndTime(facts.startsAt, zone, now)} after all`,
      text: `${somebody(by)} took the cancellation back.`,
    }),
  }),
  'session-moved': occasion<'session-moved', Facts>({
    ...done,
    line: ({ facts, detail, by, zone, now }) => ({
      title: `We now meet on ${dayAndTime(facts.startsAt, zone, now)}`,
      text: `${somebody(by)} moved the session. It was to be on ${dayAndTime(detail.was, zone, now)}.`,
    }),
  }),
  'session-changed': occasion<'session-changed', Facts>({
    ...done,
    line: ({ facts, by, zone, now }) => ({
      title: `We still meet on ${dayAndTime(facts.startsAt, zone, now)}`,
      text: `${somebody(by)} changed its length or its place.`,
    }),
  }),
  'session-cancelled': occasion<'session-cancelled', Facts>({
    ...done,
    line: ({ facts, by, zone, now }) => ({
      title: `The session on ${dayAndTime(facts.startsAt, zone, now)} is off`,
      text: `${somebody(by)} cancelled it${facts.reason ? `: ${apart(facts.reason)}` : '.'}`,
    }),
  }),
  'session-reminder': occasion<'session-reminder', Facts>({
    ...ofSession,
    line: ({ facts, detail, zone, now }) => {
      const when = dayAndTime(facts.startsAt, zone, now);
      return {
        title: (detail.lead ?? 0) > 120 ? `We meet on ${when}` : `Soon: ${when}`,
        text: `${facts.title ? `“${apart(facts.title)}”. ` : ''}${remindingWords(facts.mine)}`,
      };
    },
  }),
  'session-asked': occasion<'session-asked', Facts>({
    ...ofSession,
    weight: 'you',
    line: ({ facts, zone, now }) => ({
      title: `Will you come on ${dayAndTime(facts.startsAt, zone, now)}?`,
      text: 'It takes a number of us to be worth it. Either answer helps.',
    }),
  }),
  'session-yours': occasion<'session-yours', Facts>({
    ...ofSession,
    weight: 'you',
    over: (says) => says.facts.runner !== 'reader' || ofSession.over(says),
    line: ({ facts, detail, by, zone, now }) =>
      facts.runner === 'reader'
        ? {
            title: `You run the session on ${dayAndTime(facts.startsAt, zone, now)}`,
            text: turnWords(detail.how, by),
          }
        : {
            title: `The session on ${dayAndTime(facts.startsAt, zone, now)}`,
            text: 'You were to run it. Somebody else does by now, or nobody yet.',
          },
  }),
  'session-unrunnable': occasion<'session-unrunnable', Facts>({
    ...ofSession,
    weight: 'you',
    over: (says) => isSettled(says.facts) || ofSession.over(says),
    line: ({ facts, by, zone, now }) => ({
      title: `${somebody(by)} can’t run the session on ${dayAndTime(facts.startsAt, zone, now)}`,
      text: !isSettled(facts)
        ? 'It takes somebody else, or another day.'
        : facts.runner === 'by'
          ? 'That was then: they can after all.'
          : 'Somebody else runs it by now.',
    }),
  }),
} satisfies OccasionsOf<
  | 'session-scheduled'
  | 'session-restored'
  | 'session-moved'
  | 'session-changed'
  | 'session-cancelled'
  | 'session-reminder'
  | 'session-asked'
  | 'session-yours'
  | 'session-unrunnable'
>;
