import { addressOfChoice } from '#app/choosing/addresses.ts';
import type { ChoiceInLine as Line } from '#app/choosing/queries/choices.server.ts';
import { isDue } from '#app/choosing/rules/choice.ts';
import { restsWords, turnoutWords } from '#app/choosing/words/turnout.ts';
import { dayIn } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { BoundedRows } from '#app/ui/page/bounded-rows.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Row } from '#app/ui/page/page.tsx';

interface ChoiceLineProps {
  line: Line | null;
  /** the circle's slug */
  circle: string;
  clocks: { now: string; zone: string };
}

/** Beside a circle's reading plan: the choice that is open, or what was chosen and is not read yet. */
export function ChoiceLine({ line, circle, clocks }: ChoiceLineProps) {
  if (!line) return null;
  const path = addressOfChoice(circle, line.id);
  const { winner } = line;
  return (
    <section className="mt-6 border-t border-rule pt-4">
      <h2>
        <Link to={path} className="text-ink no-underline hover:underline">
          {line.state === 'open' ? 'Which book next?' : 'The next book'}
        </Link>
      </h2>
      {line.state === 'open' ? (
        <>
          <p className="mt-1 text-sm text-ink-2">
            {isDue(line.closesAt, clocks.now)
              ? restsWords
              : `Open until ${dayIn(line.closesAt, clocks.zone, clocks.now)}.`}{' '}
            {turnoutWords(line.ranked, line.members)}
          </p>
          <p className="mt-2 text-sm">
            {!line.mine && line.proposals > 0 && (
              <span className="new mr-3">You have not ranked yet</span>
            )}
            <Link to={path}>{line.proposals > 0 ? 'See the books' : 'Propose a book'}</Link>
          </p>
        </>
      ) : (
        <p className="mt-1 text-sm text-ink-2">
          {winner ? (
            <>
              You chose <cite>{winner.title}</cite>. <Link to={path}>How it was counted</Link>
            </>
          ) : (
            <>
              It has closed. <Link to={path}>See what was chosen</Link>
            </>
          )}
        </p>
      )}
    </section>
  );
}

interface ToRankProps {
  choices: readonly (Pick<Line, 'id' | 'closesAt'> & { circle: { slug: string; name: string } })[];
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
