import { isDue } from '#app/choosing/rules/choice.ts';
import { restsWords, turnoutWords } from '#app/choosing/words/turnout.ts';
import { When } from '#app/time/when.tsx';

interface TurnoutProps {
  choice: { closesAt: string; ranked: number; members: number };
  clocks: { now: string; zone: string; circleZone: string };
}

/** Until when a choice is open, and how many have ranked. */
export function Turnout({ choice: { closesAt, ranked, members }, clocks }: TurnoutProps) {
  return (
    <>
      {isDue(closesAt, clocks.now) ? (
        restsWords
      ) : (
        <>
          Open until{' '}
          <When at={closesAt} zone={clocks.zone} otherZone={clocks.circleZone} now={clocks.now} />.
        </>
      )}{' '}
      {turnoutWords(ranked, members)}
    </>
  );
}
