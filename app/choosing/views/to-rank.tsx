import { addressOfChoice } from '#app/choosing/addresses.ts';
import type { ChoiceInLine } from '#app/choosing/queries/choices.server.ts';
import { dayIn } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { BoundedRows } from '#app/ui/page/bounded-rows.tsx';
import { Row } from '#app/ui/page/page.tsx';

interface ToRankProps {
  choices: readonly (Pick<ChoiceInLine, 'id' | 'closesAt'> & {
    circle: { slug: string; name: string };
  })[];
  clocks: { now: string; zone: string };
}

/** Rows of choices that wait for the viewer's ranking. */
export function ToRank({ choices, clocks }: ToRankProps) {
  const shown = ({ id, circle, closesAt }: ToRankProps['choices'][number]) => ({
    title: 'Which book next?',
    to: addressOfChoice(circle.slug, id),
    meta: `${apart(circle.name)} · closes ${dayIn(closesAt, clocks.zone, clocks.now)}`,
  });
  return (
    <BoundedRows
      of={choices}
      row={(choice) => <Row key={choice.id} {...shown(choice)} new="You have not ranked yet" />}
      line={shown}
    />
  );
}
