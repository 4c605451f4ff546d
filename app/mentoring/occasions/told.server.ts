import { excerpt } from '#app/discussions/rules/excerpt.ts';
import { addressOfOneTold } from '#app/mentoring/told/addresses.ts';
import { named } from '#app/mentoring/words.ts';
import { type OccasionsOf, occasion } from '#app/notifications/rules/occasions.ts';
import { capital } from '#app/ui/words.ts';

declare module '#app/notifications/rules/occasions.ts' {
  interface Occasions {
    /** somebody shared what they were told, and what they will do with it */
    told: Record<string, never>;
  }
}

interface Facts {
  /** null: they are in the circle no more */
  by: string | null;
  /** the beginning of what they were told, as HTML */
  html: string;
}

const IN_A_LINE = 140;
const IN_A_MAIL = 280;

const did = ({ by }: Facts) => `${capital(named(by))} shared what they were told`;

export const occasions = {
  told: occasion<'told', Facts>({
    weight: 'news',
    topic: (told) => `told:${told}`,
    facts: `
select json_build_object('by', (
    select p.name from membership m join person p on p.id = m.person_id
    where m.circle_id = t.circle_id and m.person_id = t.person_id offset 0),
  'html', left(t.told_html, 2000))
from told t
where t.circle_id = i.circle_id and t.id = i.thing_id and t.taken_back_at is null`,
    line: ({ facts }) => ({
      title: did(facts),
      text: `“${excerpt(facts.html, IN_A_LINE)}”`,
      said: excerpt(facts.html, IN_A_MAIL),
    }),
    inMail: ({ facts }) => ({ did: did(facts), headline: did(facts) }),
    to: ({ circle, thing }) => addressOfOneTold(circle.slug, thing ?? 0),
  }),
} satisfies OccasionsOf<'told'>;
