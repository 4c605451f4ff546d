import { addressOfPeople, addressOfPerson } from '#app/circles/addresses.ts';
import { type Occasion, type OccasionsOf, occasion } from '#app/notifications/rules/occasions.ts';
import { apart } from '#app/ui/apart.ts';

type Nothing = Record<string, never>;

declare module '#app/notifications/rules/occasions.ts' {
  interface Occasions {
    'person-joined': Nothing;
    /** they left by themselves */
    'person-left': Nothing;
    /** the host ended their membership */
    'person-removed': Nothing;
  }
}

interface Facts {
  name: string;
}

const facts = `
select json_build_object('name', p.name) from person p where p.id = i.thing_id`;

/** Whose invitation brought them in. */
const invited = `exists (
  select from invitation v
  where v.circle_id = i.circle_id and v.accepted_by = i.thing_id and v.invited_by = i.person_id
    and (v.revoked_at is null or v.revoked_at >= i.at) offset 0)`;

const ofPerson = {
  weight: 'news',
  topic: (person) => `person:${person}`,
  facts,
  to: ({ circle }) => addressOfPeople(circle.slug),
} satisfies Omit<Occasion<unknown, Facts>, 'line'>;

export const occasions = {
  'person-joined': occasion<'person-joined', Facts>({
    ...ofPerson,
    forYou: invited,
    line: ({ facts, circle, forYou }) => ({
      title: `${apart(facts.name)} joined`,
      text: forYou
        ? 'They accepted your invitation.'
        : `They are in ${apart(circle.name)} now, and read with you.`,
    }),
    to: ({ circle, thing }) => addressOfPerson(circle.slug, thing ?? ''),
  }),
  'person-left': occasion<'person-left', Facts>({
    ...ofPerson,
    line: ({ facts }) => ({
      title: `${apart(facts.name)} left`,
      text: 'What they wrote stays.',
    }),
  }),
  'person-removed': occasion<'person-removed', Facts>({
    ...ofPerson,
    line: ({ facts, by }) => ({
      title: `${apart(facts.name)} is in the circle no more`,
      text: `${by ?? 'The host'} ended their membership. What they wrote stays.`,
    }),
  }),
} satisfies OccasionsOf<'person-joined' | 'person-left' | 'person-removed'>;
