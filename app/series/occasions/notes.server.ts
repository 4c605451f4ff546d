import { type Occasion, type OccasionsOf, occasion } from '#app/notifications/rules/occasions.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { sessionState } from '#app/sessions/rules/session.ts';
import { turnWords } from '#app/sessions/words.ts';
import { dayAndTime } from '#app/time/words.ts';

declare module '#app/notifications/rules/occasions.ts' {
  interface Occasions {
    /** whoever is told is asked to take a session's notes; `how` their turn came */
    'notes-yours': { how: 'given' | 'asked' | 'volunteered' | 'swapped' };
    /** whoever it is by can't take a session's notes, and nobody is left who is asked */
    'notes-untaken': Record<string, never>;
  }
}

interface Facts {
  startsAt: string;
  minutes: number;
  cancelled: boolean;
  closed: boolean;
  /** whether they are still to take them */
  mine: boolean;
  /** nobody takes them */
  untaken: boolean;
}

/** A session, by the number of its row. */
const facts = `
select json_build_object('startsAt', s.starts_at, 'minutes', s.minutes,
  'cancelled', c.session_id is not null, 'closed', exists (select from session_close d
    where d.circle_id = s.circle_id and d.session_id = s.id),
  'mine', coalesce(s.note_taker_id = i.person_id, false), 'untaken', s.note_taker_id is null)
from session s
left join session_cancellation c on c.circle_id = s.circle_id and c.session_id = s.id
where s.circle_id = i.circle_id and s.id = i.thing_id`;

/** What is the same of both. */
const ofNotes = {
  weight: 'you',
  topic: (session) => `notes:${session}`,
  facts,
  to: ({ circle, thing }) => addressOfSession(circle.slug, thing ?? ''),
} satisfies Omit<Occasion<unknown, Facts>, 'line'>;

const isOver = ({ facts, now }: { facts: Facts; now: Date }) =>
  facts.cancelled || sessionState(facts, now) === 'past';

export const occasions = {
  'notes-yours': occasion<'notes-yours', Facts>({
    ...ofNotes,
    over: (says) => !says.facts.mine || isOver(says),
    line: ({ facts, detail, by, zone, now }) => {
      const when = dayAndTime(facts.startsAt, zone, now);
      return facts.mine
        ? {
            title: `You take notes on ${when}`,
            text: turnWords(detail.how, by),
          }
        : {
            title: `The session on ${when}`,
            text: 'You were to take its notes. Somebody else does by now, or nobody yet.',
          };
    },
  }),
  'notes-untaken': occasion<'notes-untaken', Facts>({
    ...ofNotes,
    over: (says) => !says.facts.untaken || isOver(says),
    line: ({ facts, by, zone, now }) => ({
      title: `${by ?? 'Somebody'} can’t take notes on ${dayAndTime(facts.startsAt, zone, now)}`,
      text: facts.untaken ? 'Nobody else is left to ask.' : 'Somebody else takes them by now.',
    }),
  }),
} satisfies OccasionsOf<'notes-yours' | 'notes-untaken'>;
