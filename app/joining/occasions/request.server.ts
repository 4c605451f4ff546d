import { addressOfCircle, addressOfPeople } from '#app/circles/addresses.ts';
import { addressOfAbout, addressOfRequests, addressOfSeat } from '#app/joining/addresses.ts';
import { type OccasionsOf, occasion } from '#app/notifications/rules/occasions.ts';
import { apart } from '#app/ui/apart.ts';

declare module '#app/notifications/rules/occasions.ts' {
  interface Occasions {
    /** somebody asks for a seat: their host is told */
    'request-received': Record<string, never>;
    /** whoever asked is told, in the circle or not */
    'request-answered': Record<string, never>;
  }
}

interface Received {
  name: string;
  /** what they wrote; null for who hosts the circle no more */
  word: string | null;
  decision: 'accepted' | 'declined' | 'withdrawn' | null;
  hosts: boolean;
}

interface Answered {
  word: string;
  outcome: 'seated' | 'waiting' | 'declined' | 'over';
  /** whether the circle shows itself to who is not in it */
  listed: boolean;
}

const topic = (request: number | null) => `request:${request}`;

const became = {
  accepted: 'You said yes.',
  declined: 'You said no.',
  withdrawn: 'They took it back, or are in by another way.',
};

export const occasions = {
  'request-received': occasion<'request-received', Received>({
    weight: 'you',
    topic,
    facts: `
select json_build_object('name', p.name, 'decision', r.decision, 'hosts', h.person_id is not null,
  'word', case when h.person_id is not null then left(r.word, 600) end)
from join_request r
join person p on p.id = r.person_id
left join membership h
  on h.circle_id = r.circle_id and h.person_id = i.person_id and h.role = 'host'
where r.circle_id = i.circle_id and r.id = i.thing_id`,
    over: ({ facts }) => facts.decision !== null || !facts.hosts,
    line: ({ facts }) => ({
      title: `${apart(facts.name)} asks to join`,
      text: facts.decision
        ? became[facts.decision]
        : facts.hosts
          ? facts.word
            ? apart(facts.word)
            : 'Answer when you can: they wait for it.'
          : 'Whoever hosts the circle now answers them.',
    }),
    to: ({ circle, facts }) =>
      facts.hosts ? addressOfRequests(circle.slug) : addressOfPeople(circle.slug),
  }),
  'request-answered': occasion<'request-answered', Answered>({
    weight: 'you',
    topic,
    facts: `
select json_build_object('word', left(r.answer, 600), 'listed', c.visibility = 'listed',
  'outcome', case when r.decision = 'declined' then 'declined'
    when m.person_id is not null then 'seated'
    when exists (select from waiting_place w where w.circle_id = r.circle_id
      and w.person_id = r.person_id and w.ended_at is null offset 0) then 'waiting' else 'over' end)
from join_request r
join circle c on c.id = r.circle_id
left join membership m on m.circle_id = r.circle_id and m.person_id = r.person_id
where r.circle_id = i.circle_id and r.id = i.thing_id and r.person_id = i.person_id`,
    over: ({ facts }) => facts.outcome === 'over',
    line: ({ facts, circle, by }) => ({
      title: answers[facts.outcome](apart(circle.name)),
      text: facts.word
        ? `${by ?? 'The host'}: ${apart(facts.word)}`
        : `${by ?? 'The host'} answered you.`,
    }),
    to: ({ circle: { slug }, facts: { outcome, listed } }) => {
      if (outcome === 'seated') return addressOfCircle(slug);
      if (outcome === 'waiting') return addressOfSeat(slug);
      return listed ? addressOfAbout(slug) : '/';
    },
  }),
} satisfies OccasionsOf<'request-received' | 'request-answered'>;

const answers: Record<Answered['outcome'], (circle: string) => string> = {
  seated: (circle) => `You’re in ${circle}`,
  waiting: (circle) => `You have a place in line for ${circle}`,
  declined: (circle) => `${circle} has no seat for you`,
  over: (circle) => `${circle} said yes to you`,
};
