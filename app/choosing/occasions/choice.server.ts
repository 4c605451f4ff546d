import { addressOfChoice } from '#app/choosing/addresses.ts';
import { choiceState } from '#app/choosing/rules/choice.ts';
import { type Occasion, type OccasionsOf, occasion } from '#app/notifications/rules/occasions.ts';
import { dayAndTime } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';

type Nothing = Record<string, never>;

declare module '#app/notifications/rules/occasions.ts' {
  interface Occasions {
    'choice-opened': Nothing;
    /** it closes at another time, which may have opened it again */
    'choice-moved': Nothing;
    /** it closes soon, and whoever is told has not ranked */
    'choice-reminder': Nothing;
    'choice-closed': Nothing;
    'choice-cancelled': Nothing;
  }
}

interface Facts {
  closesAt: string;
  closed: boolean;
  cancelled: boolean;
  /** its circle is archived */
  rests: boolean;
  /** whether the reader has ranked */
  ranked: boolean;
  winner: { title: string; author: string } | null;
}

/** A choice, by the number of its row. How anybody ranked is not in it. */
const ofChoice = {
  weight: 'circle',
  topic: (choice) => `choice:${choice}`,
  facts: `
select json_build_object('closesAt', b.closes_at, 'closed', l.choice_id is not null,
  'cancelled', f.choice_id is not null,
  'rests', exists (select from circle_archive a where a.circle_id = b.circle_id offset 0),
  'ranked', exists (select from ballot v where v.circle_id = b.circle_id and v.choice_id = b.id
    and v.person_id = i.person_id offset 0),
  'winner', case when w.id is not null
    then json_build_object('title', w.title, 'author', w.author) end)
from book_choice b
left join book_choice_close l on l.circle_id = b.circle_id and l.choice_id = b.id
left join book_choice_cancellation f on f.circle_id = b.circle_id and f.choice_id = b.id
left join book_proposal w on w.circle_id = l.circle_id and w.id = l.winner_proposal_id
where b.circle_id = i.circle_id and b.id = i.thing_id`,
  to: ({ circle, thing }) => addressOfChoice(circle.slug, thing ?? ''),
} satisfies Omit<Occasion<unknown, Facts>, 'line'>;

const isOver = ({ facts, now }: { facts: Facts; now: Date }) => choiceState(facts, now) !== 'open';
const somebody = (by: string | null) => by ?? 'A facilitator';

export const occasions = {
  'choice-opened': occasion<'choice-opened', Facts>({
    ...ofChoice,
    over: isOver,
    line: ({ facts, by, zone, now }) => ({
      title: 'Which book next?',
      text: `${somebody(by)} asks. Propose and rank until ${dayAndTime(facts.closesAt, zone, now)}.`,
    }),
  }),
  'choice-moved': occasion<'choice-moved', Facts>({
    ...ofChoice,
    over: isOver,
    line: ({ facts, by, zone, now }) => ({
      title: `Which book next? Now until ${dayAndTime(facts.closesAt, zone, now)}`,
      text: `${somebody(by)} changed when it closes.`,
    }),
  }),
  'choice-reminder': occasion<'choice-reminder', Facts>({
    ...ofChoice,
    over: (says) => says.facts.ranked || isOver(says),
    line: ({ facts, zone, now }) => ({
      title: `Rank the books until ${dayAndTime(facts.closesAt, zone, now)}`,
      text: facts.ranked ? 'You have.' : 'You have not ranked them yet; one is enough.',
    }),
  }),
  'choice-closed': occasion<'choice-closed', Facts>({
    ...ofChoice,
    line: ({ facts: { winner }, by }) => ({
      title: winner ? `The next book is ${apart(winner.title)}` : 'No book was chosen',
      text: winner
        ? `${winner.author ? `By ${apart(winner.author)}. ` : ''}${by ? `${by} closed it` : 'The time was over'}, and it is counted.`
        : 'Nobody ranked one before it closed.',
    }),
  }),
  'choice-cancelled': occasion<'choice-cancelled', Facts>({
    ...ofChoice,
    line: ({ by }) => ({
      title: 'Choosing the next book is off',
      text: `${somebody(by)} called it off, and nothing is counted.`,
    }),
  }),
} satisfies OccasionsOf<
  'choice-opened' | 'choice-moved' | 'choice-reminder' | 'choice-closed' | 'choice-cancelled'
>;
