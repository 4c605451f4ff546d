import { addressOfPeople } from '#app/circles/addresses.ts';
import type { GivenRole } from '#app/circles/rules/circles.ts';
import { type OccasionsOf, occasion } from '#app/notifications/rules/occasions.ts';
import { apart } from '#app/ui/apart.ts';

declare module '#app/notifications/rules/occasions.ts' {
  interface Occasions {
    /** whoever is told has another role */
    'role-changed': { role: GivenRole };
    /** whoever is told hosts the circle; nobody did it where the host's account was closed */
    'hosting-yours': Record<string, never>;
    /** somebody else hosts the circle */
    'hosting-changed': Record<string, never>;
  }
}

interface Facts {
  /** who hosts the circle */
  host: string;
}

const NONE = "select '{}'::json";

const to = ({ circle }: { circle: { slug: string } }) => addressOfPeople(circle.slug);

export const occasions = {
  'role-changed': occasion<'role-changed', unknown>({
    weight: 'you',
    topic: () => 'role',
    facts: NONE,
    line: ({ detail, by }) =>
      detail.role === 'facilitator'
        ? {
            title: 'You are a facilitator now',
            text: `${by ?? 'The host'} made you one: you can set sessions and plan what is read.`,
          }
        : {
            title: 'You are a member now',
            text: `${by ?? 'The host'} changed your role: others set sessions and plan what is read.`,
          },
    to,
  }),
  'hosting-yours': occasion<'hosting-yours', unknown>({
    weight: 'you',
    topic: () => 'role',
    facts: NONE,
    line: ({ circle, by }) => ({
      title: `You host ${apart(circle.name)} now`,
      text: by
        ? `${by} handed it over to you.`
        : 'The account of whoever hosted it is closed, and you are next.',
    }),
    to,
  }),
  'hosting-changed': occasion<'hosting-changed', Facts>({
    weight: 'circle',
    topic: () => 'host',
    facts: `
select json_build_object('host', p.name)
from membership m join person p on p.id = m.person_id
where m.circle_id = i.circle_id and m.role = 'host'`,
    line: ({ facts, circle, by }) => ({
      title: `${apart(facts.host)} hosts ${apart(circle.name)} now`,
      text: by ? `${by} handed it over.` : 'The account of whoever hosted it is closed.',
    }),
    to,
  }),
} satisfies OccasionsOf<'role-changed' | 'hosting-yours' | 'hosting-changed'>;
