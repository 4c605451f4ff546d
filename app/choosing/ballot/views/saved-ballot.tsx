import type { MyBallot, ProposalView } from '#app/choosing/queries/choice-view.ts';
import { Panel } from '#app/ui/page/page.tsx';

interface SavedBallotProps {
  mine: MyBallot;
  proposals: readonly ProposalView[];
}

/** What is kept, beside a ballot that was filled in from an earlier one. */
export function SavedBallot({ mine, proposals }: SavedBallotProps) {
  return (
    <div className="mb-8">
      <Panel title="What is kept now">
        <ol className="list-decimal pl-5 font-serif">
          {mine.ranking.map((id) => (
            <li key={id}>{proposals.find((proposal) => proposal.id === id)?.title}</li>
          ))}
        </ol>
        <p className="hint mt-3">Keep the ranking below to replace it.</p>
      </Panel>
    </div>
  );
}
