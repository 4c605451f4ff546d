import type { ReactNode } from 'react';
import { addressOfDuties } from '#app/series/rota/addresses.ts';
import type { DutiesView } from '#app/series/rota/queries/duties.server.ts';
import { dutyWords, needsWords } from '#app/series/rota/words.ts';
import { initialsOf } from '#app/ui/drawings/person-mark.tsx';
import { Link } from '#app/ui/page/link.tsx';

interface DutyFactsProps {
  duties: DutiesView;
  circleSlug: string;
  sessionId: number;
  me: number;
  isOpen: boolean;
}

/** Who does what at a session and how many it needs, for the facts of its page. */
export function dutyFacts({ duties, circleSlug, sessionId, me, isOpen }: DutyFactsProps) {
  const { run, notes, turns, needs, coming } = duties;
  const named = (of: { id: number; name: string } | null) =>
    of ? (
      <>
        <bdi className="named">{of.id === me ? 'You' : of.name}</bdi>
        <span className="initialed" aria-hidden="true">
          {initialsOf(of.name)}
        </span>
      </>
    ) : isOpen ? (
      'Nobody yet'
    ) : (
      'Nobody'
    );
  const way = run === null ? 'Run it?' : run.id === me ? 'You can’t?' : 'Who does what';
  const facts: { term: ReactNode; value: ReactNode }[] = [
    {
      term: dutyWords.run,
      value: (
        <>
          {named(run)}
          {isOpen && (
            <span className="print:hidden">
              {' · '}
              <Link to={addressOfDuties(circleSlug, sessionId)}>{way}</Link>
            </span>
          )}
        </>
      ),
    },
  ];
  if (notes || (turns.notes && isOpen)) facts.push({ term: dutyWords.notes, value: named(notes) });
  if (needs !== null) facts.push({ term: 'Worth it', value: needsWords(coming, needs) });
  return facts;
}
