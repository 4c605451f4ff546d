import { addressOfAgreement } from '#app/circles/addresses.ts';
import { type OccasionsOf, occasion } from '#app/notifications/rules/occasions.ts';

declare module '#app/notifications/rules/occasions.ts' {
  interface Occasions {
    /** there is a new version, to which everybody is asked again */
    'agreement-changed': Record<string, never>;
  }
}

interface Facts {
  /** whether the reader has agreed to the version in force */
  isIn: boolean;
}

export const occasions = {
  'agreement-changed': occasion<'agreement-changed', Facts>({
    weight: 'circle',
    topic: () => 'agreement',
    facts: `
select json_build_object('isIn', exists (
  select from agreement_consent k where k.circle_id = i.circle_id and k.person_id = i.person_id
    and k.version = (select max(a.version) from agreement a where a.circle_id = i.circle_id) offset 0))`,
    over: ({ facts }) => facts.isIn,
    line: ({ facts, by }) => ({
      title: 'The agreement has changed',
      text: facts.isIn
        ? `${by ?? 'The host'} wrote it anew, and you’re in.`
        : `${by ?? 'The host'} wrote it anew. Read it, and say whether you’re in.`,
    }),
    to: ({ circle }) => addressOfAgreement(circle.slug),
  }),
} satisfies OccasionsOf<'agreement-changed'>;
