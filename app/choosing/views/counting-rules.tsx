import { FEWEST_FOR_ROUNDS } from '#app/choosing/rules/choice.ts';
import { Details } from '#app/ui/page/page.tsx';

/** How it is counted and how a tie is settled, for whoever wants to know beforehand or after. */
export function CountingRules() {
  return (
    <Details summary="How it is counted, and how a tie is settled">
      <div className="prose">
        <p>
          Your vote counts for the book you have first. A book with more than half of the votes is
          chosen. While none has, the book with the fewest goes, and each of its votes goes to the
          next book that voter ranked. Books nobody has first go together. A vote with no book left
          does not count any more.
        </p>
        <p>
          When books are level at the end of the list, the first of these that tells them apart
          decides who goes:
        </p>
        <ol>
          <li>
            the one with fewer votes in the round before, or the round before that, and so on;
          </li>
          <li>the one that fewer of you had first or second;</li>
          <li>the one that was proposed later.</li>
        </ol>
        <p>
          Until it closes, nobody can see how the others rank, whoever they are. Then the rounds are
          shown and the rankings deleted, so nobody can look up yours. When fewer than{' '}
          {FEWEST_FOR_ROUNDS === 3 ? 'three' : FEWEST_FOR_ROUNDS} of you ranked, only the chosen
          book is shown: rounds of so few would give them away.
        </p>
      </div>
    </Details>
  );
}
