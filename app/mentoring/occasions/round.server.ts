import { addressOfRound } from '#app/mentoring/addresses.ts';
import { type OccasionsOf, occasion } from '#app/notifications/rules/occasions.ts';
import { dayAndTime } from '#app/time/words.ts';

declare module '#app/notifications/rules/occasions.ts' {
  interface Occasions {
    /** at a session everybody is to ask */
    'round-set': Record<string, never>;
  }
}

interface Facts {
  startsAt: string;
  cancelled: boolean;
  opened: boolean;
  /** whether the reader has written one, or passes */
  ready: boolean;
}

/** A round by its session. What anybody wrote for it is not in it. */
export const occasions = {
  'round-set': occasion<'round-set', Facts>({
    weight: 'circle',
    topic: (session) => `round:${session}`,
    facts: `
select json_build_object('startsAt', s.starts_at, 'opened', r.opened_at is not null,
  'cancelled', exists (select from session_cancellation c
    where c.circle_id = s.circle_id and c.session_id = s.id offset 0),
  'ready', exists (select from round_ask a where a.circle_id = r.circle_id
    and a.session_id = r.session_id and a.person_id = i.person_id offset 0))
from ask_round r
join session s on s.circle_id = r.circle_id and s.id = r.session_id
where r.circle_id = i.circle_id and r.session_id = i.thing_id and r.removed_at is null`,
    over: ({ facts }) => facts.cancelled || facts.opened,
    line: ({ facts, zone, now }) => ({
      title: `We all ask on ${dayAndTime(facts.startsAt, zone, now)}`,
      text: facts.ready
        ? 'You have said what you bring.'
        : 'Bring one ask. Everybody does; nobody reads them before.',
    }),
    to: ({ circle, thing }) => addressOfRound(circle.slug, thing ?? ''),
  }),
} satisfies OccasionsOf<'round-set'>;
