import { type Occasion, type OccasionsOf, occasion } from '#app/notifications/rules/occasions.ts';
import { addressOfReading } from '#app/reading/addresses.ts';
import { dayOf } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';

type Nothing = Record<string, never>;

declare module '#app/notifications/rules/occasions.ts' {
  interface Occasions {
    'plan-made': Nothing;
    /** its days or milestones are others */
    'plan-changed': Nothing;
    /** the rest of it was made anew */
    'plan-made-anew': Nothing;
    /** the plan there was before that is back */
    'plan-put-back': Nothing;
  }
}

interface Facts {
  book: string;
  startsOn: string;
  endsOn: string;
  ended: boolean;
}

/** A reading's days. How far anybody is, is not in it. */
const ofPlan = {
  weight: 'circle',
  topic: (reading) => `plan:${reading}`,
  facts: `
select json_build_object('book', b.title, 'startsOn', r.starts_on, 'endsOn', r.ends_on,
  'ended', exists (select from reading_end e
    where e.circle_id = r.circle_id and e.reading_id = r.id offset 0))
from reading r join book b on b.circle_id = r.circle_id and b.id = r.book_id
where r.circle_id = i.circle_id and r.id = i.thing_id`,
  over: ({ facts, now }) => facts.ended || facts.endsOn < now.toISOString().slice(0, 10),
  to: ({ circle, thing }) => addressOfReading(circle.slug, thing ?? ''),
} satisfies Omit<Occasion<unknown, Facts>, 'line'>;

const somebody = (by: string | null) => by ?? 'A facilitator';
const until = ({ endsOn }: Facts, now: Date) => `We read until ${dayOf(endsOn, 'long', now)}.`;

export const occasions = {
  'plan-made': occasion<'plan-made', Facts>({
    ...ofPlan,
    line: ({ facts, by, now }) => ({
      title: `We read ${apart(facts.book)}`,
      text: `${somebody(by)} made a plan, from ${dayOf(facts.startsOn, 'long', now)} to ${dayOf(facts.endsOn, 'long', now)}.`,
    }),
  }),
  'plan-changed': occasion<'plan-changed', Facts>({
    ...ofPlan,
    line: ({ facts, by, now }) => ({
      title: `The plan for ${apart(facts.book)} has changed`,
      text: `${somebody(by)} changed it. ${until(facts, now)}`,
    }),
  }),
  'plan-made-anew': occasion<'plan-made-anew', Facts>({
    ...ofPlan,
    line: ({ facts, by, now }) => ({
      title: `The plan for ${apart(facts.book)} is new`,
      text: `${somebody(by)} made the rest of it anew. ${until(facts, now)}`,
    }),
  }),
  'plan-put-back': occasion<'plan-put-back', Facts>({
    ...ofPlan,
    line: ({ facts, by, now }) => ({
      title: `The plan for ${apart(facts.book)} is as it was`,
      text: `${somebody(by)} took the new one back. ${until(facts, now)}`,
    }),
  }),
} satisfies OccasionsOf<'plan-made' | 'plan-changed' | 'plan-made-anew' | 'plan-put-back'>;
