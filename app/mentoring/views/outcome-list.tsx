import type { ReactNode } from 'react';
import type { OutcomeView } from '#app/mentoring/queries/outcomes-view.ts';
import { dayIn } from '#app/time/words.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { Prose } from '#app/ui/page/prose.tsx';
import type { Clocks } from './board-asks.tsx';

interface Props {
  outcomes: readonly OutcomeView[];
  clocks: Clocks;
  /** what each came from, by the ask's id */
  sources: ReadonlyMap<number, ReactNode>;
}

/** What came of asks, each beside what it came from. */
export function OutcomeList({ outcomes, clocks, sources }: Props) {
  return (
    <ul className="outcomes">
      {outcomes.map((outcome) => (
        <li key={outcome.id} id={`outcome-${outcome.id}`}>
          <div>{sources.get(outcome.id)}</div>
          <Outcome outcome={outcome} clocks={clocks} />
        </li>
      ))}
    </ul>
  );
}

export function Outcome({ outcome, clocks }: { outcome: OutcomeView; clocks: Clocks }) {
  const { title, html, who, asker, at } = outcome;
  return (
    <div className="outcome">
      <h3 dir="auto">{title}</h3>
      {html && <Prose html={html} />}
      <p className="outcome-who">
        {asker !== null && <PersonMark name={asker} />}
        <span>
          {who} · {dayIn(at, clocks.zone, clocks.now)}
        </span>
      </p>
    </div>
  );
}
