import { addressOfCircle } from '#app/circles/addresses.ts';
import { placeState } from '#app/circles/rules/circles.ts';
import { standing } from '#app/circles/words/circles.ts';
import { addressOfAbout, addressOfSeat, addressOfWaiting } from '#app/joining/addresses.ts';
import { type Occasion, type OccasionsOf, occasion } from '#app/notifications/rules/occasions.ts';
import { dayAndTime } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';

type Nothing = Record<string, never>;

declare module '#app/notifications/rules/occasions.ts' {
  interface Occasions {
    /** whoever stands in line is told, who is in the circle no more or not yet */
    'seat-waiting': Nothing;
    'seat-offered': Nothing;
    'line-removed': Nothing;
    /** somebody accepted an invitation while every seat was taken: who invited them is told */
    'invited-waits': Nothing;
  }
}

interface Place {
  offered_at: string | null;
  offer_expires_at: string | null;
  ended_at: string | null;
  outcome: string | null;
  ahead: number;
  isIn: boolean;
  /** whether the circle shows itself to who is not in it */
  listed: boolean;
}

const facts = `
select json_build_object('offered_at', w.offered_at, 'offer_expires_at', w.offer_expires_at,
  'ended_at', w.ended_at, 'outcome', w.outcome, 'listed', c.visibility = 'listed',
  'isIn', exists (select from membership m
    where m.circle_id = w.circle_id and m.person_id = w.person_id offset 0),
  'ahead', (select count(*) from waiting_place b
    where b.circle_id = w.circle_id and b.id < w.id and b.ended_at is null))
from waiting_place w join circle c on c.id = w.circle_id
where w.circle_id = i.circle_id and w.id = i.thing_id and w.person_id = i.person_id`;

const stateOf = (place: Place, now: Date) => {
  const at = (moment: string | null) => (moment === null ? null : new Date(moment));
  const { offered_at, offer_expires_at, ended_at } = place;
  return placeState(
    {
      offered_at: at(offered_at),
      offer_expires_at: at(offer_expires_at),
      ended_at: at(ended_at),
    },
    now,
  );
};

/** Says where a person in line stands by now, whatever they were told then. */
const ofPlace = {
  weight: 'you',
  topic: (place) => `seat:${place}`,
  facts,
  line({ facts, circle, zone, now }) {
    const name = apart(circle.name);
    const state = stateOf(facts, now);
    if (facts.isIn || facts.outcome === 'joined') {
      return { title: `You’re in ${name}`, text: 'A seat was yours.' };
    }
    if (facts.outcome === 'removed') {
      return { title: `You’re in line for ${name} no more`, text: 'The host ended your place.' };
    }
    if (facts.outcome === 'withdrawn') {
      return { title: `You’re in line for ${name} no more`, text: 'You left the line.' };
    }
    const until = facts.offer_expires_at && dayAndTime(facts.offer_expires_at, zone, now);
    if (until && state === 'offered') {
      return { title: `A seat in ${name} is yours`, text: `It is held for you until ${until}.` };
    }
    if (until) {
      return {
        title: `A seat in ${name} went to the next in line`,
        text: `It was held for you until ${until}.`,
      };
    }
    return {
      title: `${standing(facts.ahead)} for ${name}`,
      text: 'You hear of it as soon as a seat is free.',
    };
  },
  to({ circle: { slug }, facts, now }) {
    if (facts.isIn) return addressOfCircle(slug);
    if (['waiting', 'offered'].includes(stateOf(facts, now))) return addressOfSeat(slug);
    return facts.listed ? addressOfAbout(slug) : '/';
  },
} satisfies Occasion<unknown, Place>;

interface Waits {
  name: string;
  waits: boolean;
  hosts: boolean;
}

export const occasions = {
  'seat-waiting': occasion<'seat-waiting', Place>({
    ...ofPlace,
    over: ({ facts, now }) => stateOf(facts, now) !== 'waiting',
  }),
  'seat-offered': occasion<'seat-offered', Place>({
    ...ofPlace,
    over: ({ facts, now }) => stateOf(facts, now) !== 'offered',
  }),
  'line-removed': occasion<'line-removed', Place>({
    ...ofPlace,
    over: ({ facts }) => facts.isIn,
  }),
  'invited-waits': occasion<'invited-waits', Waits>({
    weight: 'you',
    topic: (person) => `person:${person}`,
    facts: `
select json_build_object('name', p.name, 'waits', exists (select from waiting_place w
    where w.circle_id = i.circle_id and w.person_id = p.id and w.ended_at is null offset 0),
  'hosts', exists (select from membership h
    where h.circle_id = i.circle_id and h.person_id = i.person_id and h.role = 'host' offset 0))
from person p where p.id = i.thing_id`,
    audience: `exists (
  select from invitation v
  where v.circle_id = i.circle_id and v.accepted_by = i.thing_id and v.invited_by = i.person_id
    and v.revoked_at is null offset 0)`,
    over: ({ facts }) => !facts.waits,
    line: ({ facts }) => ({
      title: `${apart(facts.name)} accepted your invitation`,
      text: facts.waits
        ? 'Every seat is taken, so they stand in line.'
        : 'They are not in line any more.',
    }),
    to: ({ circle, facts }) =>
      facts.hosts ? addressOfWaiting(circle.slug) : addressOfCircle(circle.slug),
  }),
} satisfies OccasionsOf<'seat-waiting' | 'seat-offered' | 'line-removed' | 'invited-waits'>;
