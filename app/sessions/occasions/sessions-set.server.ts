import { type OccasionsOf, occasion } from '#app/notifications/rules/occasions.ts';
import { addressOfSession, addressOfSessions } from '#app/sessions/addresses.ts';
import { dayAndTime } from '#app/time/words.ts';
import { capital, countWord } from '#app/ui/words.ts';

declare module '#app/notifications/rules/occasions.ts' {
  interface Occasions {
    /** somebody joined a circle whose next sessions are set: all of them are one line */
    'sessions-set': Record<string, never>;
  }
}

interface Facts {
  /** in order */
  sessions: { id: number; startsAt: string }[];
}

/** Those that were to come then, and are not off. */
const set = `
from session s
where s.circle_id = i.circle_id and s.created_at <= i.at and s.starts_at > i.at
  and not exists (select from session_cancellation c
    where c.circle_id = s.circle_id and c.session_id = s.id offset 0)`;

const coming = ({ facts, now }: { facts: Facts; now: Date }) =>
  facts.sessions.filter(({ startsAt }) => new Date(startsAt) > now);

export const occasions = {
  'sessions-set': occasion<'sessions-set', Facts>({
    weight: 'circle',
    topic: () => 'sessions',
    facts: `select json_build_object('sessions', coalesce(json_agg(
      json_build_object('id', s.id, 'startsAt', s.starts_at) order by s.starts_at, s.id), '[]'))
      ${set}`,
    audience: `exists (select ${set} offset 0)`,
    over: (says) => coming(says).length === 0,
    line(says) {
      const [next, ...more] = coming(says);
      if (!next) return { title: 'The sessions that were set are over', text: '' };
      const when = dayAndTime(next.startsAt, says.zone, says.now);
      if (more.length === 0) {
        return { title: `We meet on ${when}`, text: 'It was set before you came.' };
      }
      return {
        title: `${capital(countWord(more.length + 1))} sessions are set`,
        text: `We meet next on ${when}.`,
      };
    },
    to(says) {
      const { slug } = says.circle;
      const [next, ...more] = coming(says);
      return next && more.length === 0 ? addressOfSession(slug, next.id) : addressOfSessions(slug);
    },
  }),
} satisfies OccasionsOf<'sessions-set'>;
