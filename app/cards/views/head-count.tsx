import { Form } from '@remix-run/react';
import { addressOfCard } from '#app/cards/addresses.ts';
import type { Card, CardStep } from '#app/cards/rules/card.ts';
import { timeFor } from '#app/cards/rules/groups.ts';
import { peopleWords } from '#app/cards/words/card.ts';
import { countWord } from '#app/ui/words.ts';

interface HeadCountProps {
  card: Card;
  steps: readonly CardStep[];
  /** how many there are; null while nobody has said */
  people: number | null;
}

/** How many are there: a plain form whose buttons are the numbers, and what the number changes. */
export function HeadCount({ card, steps, people }: HeadCountProps) {
  const [fewest, most] = card.people;
  if (fewest === most && (people === null || people === most)) return null;
  const numbers = Array.from({ length: most - fewest + 1 }, (_, at) => fewest + at);
  if (people !== null && !numbers.includes(people)) numbers.push(people);
  numbers.sort((a, b) => a - b);
  return (
    <section className="card-count">
      <Form method="get" action={addressOfCard(card)} preventScrollReset>
        <HowMany numbers={numbers} people={people} />
      </Form>
      <p role="status">{countWords(card, steps, people)}</p>
    </section>
  );
}

interface HowManyProps {
  numbers: readonly number[];
  people: number | null;
}

/** The numbers to choose from, in a form that asks for the page again. */
export function HowMany({ numbers, people }: HowManyProps) {
  return (
    <fieldset>
      <legend>How many are there?</legend>
      {numbers.map((number) => (
        <button
          key={number}
          type="submit"
          name="people"
          value={number}
          aria-current={number === people || undefined}
        >
          {number}
        </button>
      ))}
    </fieldset>
  );
}

/** The steps’ minutes leave out moving: how long it will be, with this many. */
function countWords(
  { minutes, people: range }: Card,
  steps: readonly CardStep[],
  people: number | null,
) {
  const [fewest, most] = range;
  const moving = timeFor(steps, people ?? Math.min(8, most)) - minutes;
  if (people === null) {
    return moving > 0 ? `Changing groups takes about ${countWord(moving)} minutes more.` : '';
  }
  const outside = people < fewest || people > most;
  const total = `${minutes + moving} minutes`;
  const words =
    moving > 0 ? `${total}, ${countWord(moving)} of them to change groups.` : `${total}.`;
  return outside ? `${words} It is made for ${peopleWords(range)}.` : words;
}
