import type { AskSource } from '#app/mentoring/asks/queries/source-view.ts';
import { SourceLines } from '#app/mentoring/asks/views/source-lines.tsx';
import type { OutcomeView } from '#app/mentoring/queries/outcomes-view.ts';
import { dayIn } from '#app/time/words.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Prose } from '#app/ui/page/prose.tsx';
import type { Clocks } from './board-asks.tsx';

interface Props {
  outcomes: readonly OutcomeView[];
  clocks: Clocks;
  /** what each came from, by the ask's id */
  sources: Readonly<Record<number, AskSource>>;
  /** of the heading each has */
  level: 2 | 3;
}

/** What came of asks, each beside what it came from. */
export function OutcomeList({ outcomes, clocks, sources, level }: Props) {
  return (
    <ul className="outcomes">
      {outcomes.map((outcome) => (
        <li key={outcome.id} id={`outcome-${outcome.id}`}>
          <From source={sources[outcome.id]} />
          <Outcome outcome={outcome} clocks={clocks} level={level} />
        </li>
      ))}
    </ul>
  );
}

/** What led to it. What is gone by now is not spoken of: it was somebody’s to take back. */
function From({ source }: { source: AskSource | undefined }) {
  if (!source || source.kind === 'gone') return null;
  const kind = source.kind === 'folded' || source.kind === 'elsewhere' ? source.of : source.kind;
  return (
    <div className="outcome-from">
      {source.kind === 'card' ? (
        <p className="outcome-card">
          <Link to={source.href}>{source.title}</Link>
        </p>
      ) : (
        <SourceLines source={source} />
      )}
      <p className="ask-meta">This {kind === 'passage' ? 'page' : kind} led to</p>
    </div>
  );
}

interface OutcomeProps extends Pick<Props, 'clocks' | 'level'> {
  outcome: OutcomeView;
}

function Outcome({ outcome, clocks, level }: OutcomeProps) {
  const Title = `h${level}` as const;
  const { title, html, who, asker, at } = outcome;
  return (
    <div className="outcome">
      <Title dir="auto">{title}</Title>
      {html && <Prose html={html} />}
      <p className="outcome-who">
        {asker !== null && <PersonMark name={asker} size="small" />}
        <span>
          {who} · {dayIn(at, clocks.zone, clocks.now)}
        </span>
      </p>
    </div>
  );
}
