import { addressOfWeek } from '#app/mentoring/week/addresses.ts';
import { SLOWED, sentenceOf } from '#app/mentoring/week/words.ts';
import { type Between, type BetweenOf, between } from '#app/notifications/rules/occasions.ts';

declare module '#app/notifications/rules/occasions.ts' {
  interface BetweenPeople {
    /** somebody’s day came; `slowed`: every other week from now on */
    'week-begins': { slowed: boolean };
    /** the hour at which they wanted to read their own sentence again */
    'week-reminder': Record<string, never>;
  }
}

interface Facts {
  whom: string;
  when: string;
  will: string;
  isSaid: boolean;
}

/** A week is told its own person, and nobody did it. A mail of it does not say whom. */
const ofWeek = {
  topic: (week) => `week:${week}`,
  facts: `
select json_build_object('whom', k.whom, 'when', k.when_text, 'will', k.will_text,
  'isSaid', k.result is not null)
from weekly_ask k where k.id = i.thing_id and k.person_id = i.person_id`,
  over: ({ facts }) => facts.isSaid,
  to: ({ thing }) => addressOfWeek(thing ?? ''),
} satisfies Partial<Between<unknown, Facts>>;

const TITLE = 'This week, ask one person';

const lineOf = (facts: Facts) => ({
  title: TITLE,
  text: facts.will === '' ? 'Whom, and what?' : `${facts.whom}: ${sentenceOf(facts)}`,
});

export const occasions = {
  'week-begins': between<'week-begins', Facts>({
    ...ofWeek,
    line({ facts, detail }) {
      const { title, text } = lineOf(facts);
      return { title, text: detail.slowed ? `${text} ${SLOWED}` : text };
    },
    inMail: ({ detail }) => ({
      did: detail.slowed ? `Whom, and what? ${SLOWED}` : 'Whom, and what?',
      headline: TITLE,
    }),
  }),
  'week-reminder': between<'week-reminder', Facts>({
    ...ofWeek,
    line: ({ facts }) => lineOf(facts),
    inMail: ({ facts }) => ({ did: sentenceOf(facts), headline: TITLE }),
  }),
} satisfies BetweenOf<'week-begins' | 'week-reminder'>;
