import { apart } from '#app/ui/apart.ts';
import { listed } from '#app/ui/words.ts';

/** What is said of who is in a circle no more. */
const WAS_HERE = 'somebody who was here';

/** A name among other words. @param name null for who is there no more */
export const named = (name: string | null): string => (name === null ? WAS_HERE : apart(name));

interface Helped {
  by: string | null;
  /** they were never in the circle */
  beyond: boolean;
  mine: boolean;
  thanked: boolean;
}

/** 'Rui thanks Hanne', 'You asked, Hanne and somebody who was here helped'. */
export function whoHelpedWhom(
  asker: { name: string | null; mine: boolean },
  helped: readonly Helped[],
): string {
  const who = asker.mine ? 'You' : named(asker.name);
  const helpers = listed(
    helped.map(({ by, beyond, mine }) =>
      mine ? 'you' : by === null && beyond ? 'somebody beyond this circle' : named(by),
    ),
  );
  const thanks = helped.every(({ thanked }) => thanked);
  const said = thanks
    ? `${who} ${asker.mine ? 'thank' : 'thanks'} ${helpers}`
    : `${who} asked, ${helpers} helped`;
  return said.charAt(0).toUpperCase() + said.slice(1);
}
