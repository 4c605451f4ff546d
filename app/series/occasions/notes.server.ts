import { type OccasionsOf, occasion } from '#app/notifications/rules/occasions.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { sessionState } from '#app/sessions/rules/session.ts';
import { turnWords } from '#app/sessions/words.ts';
import { dayAndTime } from '#app/time/words.ts';

declare module '#app/notifications/rules/occasions.ts' {
  interface Occasions {
    /** whoever is told is asked to take a session's notes; `how` their turn came */
    'notes-yours': { how: 'given' | 'asked' | 'volunteered' | 'swapped' };
  }
}

interface Facts {
  startsAt: string;
  minutes: number;
  cancelled: boolean;
  closed: boolean;
  /** whether they are still to take them */
  mine: boolean;
}

export const occasions = {
  'notes-yours': occasion<'notes-yours', Facts>({
    weight: 'you',
    topic: (session) => `notes:${session}`,
    facts: `
select json_build_object('startsAt', s.starts_at, 'minutes', s.minutes,
  'cancelled', c.session_id is not null, 'closed', exists (select from session_close d
    where d.circle_id = s.circle_id and d.session_id = s.id), 'mine', coalesce(s.note_taker_id = i.person_id, false))
from session s
left join session_cancellation c on c.circle_id = s.circle_id and c.session_id = s.id
where s.circle_id = i.circle_id and s.id = i.thing_id`,
    over: ({ facts, now }) => !facts.mine || facts.cancelled || sessionState(facts, now) === 'past',
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
    to: ({ circle, thing }) => addressOfSession(circle.slug, thing ?? ''),
  }),
} satisfies OccasionsOf<'notes-yours'>;
