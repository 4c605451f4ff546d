import { type OccasionsOf, occasion } from '#app/notifications/rules/occasions.ts';
import { addressOfSession, addressOfSessions } from '#app/sessions/addresses.ts';
import { clocksTitle } from '#app/sessions/words.ts';
import { dayAndTime } from '#app/time/words.ts';
import { capital, countWord } from '#app/ui/words.ts';

declare module '#app/notifications/rules/occasions.ts' {
  interface Occasions {
    /** the rules of clocks changed, by which these sessions were set */
    'clocks-changed': { sessionIds: readonly number[] };
  }
}

interface Facts {
  /** in order, those that take place */
  sessions: { id: number; startsAt: string; zone: string }[];
}

const coming = ({ facts, now }: { facts: Facts; now: Date }) =>
  facts.sessions.filter(({ startsAt }) => new Date(startsAt) > now);

export const occasions = {
  'clocks-changed': occasion<'clocks-changed', Facts>({
    weight: 'circle',
    topic: () => 'clocks',
    facts: `
      select json_build_object('sessions', coalesce(json_agg(json_build_object('id', s.id,
        'startsAt', s.starts_at, 'zone', s.time_zone) order by s.starts_at, s.id), '[]'))
      from session s
      where s.circle_id = i.circle_id
        and s.id in (select jsonb_array_elements_text(i.detail -> 'sessionIds')::bigint)
        and not exists (select from session_cancellation c
          where c.circle_id = s.circle_id and c.session_id = s.id offset 0)`,
    over: (says) => coming(says).length === 0,
    line(says) {
      const [next, ...more] = coming(says);
      if (!next) return { title: 'Clocks had new rules', text: 'What moved by them is over.' };
      const when = dayAndTime(next.startsAt, says.zone, says.now);
      const moved =
        more.length === 0 ? 'One session' : `${capital(countWord(more.length + 1))} sessions`;
      return {
        title: clocksTitle([next, ...more].map(({ zone }) => zone)),
        text: `${moved} set by them ${more.length === 0 ? 'keeps its' : 'keep their'} time there. For you we ${more.length === 0 ? '' : 'next '}meet on ${when}.`,
      };
    },
    to(says) {
      const { slug } = says.circle;
      const [next, ...more] = coming(says);
      return next && more.length === 0 ? addressOfSession(slug, next.id) : addressOfSessions(slug);
    },
  }),
} satisfies OccasionsOf<'clocks-changed'>;
