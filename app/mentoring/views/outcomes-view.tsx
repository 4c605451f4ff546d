import { addressOfBoard } from '#app/mentoring/addresses.ts';
import { addressOfOutcomes } from '#app/mentoring/asks/addresses.ts';
import type { AskSource } from '#app/mentoring/asks/queries/source-view.ts';
import type { OutcomeView } from '#app/mentoring/queries/outcomes-view.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Empty, Page, PageHead } from '#app/ui/page/page.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import type { Clocks } from './board-asks.tsx';
import { OutcomeList } from './outcome-list.tsx';

interface Props {
  /** the circle's slug */
  circle: string;
  outcomes: readonly OutcomeView[];
  next: number | null;
  /** what the asks came from, by their ids */
  sources: Readonly<Record<number, AskSource>>;
  further: boolean;
  clocks: Clocks;
}

/** All that came of a circle's asks, as far as both who talked about it wish it. */
export function OutcomesView({ circle, outcomes, next, sources, further, clocks }: Props) {
  const board = addressOfBoard(circle);
  const all = addressOfOutcomes(circle);
  return (
    <Page>
      <PageHead eyebrow={<Link to={board}>Asks</Link>} title="What came of our asks" />
      {outcomes.length > 0 ? (
        <OutcomeList outcomes={outcomes} clocks={clocks} sources={sources} level={2} />
      ) : (
        <Empty title="Nothing is told here yet.">
          Once somebody was helped, the two can tell the circle what came of it. It stands here only
          if both wish it.
        </Empty>
      )}
      <Pager newer={further ? all : null} older={next === null ? null : `${all}?before=${next}`} />
    </Page>
  );
}
